// What the source of a module tells: its options with type and default, what it needs, where it reads.

import { describe, expect, test } from "vitest";
import { moduleNameOf } from "../../server/src/core/schema/customModules/moduleFiles.ts";
import { readModule } from "../../server/src/core/schema/customModules/readModule.ts";
import { extendKnowledge } from "../../server/src/core/schema/extendKnowledge.ts";
import { Schema } from "../../server/src/core/schema/schema.ts";
import { readKnowledge } from "../../scripts/knowledge.mjs";

/** The options that a module `greeter` reads. */
const options = (text: string): unknown => readModule(text, "greeter").options;

describe("options", () => {
  test.each([
    ['module:get_option_string("a", "x")', { type: "string", default: "x", scope: "host" }],
    ['module:get_option_boolean("a", false)', { type: "boolean", default: false, scope: "host" }],
    ['module:get_option_number("a", 10 * 1024)', { type: "number", default: 10240, scope: "host" }],
    ['module:get_option_integer("a", 5, 1, 9)', { type: { is: "integer", min: 1, max: 9 }, default: 5, scope: "host" }],
    ['module:get_option_period("a", "5 minutes")', { type: "period", default: "5 minutes", scope: "host" }],
    ['module:get_option_path("a", "x.db", "data")', { type: "path", default: "x.db", scope: "host" }],
    ['module:get_option_set("a", { "x" })', { type: { is: "list", items: "string" }, default: ["x"], scope: "host" }],
    ['module:get_option_array("a")', { type: { is: "list", items: "any" }, scope: "host" }],
    ['module:get_option_enum("a", "x", "y")', { type: { is: "enum", values: ["x", "y"] }, default: "x", scope: "host" }],
    ['module:get_option_enum("a", X, "y")', { type: "any", scope: "host" }],
    ['module:get_option("a", { k = { 1 } })', { type: "any", default: { k: [1] }, scope: "host" }],
    ['module:get_option("a", {})', { type: "any", scope: "host" }],
    ['module:get_option_string("a", default)', { type: "string", scope: "host" }],
    ['module:get_option_string("a", "x".."y")', { type: "string", default: "xy", scope: "host" }],
    ['module:context("*"):get_option_string("a")', { type: "string", scope: "global" }],
    ['module:get_option_string"a"', { type: "string", scope: "host" }],
  ])("%s", (call, expected) => {
    expect(options(`local a = ${call};\n`)).toEqual({ a: expected });
  });

  test("wherever they are read", () => {
    const text = 'module:hook("x", function () if y then return { z = module:get_option_number("deep", 1) } end end)';
    expect(options(text)).toEqual({ deep: { type: "number", default: 1, scope: "host" } });
  });

  test("a name may begin with the module's own", () => {
    expect(options('module:get_option_number(module.name .. "_limit", 3)')).toMatchObject({ greeter_limit: { default: 3 } });
  });

  test("read twice as different things, nothing is certain of the type", () => {
    expect(options('f(module:get_option_string("a"), module:get_option_number("a", 1))')).toEqual({
      a: { type: "any", default: 1, scope: "host" },
    });
  });

  test("computed names and other calls are none", () => {
    expect(
      options('module:get_option(name); module:get_option_foo("a"); other.get_option("b"); module:get_option("a b")'),
    ).toBeUndefined();
  });

  test("a module that loads once reads the global section", () => {
    const read = 'module:get_option_string("a")';
    expect(options(`module:set_global(); ${read}`)).toEqual({ a: { type: "string", scope: "global" } });
    expect(options(`module:set_global(); function module.add_host(module) ${read} end`)).toEqual({ a: { type: "string" } });
  });
});

test.each([
  ['module:provides("net", { name = "greet", default_port = 7 })', "greet_ports", [7]],
  ['module:provides("net", { default_ports = { 7, 8 } })', "greeter_ports", [7, 8]],
  ['module:provides("net", { name = "a", config_prefix = "b" })', "b_ports", undefined],
])("ports of its own: %s", (text, name, ports) => {
  expect(options(text)).toMatchObject({ [name]: { type: { is: "list", items: "port" }, scope: "global" } });
  expect(options(text)).toMatchObject({ [name]: ports === undefined ? {} : { default: ports } });
});

test("what it needs", () => {
  expect(readModule('module:depends "http"; module:depends("disco", true)', "x").depends).toEqual([
    { name: "http" },
    { name: "disco", optional: true },
  ]);
});

test("a half-typed or hostile text is no trouble", () => {
  const text = 'local a = module:get_option_string("a", "x")\nlocal b = module:get_option_numb(\nfunction (\n💥';
  expect(options(text)).toEqual({ a: { type: "string", default: "x", scope: "host" } });
  expect(readModule(`module ${"(".repeat(5000)}`, "x")).toEqual({});
  expect(options('module:get_option_string("__proto__", "x")')).toEqual({
    ["__proto__"]: { type: "string", default: "x", scope: "host" },
  });
});

test.each([
  ["/srv/modules/mod_greeter.lua", "greeter"],
  ["file:///srv/mod_greeter/mod_greeter.lua", "greeter"],
  ["C:\\modules\\mod_greeter.lua", "greeter"],
  ["mod_greeter.lua", "greeter"],
  ["modules/mod_greeter/words.lib.lua", "greeter"],
  ["modules/words.lib.lua", undefined],
  ["modules/mod_greeter/data.lua", undefined],
  ["modules/mod_.lua", undefined],
  ["modules/mod_a-b.lua", undefined],
])("%s belongs to %s", (path, name) => {
  expect(moduleNameOf(path)).toBe(name);
});

describe("in the schema", () => {
  function schemaWith(name: string, text: string): Schema {
    const own = { modules: { [name]: readModule(text, name) }, options: {}, variables: {} };
    return new Schema(extendKnowledge(readKnowledge(), [{ knowledge: own, address: "file:///srv/mod.lua" }]), "13.0");
  }

  test("a module and its options are known, with the file as their page", () => {
    const schema = schemaWith("greeter", 'module:get_option_string("greeting", "Hi")');
    expect(schema.module("greeter")).toMatchObject({
      origin: "own",
      kind: "module",
      availability: "now",
      page: "file:///srv/mod.lua",
    });
    expect(schema.option("greeting")).toMatchObject({ origin: "own", type: "string", default: "Hi", modules: ["greeter"] });
    expect(schema.option("greeting")?.summary).toContain("greeter");
  });

  test("what Prosody reads itself stays as it is", () => {
    const before = new Schema(readKnowledge(), "13.0").option("c2s_timeout");
    expect(schemaWith("greeter", 'module:get_option_boolean("c2s_timeout", true)').option("c2s_timeout")).toEqual(before);
  });

  test("a copy of a community module is there, and described as before", () => {
    const before = new Schema(readKnowledge(), "13.0");
    const schema = schemaWith(
      "pastebin",
      'module:get_option_string("pastebin_threshold"); module:get_option_string("pastebin_new")',
    );
    expect(schema.module("pastebin")).toEqual(before.module("pastebin"));
    expect(schema.option("pastebin_threshold")).toEqual(before.option("pastebin_threshold"));
    expect(schema.option("pastebin_new")).toMatchObject({ origin: "own", type: "string" });
  });

  test("a provider is one by its name", () => {
    expect(
      schemaWith("auth_ours", "module:provides('auth', {})")
        .providers("auth")
        .map(({ name }) => name),
    ).toContain("ours");
  });
});
