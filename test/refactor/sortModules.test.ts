// Sorting the list of modules: groups, comments that stay with their item, and what is left alone.

import { describe, expect, test } from "vitest";
import { schemaFor } from "../support/knowledge.ts";
import { refactored, titlesAt } from "./checkRefactoring.ts";

const TITLE = "Sort and group";
const sorted = (source: string): string => refactored(source, TITLE).text;

describe("sorting modules", () => {
  test("groups them, and keeps comments with their items", () => {
    const text = sorted(`$0modules_enabled = {

	-- Generally required
		"roster"; -- Allow users to have a roster. Recommended ;)
		-- needed for
		-- old clients
		"tls";
		"disco";

	-- Nice to have
		"ping";
		--"mam"; -- Store messages
		-- what follows is ours
		'house_rules',
		"conversejs"
		-- to be tried
}
`);
    expect(text).toBe(`modules_enabled = {
		-- What every server needs
		"disco";
		"roster"; -- Allow users to have a roster. Recommended ;)
		-- needed for
		-- old clients
		"tls";

		-- What most users expect
		--"mam"; -- Store messages

		-- Conveniences
		"ping";

		-- From the community
		"conversejs";

		-- Modules of our own
		-- what follows is ours
		'house_rules';

		-- to be tried
}
`);
    expect(titlesAt(`$0${text}`).filter((title) => title.startsWith(TITLE))).toEqual([]);
  });

  test("keeps the separator, the comment behind the brace and the line breaks of Windows", () => {
    expect(sorted('$0modules_enabled = { -- all of them\r\n  "tls",\r\n  "roster", "mam", -- three\r\n}\r\n')).toBe(
      'modules_enabled = { -- all of them\r\n  -- What every server needs\r\n  "roster",\r\n  "tls",\r\n\r\n' +
        '  -- What most users expect\r\n  "mam", -- three\r\n}\r\n',
    );
  });

  test("one group needs no heading", () => {
    expect(sorted('$0modules_enabled = { "tls"; "roster" }\n')).toBe('modules_enabled = {\n\t"roster";\n\t"tls";\n}\n');
  });

  test("under a host, from any place in the list", () => {
    expect(sorted('VirtualHost "a.example"\n    modules_enabled = { "tls", "ros$0ter" }\n')).toBe(
      'VirtualHost "a.example"\n    modules_enabled = {\n        "roster",\n        "tls",\n    }\n',
    );
  });

  test.each([
    ["nothing to sort", '$0modules_enabled = { "tls" }'],
    ["something computed in it", '$0modules_enabled = { "tls"; "b" .. "osh"; "roster" }'],
    ["keys in it", '$0modules_enabled = { "tls"; x = "roster"; "disco" }'],
    ["a comment between code", '$0modules_enabled = { "tls" --[[ x ]]; "roster" }'],
    ["a comment over several lines", '$0modules_enabled = {\n--[[ "x";\n]]\n"tls"; "roster" }'],
    ["another option", '$0other = { "tls"; "roster" }'],
    ["a mistake in the file", '$0modules_enabled = { "tls"; "roster" }\nx = = 1\n'],
  ])("not with %s", (_, source) => {
    expect(titlesAt(source).filter((title) => title.startsWith(TITLE))).toEqual([]);
  });
});

describe("the groups", () => {
  const schema = schemaFor();

  test("name every bundled module that one enables once, and nothing else", () => {
    const named = schema.moduleGroups.flatMap(({ modules = [] }) => modules);
    expect(named.filter((name, i) => named.indexOf(name) !== i)).toEqual([]);
    expect(named.filter((name) => !Object.hasOwn(schema.bundledModules, name))).toEqual([]);
    const enabled = Object.entries(schema.bundledModules).filter(([, { kind }]) => kind === "module" || kind === "both");
    expect(enabled.map(([name]) => name).filter((name) => !named.includes(name))).toEqual([]);
  });

  test("have a place for everything else", () => {
    expect(schema.moduleGroups.flatMap(({ origin }) => origin ?? [])).toEqual(["community", "own"]);
  });
});
