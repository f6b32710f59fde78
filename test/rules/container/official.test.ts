// Whose configuration the server in a container of the official image reads.

import { expect, test } from "vitest";
import { configurationOf } from "../../../server/src/core/rules/container/shared/official.ts";
import { containersIn } from "../../support/containers.ts";

test.each([
  ["", "", "image"],
  ["", "-F", "image"],
  ["", "prosody --config /x", "unknown"],
  ["", "--config=/x -F", "unknown"],
  ["--entrypoint sh", "", "unknown"],
  ["-e PROSODY_CONFIG=/x", "", "unknown"],
  ["-e PROSODY_EXTRA_CONFIG=/x", "", "extended"],
  ["-v data:/etc/prosody", "", "unknown"],
  ["-v ./a:/etc/prosody", "", "own"],
  ["-v ./a:/etc", "", "own"],
  ["-v ./a:/etc/prosody/prosody.cfg.lua", "", "own"],
  ["-v data:/etc/prosody/prosody.cfg.lua", "", "own"],
  ["-v ./a:/etc/prosody/conf.d", "", "extended"],
  ["-v ./a:/etc/prosody/certs", "", "image"],
  ["-v data:/var/lib/prosody", "", "image"],
])("%s IMAGE %s: %s", (options, command, wanted) => {
  const [container] = containersIn(`docker run ${options} prosodyim/prosody:13.0 ${command}\n`).file.containers;
  expect(container === undefined ? undefined : configurationOf(container)).toBe(wanted);
});
