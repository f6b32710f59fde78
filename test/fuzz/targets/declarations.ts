// What a workspace declares: prosody-schema.json and a configuration that uses it, .prosody-config.json, and modules whose source tells
// their options.

import { parseConfig } from "../../../server/src/core/rules/configFile.ts";
import { check } from "../../../server/src/core/rules/check.ts";
import { readModule } from "../../../server/src/core/schema/customModules/readModule.ts";
import { extendKnowledge } from "../../../server/src/core/schema/extendKnowledge.ts";
import { parseExtension } from "../../../server/src/core/schema/extension.ts";
import { Schema } from "../../../server/src/core/schema/schema.ts";
import type { Span } from "../../../server/src/core/text/span.ts";
import { readKnowledge } from "../../../scripts/knowledge.mjs";
import { CURRENT } from "../../support/knowledge.ts";
import { analyseLua } from "../../support/ruleProject.ts";
import { must } from "../target.ts";
import type { Target } from "../target.ts";

const JSON_PIECES = ['"', "{", "}", "[", "]", ",", ":", "null", "true", "1e999", "-0", "\\u0000", '"a": ', "// c\n", "/*", '"__proto__": {}, ', '"constructor": 1, ']; // prettier-ignore

function mustBeInside(text: string, places: readonly { readonly span: Span }[]): void {
  for (const { span } of places)
    must(0 <= span.start && span.start <= span.end && span.end <= text.length, "a problem lies outside");
}

const KNOWLEDGE = readKnowledge();

const USE = analyseLua(
  'my_opt = "aaaaaaaaaaaaaaaaaaaaaaaaaaaa!"\nmy_list = { 1, "x", { a = true } }\nVirtualHost "a.example"\nmodules_enabled = { "mine" }\n',
);

const schemaFile: Target = {
  name: "schemaFile",
  weight: 1,
  bases: () => [
    '{ "options": { "my_opt": { "type": { "is": "text", "pattern": "^(a+)+$" }, "summary": "x [l](https://a.b)", "link": "https://a.b/c", "default": "a" } } }\n',
    '{\n  "modules": { "mine": { "summary": "s", "depends": ["tls"], "options": { "my_list": { "type": { "is": "list", "items": "integer" }, "secret": true } } } },\n  "variables": { "MY_X": { "type": "boolean" } }\n}\n',
    '{ "options": { "my_list": { "type": ["boolean", { "is": "record", "fields": { "a": { "type": "string" } } }] }, "my_opt": { "type": { "is": "enum", "values": ["a", "b"] } } } }',
  ],
  pieces: [...JSON_PIECES, '"type": "string"', '"pattern": "(a|a)*b"', '"pattern": "("', '"is": "map", "values": "string"', '"secret": true, ', '"my_opt": {}, ', '"scope": "host", ', "(a+)+", "\\\\d{1,999}", "(?=x)", "[^", "my_list", "my_opt"],
  hold: (text) => {
    const { extension, problems } = parseExtension(text);
    mustBeInside(text, problems);
    check(USE, new Schema(extendKnowledge(KNOWLEDGE, [{ knowledge: extension, address: "file:///w/prosody-schema.json" }]), CURRENT));
  },
}; // prettier-ignore

const projectFile: Target = {
  name: "projectFile",
  weight: 20,
  bases: () => ['{\n  "version": "13.0",\n  "rules": { "unknown-option": "off", "short-secret": "error" },\n  "ignore": ["old/**"],\n  "schema": ["a.json"],\n  "env": { "dialect": "compose" }\n}\n'],
  pieces: [...JSON_PIECES, '"rules": { "x": "warning" }', '"version": "0.12"', '"off"', '"ignore": ["', "**/", "!(", "{a,b}", "[!", "unknown-option"],
  hold: (text) => mustBeInside(text, parseConfig(text).problems),
}; // prettier-ignore

const moduleSource: Target = {
  name: "moduleSource",
  weight: 8,
  bases: () => [
    'local jid = require "util.jid";\nmodule:depends("http");\nlocal n = module:get_option_number("mine_limit", 5);\nlocal s = module:get_option_set("mine_list", { "a" });\nmodule:provides("http", { route = { GET = f } });\nfunction module.add_host(module)\n\tlocal x = module:get_option_string(module.name.."_x", "y");\nend\n',
    'module:set_global();\nlocal t = module:get_option_period("mine_ttl", "1 day");\nlocal e = module:get_option_enum("mine_kind", "a", "b");\nlocal b = module:get_option_boolean("mine_on") and 1 or module:get_option("mine_any");\n',
  ],
  pieces: ["module:get_option_integer(", '"mine_x", ', "module", ":get_option", "function() ", "end\n", "local m = module\n", "{ a = 1 }", "..", "(", ")", ")()", "if x then ", "[", "f"],
  hold: (text) => {
    readModule(text, "mine");
  },
}; // prettier-ignore

export const declarations: readonly Target[] = [schemaFile, projectFile, moduleSource];
