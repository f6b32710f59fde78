// What a configuration of one's own says of its container: where its modules and certificates have to be.

import { expect, test } from "vitest";
import { factsOfConfig } from "../../server/src/core/generate/facts.ts";
import type { HostOptions } from "../../server/src/core/effective/types.ts";
import { schemaFor } from "../support/knowledge.ts";

function places(options: HostOptions[string]): unknown {
  const effective = { "*": options, "chat.example.com": {} };
  const { modulesAt, certificatesAt } = factsOfConfig(
    { path: "prosody.cfg.lua", kind: "file", files: [], effective },
    schemaFor(),
  );
  return [modulesAt, certificatesAt];
}

test.each<[string, HostOptions[string], readonly (string | undefined)[]]>([
  [
    "paths that begin at the root",
    { plugin_paths: ["/srv/m"], modules_enabled: ["own"], certificates: "/srv/c" },
    ["/srv/m", "/srv/c"],
  ],
  [
    "paths below the configuration",
    { plugin_paths: ["m"], modules_enabled: ["own"], certificates: "c" },
    ["/etc/prosody/m", "/etc/prosody/c"],
  ],
  ["bundled modules alone", { plugin_paths: ["/srv/m"], modules_enabled: ["mam"] }, [undefined, undefined]],
  ["the usual place of certificates", { certificates: "certs" }, [undefined, undefined]],
])("%s", (_, options, expected) => {
  expect(places(options)).toEqual(expected);
});
