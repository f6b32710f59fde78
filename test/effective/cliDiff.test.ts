// `prosody-config diff` as it is shipped: what it prints, and its exit codes.

import { describe, expect, test } from "vitest";
import { runCli } from "./cliRun.ts";
import type { CliOutcome } from "../support/warmCli.ts";

const FILES = {
  "a.cfg.lua": `storage = "internal"
turn_external_secret = "hunter2-before"
sql = { driver = "MySQL", password = "hunter2-before" }
modules_enabled = { "roster"; "saslauth"; "tls"; "dialback"; "disco"; "carbons"; "pep"; "private"; "blocklist"; "vcard4"; "ping" }
VirtualHost "old.example"
VirtualHost "chat.example"
  allow_registration = true
  storage = "sql"
Component "x.example" "muc"
`,
  "b.cfg.lua": `storage = "memory"
turn_external_secret = "hunter2-after"
sql = { driver = "MySQL", password = "hunter2-after" }
modules_enabled = { "roster"; "saslauth"; "tls"; "dialback"; "disco"; "carbons"; "pep"; "private"; "blocklist"; "vcard4"; "mam" }
limits = { c2s = { rate = "1kb/s" } }
VirtualHost "chat.example"
  storage = "sql"
VirtualHost "x.example"
Component "new.example" "muc"
`,
  "env.cfg.lua": "VirtualHost(ENV_DOMAIN or 'example.org')\n",
  "append.cfg.lua": "admins = { 'a@example.org' }\nadmins:append { 'b@example.org' }\n",
  "broken.cfg.lua": "a = 1\nb = = 2\n",
  "a.env": "PROSODY_VIRTUAL_HOSTS=example.org\nPROSODY_TURN_SECRET=hunter2-before\n",
  "b.env": "PROSODY_VIRTUAL_HOSTS=example.org\nPROSODY_TURN_SECRET=hunter2-after\nPROSODY_STORAGE=memory\nDOMAIN=b.example\n",
  "stop.env": "PROSODY_VIRTUAL_HOSTS=example.org\nPROSODY_COMPONENTS=example.org:muc\n",
};

const diff = (...args: readonly string[]): Promise<CliOutcome> => runCli(FILES, "diff", ...args);

describe("two files", () => {
  test("for people, without secrets", async () => {
    const { code, stdout, stderr } = await diff("a.cfg.lua", "b.cfg.lua");
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toBe(`added: Component "new.example" "muc"
removed: VirtualHost "old.example"

Global section
  storage = "internal" → "memory"
  turn_external_secret = (a secret, not shown), which differs
  sql = { password = (a secret, not shown) }, which differs
  modules_enabled, where it differs: { "ping" } → { "mam" }
  limits = not set → { c2s = { rate = "1kb/s" } }

VirtualHost "chat.example"
  allow_registration = true → not set

Component "x.example" "muc" → VirtualHost "x.example"
`);
  });

  test("as JSON, with everything", async () => {
    const { code, stdout } = await diff("--format", "json", "a.cfg.lua", "b.cfg.lua");
    expect(code).toBe(1);
    const { changes, ...hosts } = JSON.parse(stdout) as { changes: readonly unknown[] };
    expect(hosts).toEqual({ addedHosts: ["new.example"], removedHosts: ["old.example"] });
    expect(changes).toContainEqual({ host: "*", option: "storage", before: "internal", after: "memory" });
    expect(changes).toContainEqual({
      host: "*",
      option: "turn_external_secret",
      before: "hunter2-before",
      after: "hunter2-after",
    });
    expect(changes).toContainEqual({ host: "chat.example", option: "allow_registration", before: true });
  });

  test("one host, with what changes for it in the global section", async () => {
    const { code, stdout } = await diff("--host", "Chat.example", "a.cfg.lua", "b.cfg.lua");
    expect(code).toBe(1);
    expect(stdout).toContain("  allow_registration = true → not set\n");
    expect(stdout).toContain("  modules_enabled, where");
    expect(stdout).not.toContain("  storage = ");
    expect(stdout).not.toContain("new.example");
    const gone = await diff("--host", "old.example", "a.cfg.lua", "b.cfg.lua");
    expect([gone.code, gone.stdout]).toEqual([1, 'removed: VirtualHost "old.example"\n']);
  });

  test("without a difference", async () => {
    const { code, stdout, stderr } = await diff("a.cfg.lua", "./a.cfg.lua");
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "No difference.\n", stderr: "" });
    const json = await diff("--format", "json", "a.cfg.lua", "a.cfg.lua");
    expect([json.code, JSON.parse(json.stdout)]).toEqual([0, { addedHosts: [], removedHosts: [], changes: [] }]);
  });

  test("a list in another order", async () => {
    const files = {
      "a.cfg.lua": 'admins = { "a@x.example", "b@x.example" }',
      "b.cfg.lua": `admins = { "b@x.example", "a@x.example" }`,
    };
    expect((await runCli(files, "diff", "a.cfg.lua", "b.cfg.lua")).stdout).toContain(
      '  admins = { "a@x.example", "b@x.example" } → { "b@x.example", "a@x.example" }\n',
    );
    const many = Array.from({ length: 12 }, (_, i) => `"admin${i}@example.org"`);
    const long = {
      "a.cfg.lua": `admins = { ${many.join(", ")} }`,
      "b.cfg.lua": `admins = { ${[...many].reverse().join(", ")} }`,
    };
    expect((await runCli(long, "diff", "a.cfg.lua", "b.cfg.lua")).stdout).toMatch(/^ {2}admins = \{ .*…, in another order$/m);
  });
});

test("one file with two environments, and with two versions", async () => {
  const env = await diff("--after-env", "b.env", "env.cfg.lua", "env.cfg.lua");
  expect([env.code, env.stdout]).toEqual([1, 'added: VirtualHost "b.example"\nremoved: VirtualHost "example.org"\n']);
  const args = ["--before-version", "0.12.4", "--after-version", "13.0"];
  const versions = await diff(...args, "append.cfg.lua", "append.cfg.lua");
  expect([versions.code, versions.stdout]).toEqual([2, ""]);
  expect(versions.stderr).toMatch(/^prosody-config: BEFORE does not load: append\.cfg\.lua:2: .*\.\n$/);
});

describe("the official image", () => {
  test("with two env files", async () => {
    const { code, stdout, stderr } = await diff("--image", "--before-env", "a.env", "--after-env", "b.env");
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toBe(
      'Global section\n  turn_external_secret = (a secret, not shown), which differs\n  storage = "internal" → "memory"\n',
    );
  });

  test("of two versions", async () => {
    const env = ["--before-env", "a.env", "--after-env", "a.env"];
    const { code, stdout } = await diff("--image", ...env, "--before-version", "0.12");
    expect(code).toBe(1);
    expect(stdout).toContain("  use_dane = not set → false\n");
  });

  test("that would not start", async () => {
    const { code, stdout, stderr } = await diff("--image", "--before-env", "a.env", "--after-env", "stop.env");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^prosody-config: AFTER does not load: stop\.env:1: example\.org is a virtual host and a component/);
  });
});

test.each([
  [["a.cfg.lua"], "give BEFORE and AFTER"],
  [["--image", "a.cfg.lua"], "give either files or --image"],
  [["--image", "--after-version", "0.11"], "there are images of 0.12, 13.0, trunk only"],
  [["--before-version", "12", "a.cfg.lua", "b.cfg.lua"], "Allowed choices are 0.11, 0.12, 13.0, trunk."],
  [["a.cfg.lua", "missing.cfg.lua"], "missing.cfg.lua does not exist."],
  [["--before-env", "missing.env", "a.cfg.lua", "b.cfg.lua"], "missing.env does not exist."],
  [["a.cfg.lua", "broken.cfg.lua"], "AFTER does not load: broken.cfg.lua:2: "],
  [["--host", "other.example", "a.cfg.lua", "b.cfg.lua"], "other.example is a host of neither configuration."],
])("wrong use: %j", async (args, said) => {
  const { code, stdout, stderr } = await diff(...args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(said);
});

test.each(["diff", "effective"])("%s --help explains itself with examples", async (command) => {
  const { code, stdout, stderr } = await runCli({}, command, "--help");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(new RegExp(`\\nExamples:\\n  prosody-config ${command} `));
});
