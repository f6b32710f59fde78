// `prosody-config check` with .prosody-config.json: which one holds, what it changes, and what is said of mistakes in it.

import { describe, expect, test } from "vitest";
import { checkCli, checkJson } from "./checkCli.ts";
import type { JsonFile } from "./checkCli.ts";

const OWN = "xyz_own = 1\n";
const OFF = '{ "rules": { "unknown-option": "off" } }';

const rulesOf = (file: JsonFile | undefined): readonly string[] => (file?.diagnostics ?? []).map(({ rule }) => rule);

describe("which file holds", () => {
  test("the nearest one above", async () => {
    const { files } = await checkJson(["."], {
      files: {
        ".prosody-config.json": '{ "rules": { "unknown-option": "error" } }',
        "a/.prosody-config.json": OFF,
        "a/b/one.cfg.lua": OWN,
        "two.cfg.lua": OWN,
      },
    });
    expect(files.map(({ path, diagnostics }) => [path, diagnostics.map(({ severity }) => severity)])).toEqual([
      ["a/b/one.cfg.lua", []],
      ["two.cfg.lua", ["error"]],
    ]);
  });

  test("the one of the current folder for standard input, or that of its name", async () => {
    const files = { ".prosody-config.json": OFF, "a/.prosody-config.json": "{}" };
    expect(rulesOf((await checkJson(["-"], { files, stdin: OWN })).files[0])).toEqual([]);
    const named = await checkJson(["-", "--stdin-path", "a/x.cfg.lua"], { files, stdin: OWN });
    expect(rulesOf(named.files[0])).toEqual(["unknown-option"]);
  });

  test("another one, or none, when told so", async () => {
    const files = { ".prosody-config.json": OFF, "other.json": '{ "version": "0.11" }', "a.cfg.lua": OWN };
    expect(rulesOf((await checkJson(["a.cfg.lua"], { files })).files[0])).toEqual([]);
    expect(rulesOf((await checkJson(["--no-config", "a.cfg.lua"], { files })).files[0])).toEqual(["unknown-option"]);
    expect(rulesOf((await checkJson(["--config", "other.json", "a.cfg.lua"], { files })).files[0])).toEqual(["unknown-option"]);
    const missing = await checkJson(["--config", "gone.json", "a.cfg.lua"], { files });
    expect([missing.code, missing.stderr]).toEqual([2, "prosody-config: gone.json does not exist.\n"]);
  });
});

describe("what it changes", () => {
  const SINCE = "c2s_direct_tls_ports = { 5223 }\n";

  test("the version, unless the command line says another", async () => {
    const files = { ".prosody-config.json": '{ "version": "0.11" }', "a.cfg.lua": SINCE };
    expect(rulesOf((await checkJson(["a.cfg.lua"], { files })).files[0])).toEqual(["option-not-yet"]);
    expect(rulesOf((await checkJson(["--prosody-version", "13.0", "a.cfg.lua"], { files })).files[0])).toEqual([]);
  });

  test("the dialect, unless the command line says another", async () => {
    const files = { ".prosody-config.json": '{ "env": { "dialect": "docker" } }', ".env": "PROSODY_LOGLEVEL='info\n" };
    const syntax = async (...args: readonly string[]): Promise<readonly string[]> =>
      rulesOf((await checkJson([...args, ".env"], { files })).files[0]).filter((rule) => rule.startsWith("syntax/"));
    expect(await syntax()).toEqual([]);
    expect(await syntax("--env-dialect", "compose")).toEqual(["syntax/unterminated-quote"]);
  });

  test("what is known of own modules, from its own folder on", async () => {
    const files = {
      "srv/.prosody-config.json": '{ "schema": ["own/ours.json"] } // with a remark',
      "srv/own/ours.json": '{ "options": { "xyz_own": { "type": "boolean" } } }',
      "srv/a.cfg.lua": "xyz_own = 5\n",
    };
    expect(rulesOf((await checkJson(["srv/a.cfg.lua"], { files })).files[0])).toEqual(["wrong-type"]);
  });

  test("which files are checked", async () => {
    const files = {
      ".prosody-config.json": '{ "ignore": ["conf.avail/", "**/*.old.cfg.lua"] }',
      "a.cfg.lua": OWN,
      "conf.avail/b.cfg.lua": OWN,
      "conf.d/c.old.cfg.lua": OWN,
    };
    const { files: checked, stderr } = await checkJson(["."], { files });
    expect([checked.map(({ path }) => path), stderr]).toEqual([["a.cfg.lua"], ""]);
    const named = await checkCli(["check", "conf.avail/b.cfg.lua"], { files });
    expect([named.code, named.stdout, named.stderr]).toEqual([
      0,
      "",
      "note: conf.avail/b.cfg.lua is not checked: .prosody-config.json says to ignore it.\n",
    ]);
  });
});

test("mistakes are told once, with their places, and the rest counts", async () => {
  const config =
    '{\n  "rules": { "unknown-optoin": "off", "wrong-type": "loud", "unknown-option": "hint" },\n  "verison": "13.0"\n}\n';
  const { code, stderr, files } = await checkJson(["."], {
    files: { "etc/.prosody-config.json": config, "etc/a.cfg.lua": OWN, "etc/b.cfg.lua": OWN },
  });
  expect(code).toBe(2);
  expect(stderr.split("\n")).toEqual([
    "prosody-config: etc/.prosody-config.json:2:14 There is no rule `unknown-optoin`. Did you mean `unknown-option`?",
    expect.stringMatching(/^prosody-config: etc\/\.prosody-config\.json:2:53 `"loud"` is not possible here\. Possible: /),
    "prosody-config: etc/.prosody-config.json:3:3 `verison` means nothing here.",
    "",
  ]);
  expect(files.map(({ diagnostics }) => diagnostics.map(({ severity }) => severity))).toEqual([["hint"], ["hint"]]);
});
