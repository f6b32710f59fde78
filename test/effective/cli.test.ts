// `prosody-config effective` as it is shipped: what it prints, and its exit codes.

import { expect, test } from "vitest";
import { runCli } from "./cliRun.ts";
import type { CliOutcome } from "../support/warmCli.ts";

const effective = (files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<CliOutcome> =>
  runCli(files, "effective", ...args);

const FILES = {
  "etc/prosody.cfg.lua": `admins = { "admin@example.org" }
modules_enabled = {
  "roster";
}
sql = { driver = "MySQL", password = "hunter2-do-not-print" }
Include "conf.d/*.cfg.lua"
VirtualHost(ENV_DOMAIN or "example.org")
  modules_enabled = { "mam" }
modules_enabled:append { "ping" }
Component "turn.example.org" { name = "Turn",
  turn_external_secret = "hunter2-do-not-print" }
`,
  "etc/conf.d/a.cfg.lua": 'storage = "sql"\n',
  "prosody.env": "DOMAIN=chat.example.com\n",
};

test("JSON has every value and where it comes from", async () => {
  const { code, stdout, stderr } = await effective(FILES, "--format", "json", "etc/prosody.cfg.lua");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const main = "etc/prosody.cfg.lua";
  expect(JSON.parse(stdout)).toEqual({
    status: "ok",
    warnings: [],
    config: {
      "*": {
        admins: ["admin@example.org"],
        modules_enabled: ["roster"],
        sql: { driver: "MySQL", password: "hunter2-do-not-print" },
        storage: "sql",
      },
      "example.org": { defined: true, modules_enabled: ["mam", "ping"] },
      "turn.example.org": {
        component_module: "component",
        load_global_modules: false,
        name: "Turn",
        turn_external_secret: "hunter2-do-not-print",
      },
    },
    origins: {
      "*": {
        admins: { file: main, line: 1 },
        modules_enabled: { file: main, line: 2 },
        sql: { file: main, line: 5 },
        storage: { file: "etc/conf.d/a.cfg.lua", line: 1 },
      },
      "example.org": {
        defined: { file: main, line: 7 },
        modules_enabled: { file: main, line: 8, appended: [{ file: main, line: 9 }] },
      },
      "turn.example.org": {
        component_module: { file: main, line: 10 },
        load_global_modules: { file: main, line: 10 },
        name: { file: main, line: 10 },
        turn_external_secret: { file: main, line: 11 },
      },
    },
  });
});

test("for people, without secrets", async () => {
  const { code, stdout } = await effective(FILES, "etc/prosody.cfg.lua");
  expect(code).toBe(0);
  expect(stdout).not.toContain("hunter2");
  expect(stdout).toContain('  storage = "sql"  etc/conf.d/a.cfg.lua:1\n');
  expect(stdout).toContain('\nVirtualHost "example.org"  etc/prosody.cfg.lua:7\n');
  expect(stdout).toContain('  modules_enabled = { "mam", "ping" }  etc/prosody.cfg.lua:8, etc/prosody.cfg.lua:9\n');
});

test("one host, with what it inherits, and the environment from a file", async () => {
  const args = ["--env-file", "prosody.env", "--host", "CHAT.example.com", "etc/prosody.cfg.lua"];
  const { code, stdout } = await effective(FILES, ...args);
  expect(code).toBe(0);
  expect(stdout).toContain('VirtualHost "chat.example.com"');
  expect(stdout).toContain('  storage = "sql"  inherited, etc/conf.d/a.cfg.lua:1\n');
  expect(stdout).not.toContain("Component");
  const json = await effective(FILES, "--format", "json", ...args);
  expect(Object.keys((JSON.parse(json.stdout) as { config: object }).config)).toEqual(["chat.example.com"]);
});

test("a configuration that does not load", async () => {
  const files = { "prosody.cfg.lua": 'a = 1\nInclude "b.cfg.lua"\n', "b.cfg.lua": 'modules_enabled {\n\t"x" }\n' };
  const pretty = await effective(files, "prosody.cfg.lua");
  expect(pretty.code).toBe(1);
  expect(pretty.stdout).toBe(
    'b.cfg.lua:1  error  modules_enabled has no value here, but it is followed by another value. Perhaps a "=" is missing, or a comma.\n',
  );
  const json = await effective(files, "--format", "json", "./prosody.cfg.lua");
  expect(json.code).toBe(1);
  expect(JSON.parse(json.stdout)).toMatchObject({ status: "error", error: { file: "./b.cfg.lua", line: 1 }, config: {} });
});

test("versions differ", async () => {
  const files = { "p.cfg.lua": "a = { 1 }\na:append { 2 }\n" };
  expect((await effective(files, "p.cfg.lua")).code).toBe(0);
  expect((await effective(files, "--prosody-version", "0.12", "p.cfg.lua")).code).toBe(1);
});

test("a folder of a wildcard that is not here is a warning", async () => {
  const { code, stdout } = await effective(
    { "p.cfg.lua": 'Include "/etc/elsewhere/*.lua"\nInclude "conf.d/*.lua"\n' },
    "p.cfg.lua",
  );
  expect(code).toBe(0);
  expect(stdout).toContain(
    "p.cfg.lua:1  warning  /etc/elsewhere lies outside of what may be read here and was taken for missing.",
  );
  expect(stdout).toContain("p.cfg.lua:2  warning  The folder conf.d is not here");
});

test.each([
  [["missing.cfg.lua"], "missing.cfg.lua does not exist."],
  [["."], ". is a folder, not a file."],
  [["--env-file", "missing.env", "etc/prosody.cfg.lua"], "missing.env does not exist."],
  [
    ["--host", "other.example", "etc/prosody.cfg.lua"],
    "other.example is no host of this configuration; it has example.org, turn.example.org.",
  ],
  [[], "missing required argument"],
])("wrong use: %j", async (args, said) => {
  const { code, stdout, stderr } = await effective(FILES, ...args);
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain(said);
});

test("--environment is --env-file without Node's own reading of it", async () => {
  const files = {
    "p.cfg.lua": 'VirtualHost(ENV_DOMAIN or "example.org")\n',
    "p.env": "DOMAIN=a.example\nNODE_OPTIONS=--no-such\n",
  };
  const { code, stdout, stderr } = await effective(files, "--environment", "p.env", "p.cfg.lua");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain('VirtualHost "a.example"');
  const both = await effective(files, "--environment", "p.env", "--env-file", "p.env", "p.cfg.lua");
  expect(both.code).toBe(2);
  expect(both.stderr).toContain("cannot be used with");
});
