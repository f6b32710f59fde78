// Several items in one text.

import { expect, test } from "vitest";
import { joinedItems } from "../../../server/src/core/rules/lua/joined-items.ts";
import { itemsIn } from "../../../server/src/core/rules/lua/shared/joined.ts";
import { testRule } from "../../support/rules.ts";

testRule(joinedItems, [
  {
    name: "accounts",
    file: 'admins = { "a@example.org, b@example.org" }\n--         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: 2 items\n',
    fixes: ["Write each by itself (unsafe)"],
    forced: 'admins = { "a@example.org", "b@example.org" }\n',
  },
  {
    name: "without braces",
    file: 'modules_enabled = "roster, mam; ping"\n--                ^^^^^^^^^^^^^^^^^^^ warning: 3 items\n',
    fixes: ["Write each by itself (unsafe)"],
    forced: 'modules_enabled = { "roster", "mam", "ping" }\n',
  },
  {
    name: "ports",
    file: 'c2s_ports = { "5222 5223", 5000 }\n--            ^^^^^^^^^^^ warning\n',
    fixes: ["Write each by itself (unsafe)"],
    forced: "c2s_ports = { 5222, 5223, 5000 }\n",
  },
  {
    name: "networks",
    file: 'trusted_proxies = "10.0.0.0/8,::1"\n--                ^^^^^^^^^^^^^^^^ warning\n',
    fixes: ["Write each by itself (unsafe)"],
    forced: 'trusted_proxies = { "10.0.0.0/8", "::1" }\n',
  },
  {
    name: "hosts and accounts",
    file: 'unlimited_jids = { "a@b.c, d.e" }\n--                 ^^^^^^^^^^^^ warning\n',
    fixes: ["Write each by itself (unsafe)"],
    forced: 'unlimited_jids = { "a@b.c", "d.e" }\n',
  },
  {
    name: "no items",
    file: 'modules_enabled = { "the roster"; "a,B" }\nadmins = { "a@b.c and others" }\nmotd_text = "a, b"\npidfile = "a,b"\n',
  },
  { name: "one value", file: 'http_host = "a.b, c.d"\n' },
]);

test.each([
  ["a@b.example, c@b.example", ["a@b.example", "c@b.example"]],
  ["a@b.example c@b.example", ["a@b.example", "c@b.example"]],
  ["a@b.example, and others", undefined],
  ["a@b.example", undefined],
  ["some words", undefined],
  [",", undefined],
])("the items of %j", (text, items) => {
  expect(itemsIn(text, "jid")).toEqual(items);
});
