// Which tool reads an env file, by the files around it.

import { expect, test } from "vitest";
import { envReaders } from "../../server/src/core/model/envReaders.ts";
import { readCompose } from "../../server/src/core/syntax/yaml/compose.ts";

function told(path: string, files: Readonly<Record<string, string>>): readonly string[] {
  const neighbours = Object.entries(files).map(([name, text]) => ({ path: name, text }));
  return envReaders(path, neighbours, readCompose).map(({ dialect, evidence }) => `${dialect}: ${evidence}`);
}

const compose = (envFile: string): string => `services:\n  prosody:\n    image: prosodyim/prosody\n    env_file: ${envFile}\n`;

test("a compose file that names it", () => {
  const named = ["compose: `compose.yaml` reads it for the service `prosody`."];
  expect(told("/w/prosody.env", { "/w/compose.yaml": compose("prosody.env") })).toEqual(named);
  expect(told("/w/env/prosody.env", { "/w/compose.yaml": compose("[./env/../env/prosody.env]") })).toEqual(named);
  expect(told("/w/prosody.env", { "/w/compose.yaml": compose("other.env") })).toEqual([]);
  expect(told("/w/prosody.env", { "/w/docker-compose.prod.yml": compose("[{ path: prosody.env, format: raw }]") })).toEqual([
    "docker: `docker-compose.prod.yml` reads it for the service `prosody`, as it stands (`format: raw`).",
  ]);
});

test("command lines", () => {
  const line = "docker run -d \\\n  --env-file ./prosody.env prosodyim/prosody\n";
  expect(told("/w/prosody.env", { "/w/run.sh": line })).toEqual(["docker: `run.sh` gives it to `docker run`."]);
  expect(told("/w/prosody.env", { "/w/README.md": `    ${line}` })).toEqual(["docker: `README.md` gives it to `docker run`."]);
  expect(told("/w/prosody.env", { "/w/Makefile": "\tpodman run --env-file=$(pwd)/prosody.env x\n" })).toEqual([
    "podman: `Makefile` gives it to `podman run`.",
  ]);
  expect(told("/w/prosody.env", { "/w/up.sh": "docker compose --env-file prosody.env up\n" })).toEqual([
    "compose: `up.sh` gives it to Compose, for the variables in the compose file.",
  ]);
  expect(
    told("/w/prosody.env", { "/w/run.sh": "docker run x; tool --env-file prosody.env\ndocker run --env-file other.env\n" }),
  ).toEqual([]);
});

test("a Quadlet unit hands it to podman, systemd's own section does not", () => {
  const unit = (section: string): string => `[Unit]\nA=b\n[${section}]\nImage=x\nEnvironmentFile=./prosody.env\n[Install]\n`;
  expect(told("/w/prosody.env", { "/w/prosody.container": unit("Container") })).toEqual([
    "podman: `prosody.container` gives it to podman.",
  ]);
  expect(told("/w/prosody.env", { "/w/prosody.container": unit("Service") })).toEqual([]);
});

test("`.env` beside a compose file", () => {
  const files = { "/w/compose.yaml": compose("other.env") };
  expect(told("/w/.env", files)).toEqual([
    "compose: It stands beside `compose.yaml`, and Compose reads it for the variables in there.",
  ]);
  expect(told("/w/sub/.env", files)).toEqual([]);
  expect(told("/w/.env", { "/w/compose.yaml": "nothing: here\n" })).toEqual([]);
  expect(told("/w/.env", { ...files, "/w/run.sh": "docker run --env-file .env x\n" })).toEqual([
    "docker: `run.sh` gives it to `docker run`.",
  ]);
});

test("several tools, once each", () => {
  const files = {
    "/w/compose.yaml": compose("p.env"),
    "/w/a.sh": "docker run --env-file p.env x",
    "/w/b.sh": "docker run --env-file p.env y",
  };
  expect(told("/w/p.env", files).map((line) => line.split(":")[0])).toEqual(["compose", "docker"]);
});

test("any text", () => {
  expect(
    told("x.env", {
      "compose.yaml": "env_file: [&a *a",
      "a.sh": "docker --env-file",
      "b.container": "[Container]\nEnvironmentFile=",
    }),
  ).toEqual([]);
});
