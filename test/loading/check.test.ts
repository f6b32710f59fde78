// `prosody-config check` of configurations that Prosody refuses to load: the same truth as `prosody-config effective`.

import { describe, expect, test } from "vitest";
import { doesNotLoad } from "../../server/src/core/rules/doesNotLoad.ts";
import { checkJson } from "../cli/checkCli.ts";
import type { World } from "../cli/checkCli.ts";
import { pageOf } from "../support/rulePages.ts";

const HOST = 'VirtualHost "chat.example.com"\n';

/** `file:line severity: message`, of each refusal. */
async function refusals(files: Readonly<Record<string, string>>, args: readonly string[] = ["."], world: World = {}) {
  const answer = await checkJson(args, { ...world, files });
  return answer.files.flatMap(({ path, diagnostics }) =>
    diagnostics
      .filter(({ rule }) => rule === doesNotLoad.id)
      .map(({ line, severity, message }) => `${path}:${line} ${severity}: ${message}`),
  );
}

const main = (text: string): Promise<readonly string[]> => refusals({ "prosody.cfg.lua": text });

describe("a main file", () => {
  test.each<[string, string, RegExp]>([
    ["a misspelt directive", `${HOST}Componnent "rooms.example.com" "muc"\n`, /:2 error: .*`Componnent`.*`Component`/],
    ["a misspelt Include", `${HOST}Inculde "more.cfg.lua"\n`, /:2 error: .*`Include`/],
    ["a function that does not exist", `${HOST}motd_text = ("a"):shout()\n`, /:2 error: /],
    ["a local without a value", `local size\nhttp_max_content_size = size * 1024\n${HOST}`, /:2 error: .*size/],
    ["an error of its own", `assert(nil, "set the domain first")\n${HOST}`, /:1 error: .*set the domain first/],
    ["a list that is called", `c2s_ports { 5222 }\n${HOST}`, /:1 error: /],
    ["lists that are added", `http_ports = { 5280 } + { 5281 }\n${HOST}`, /:1 error: /],
    ["a component with too much behind it", `${HOST}Component "rooms.example.com" "muc" "muc_mam"\n`, /:2 error: /],
    ["a key of an option that is not set", `ssl.key = "/etc/x.key"\n${HOST}`, /:1 error: /],
  ])("%s", async (_, text, said) => {
    const found = await main(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(said);
  });

  test.each(pageOf(doesNotLoad).examples.map((one) => ({ ...one })))("example: $title", async ({ text, reports }) => {
    expect((await main(text)).length > 0).toBe(reports);
  });

  test.each([
    ["what Lua alone can tell to be fine", `for i = 1, 2 do Lua.print(i) end\n${HOST}`],
    ["a module that only the server has", `local lfs = Lua.require "lfs"\nmotd_text = lfs.currentdir()\n${HOST}`],
    ["what takes too long for the sandbox", `while true do end\n${HOST}`],
    ["what the parser says already", `admins = {\n${HOST}`],
    ["a silenced line", `-- prosody-ignore-next-line does-not-load\nc2s_ports { 5222 }\n${HOST}`],
  ])("nothing of %s", async (_, text) => {
    expect(await main(text)).toEqual([]);
  });
});

describe("variables of the environment", () => {
  test("are named where all depends on them", async () => {
    const [said] = await main(`http_external_url = "https://" .. ENV_XMPP_DOMAIN .. "/"\n${HOST}`);
    expect(said).toMatch(/:1 warning: .* while `XMPP_DOMAIN` is not set/);
  });

  test("are not where it stops whatever they hold", async () => {
    const [said] = await main(`name = ENV_NAME\nc2s_ports { 5222 }\n${HOST}`);
    expect(said).toMatch(/:2 error: /);
  });
});

describe("more files", () => {
  const included = {
    "prosody.cfg.lua": `Include "conf.d/*.cfg.lua"\n`,
    "conf.d/chat.cfg.lua": `${HOST}Componnent "x.example.com"\n`,
  };

  test("it is told where it stops, and at the Include of the main file", async () => {
    const found = await refusals(included);
    expect(found).toHaveLength(2);
    expect(found.find((one) => one.startsWith("conf.d/chat.cfg.lua:2 error"))).toBeDefined();
    expect(found.find((one) => /^prosody\.cfg\.lua:1 error: .*line 2 of chat\.cfg\.lua/.test(one))).toBeDefined();
  });

  test("a file with hosts of its own may be a part of something", async () => {
    expect(await refusals({ "chat.cfg.lua": included["conf.d/chat.cfg.lua"] })).toEqual([
      expect.stringMatching(/^chat\.cfg\.lua:2 error: /),
    ]);
    expect(await refusals({ "chat.cfg.lua": `${HOST}motd_text = shared .. "!"\n` })).toEqual([
      expect.stringMatching(/^chat\.cfg\.lua:2 warning: /),
    ]);
  });

  test("a file without hosts, and one of another program, are left alone", async () => {
    expect(await refusals({ "part.cfg.lua": "a = b.c\n", "migrator.cfg.lua": "input { type = nothing() }\n" })).toEqual([]);
  });
});

test("--no-evaluate runs nothing", async () => {
  expect(await refusals({ "prosody.cfg.lua": `c2s_ports { 5222 }\n${HOST}` }, ["--no-evaluate", "."])).toEqual([]);
});

test("the rule can be switched off, and its severity chosen", async () => {
  const text = `c2s_ports { 5222 }\n${HOST}`;
  const rules = (severity: string) => ({
    "prosody.cfg.lua": text,
    ".prosody-config.json": JSON.stringify({ rules: { "does-not-load": severity } }),
  });
  expect(await refusals(rules("off"))).toEqual([]);
  expect(await refusals(rules("hint"))).toEqual([expect.stringContaining("hint")]);
});
