// Values with which Prosody does not start.

import { describe, expect, test } from "vitest";
import { analyse } from "../../../server/src/core/analyse.ts";
import { check } from "../../../server/src/core/rules/check.ts";
import { fatalValue } from "../../../server/src/core/rules/lua/fatal-value.ts";
import { schemaFor } from "../../support/knowledge.ts";
import { testRule } from "../../support/rules.ts";

testRule(fatalValue, [
  {
    name: "a list of one where one is wanted",
    file: 'data_path = { "/var/lib/prosody" }\n--          ^^^^^^^^^^^^^^^^^^^^^^ error: does not start\n',
    fixes: ["Keep the first alone (unsafe)"],
    forced: 'data_path = "/var/lib/prosody"\n',
  },
  {
    name: "nothing in it",
    file: "authentication = {}\n--               ^^ error: `authentication` takes\n",
  },
  {
    name: "no list",
    file: 'plugin_paths = "/srv/modules"\n--             ^^^^^^^^^^^^^^ error: does not start\n',
    fixes: ["Put it into a list (safe)"],
    allFixed: 'plugin_paths = { "/srv/modules" }\n',
  },
  { name: "a list in a list is another rule's", file: 'modules_enabled = { "tls", { "mam" } }\n' },
  {
    name: "a number for a path",
    file: "pidfile = 12\n--        ^^ error\n",
    fixes: ["Put it in quotes (unsafe)"],
    forced: 'pidfile = "12"\n',
  },
  { name: "a switch", file: "statistics = true\n--           ^^^^ error\n" },
  { name: "on a branch", file: "if ENV_X then\n  umask = {}\n--        ^^ warning\nend\n" },
  { name: "with this version", file: "umask = {}\n--      ^^ error\n" },
  { name: "not with that", file: "umask = {}\n", version: "0.12" },
  {
    name: "what may be right",
    file: 'umask = "027"\npidfile = name\nssl = { key = "/x"; certificate = "/y" }\ndata_path = false\nplugin_paths = { dir() }\ncertificates = { path() }\ndata_path = {{ data_path }}\n',
  },
]);

describe("nothing else is said of the same value", () => {
  test.each(['data_path = { "/a", "/b" }', 'plugin_paths = "/a"', "gc = 5"])("%s", (text) => {
    const found = check(analyse("lua", `${text}\nVirtualHost "chat.example.com"\n`), schemaFor());
    expect(found.filter(({ span }) => span.start < text.length && span.end > text.indexOf("=")).map(({ rule }) => rule)).toEqual([
      "fatal-value",
    ]);
  });
});
