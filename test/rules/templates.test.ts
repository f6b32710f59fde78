// Templates of configurations get one note in the place of all that a parser of Lua says.

import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import { check } from "../../server/src/core/rules/check.ts";
import { schemaFor } from "../support/knowledge.ts";

/** What is said of the syntax. */
const syntaxOf = (text: string): readonly (readonly [string, string])[] =>
  check(analyse("lua", text), schemaFor())
    .filter(({ rule }) => rule.startsWith("syntax/"))
    .map(({ rule, span }) => [rule, text.slice(span.start, span.end)] as const);

describe("a template", () => {
  test.each([
    ['{{ if .Env.A }}\nadmins = { "a@example.org" }\n{{ end }}\n', "{{"],
    ['{{- range $x := .Hosts }}\nVirtualHost "{{ $x }}"\n{{- end }}\n', "{{"],
    ["c2s_ports = {{ ports | to_json }}\nhttps_ports = {{ b.c }} d\n", "{{"],
    ['{% for x in hosts %}\nVirtualHost "{{ x }}"\n{% endfor %}\n', "{%"],
    ["daemonize = <%= @daemonize %>\n", "<%"],
  ])("%j", (text, sign) => {
    expect(syntaxOf(text)).toEqual([["syntax/template", sign]]);
  });

  test.each([
    ["a mistake in Lua", "admins = { {\nVirtualHost = \n"],
    ["a list of tables", 'log = {{ levels = { min = "info" } to = "console" }}\n'],
    ["less than a remainder", "a = 1 <\n"],
  ])("is not %s", (_name, text) => {
    const found = syntaxOf(text).map(([rule]) => rule);
    expect(found).not.toEqual([]);
    expect(found).not.toContain("syntax/template");
  });

  test("that Lua accepts as it stands is not spoken of", () => {
    expect(syntaxOf('VirtualHost "{{ host }}"\nlog = "{% log %}"\n')).toEqual([]);
  });
});
