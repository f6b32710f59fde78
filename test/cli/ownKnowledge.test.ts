// `check --schema` and `--plugin-path`: own modules and options count, and mistakes in them are told.

import { describe, expect, test } from "vitest";
import { checkCli, checkJson } from "./checkCli.ts";

const CONFIG = 'modules_enabled = { "greeter" }\ngreeting = {}\n';
const DECLARED = JSON.stringify({ modules: { greeter: { options: { greeting: { type: "string" } } } } });

async function rules(args: readonly string[], files: Readonly<Record<string, string>>, links = {}): Promise<readonly string[]> {
  const { files: checked } = await checkJson([...args, "a.cfg.lua"], { files: { "a.cfg.lua": CONFIG, ...files }, links });
  return checked.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule));
}

test("without them the module is unknown", async () => {
  expect(await rules([], {})).toContain("unknown-module");
});

describe("--schema", () => {
  test("makes declared modules and options known", async () => {
    expect(await rules(["--schema", "own.json"], { "own.json": DECLARED })).toEqual(["wrong-type"]);
  });

  test("may be given several times", async () => {
    const more = JSON.stringify({ options: { greeting: { type: { is: "list", items: "string" } } } });
    expect(await rules(["--schema", "own.json", "--schema", "more.json"], { "own.json": DECLARED, "more.json": more })).toEqual(
      [],
    );
  });

  test("tells where a mistake is; what is right counts", async () => {
    const wrong = '{ "modules": { "greeter": {} },\n  "options": { "greeting": { "type": "strng" } } }';
    const files = { "a.cfg.lua": CONFIG, "own.json": wrong };
    const { code, stdout, stderr } = await checkCli(["check", "--schema", "own.json", "a.cfg.lua"], { files });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^prosody-config: own\.json:2:38 `"strng"` is no kind of value\. Possible: .+\.\n$/);
    expect(stdout).not.toContain("unknown-module");
  });

  test("tells when there is no such file", async () => {
    const { code, stderr } = await checkCli(["check", "--schema", "none.json", "a.cfg.lua"], { files: { "a.cfg.lua": CONFIG } });
    expect([code, stderr]).toEqual([2, "prosody-config: none.json does not exist.\n"]);
  });
});

describe("--plugin-path", () => {
  const MODULE = 'module:get_option_string("greeting", "Hi")';

  test("makes modules in a folder known, links included", async () => {
    expect(await rules(["--plugin-path", "modules"], { "modules/mod_greeter/mod_greeter.lua": MODULE })).toEqual(["wrong-type"]);
    const links = { "enabled/mod_greeter": "../all/mod_greeter", "enabled/loop": "../enabled" };
    expect(await rules(["--plugin-path", "enabled"], { "all/mod_greeter/mod_greeter.lua": MODULE }, links)).toEqual([
      "wrong-type",
    ]);
  });

  test("tells when there is no such folder", async () => {
    const { code, stderr } = await checkCli(["check", "--plugin-path", "none", "a.cfg.lua"], { files: { "a.cfg.lua": CONFIG } });
    expect([code, stderr]).toEqual([2, "prosody-config: none does not exist.\n"]);
  });
});
