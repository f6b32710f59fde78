// Questions about one name look at the files that mention it, in their order, and where there are few files at all of them.

import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import type { LuaAnalysis } from "../../server/src/core/analyse.ts";
import { FileIndex } from "../../server/src/core/semantics/fileIndex.ts";
import { FilesByName } from "../../server/src/core/semantics/filesByName.ts";
import type { NameKind } from "../../server/src/core/semantics/filesByName.ts";
import { schemaFor } from "../support/knowledge.ts";

const TEXTS = [
  'modules_enabled = { "roster" }\nadmins = { "a@one.example" }\n',
  'VirtualHost "one.example"\n  modules_enabled = { "tls" }\n',
  'VirtualHost "two.example"\n  admins = {}\n',
  'Component "rooms.one.example" "muc"\n  modules_disabled = { "tls" }\n',
  'VirtualHost "one.example"\n  name = site_name\n',
  "site_name = 'x'\nadmins = {}\nadmins = { }\n",
  "-- nothing\n",
];

const OTHERS = ['VirtualHost "three.example"\n', 'VirtualHost "four.example"\n'];

/** Which of the files are looked at for a name. */
function asked(texts: readonly string[], kind: NameKind, name: string): readonly number[] {
  const files = texts.map((text) => new FileIndex((analyse("lua", text) as LuaAnalysis).file, schemaFor()));
  return new FilesByName(files).with(kind, name).map((file) => files.indexOf(file));
}

describe("of many files", () => {
  const many = [...TEXTS, ...OTHERS];

  test.each([
    ["option", "admins", [0, 2, 5]],
    ["option", "name", [4]],
    ["host", "one.example", [1, 4]],
    ["host", "rooms.one.example", [3]],
    ["module", "tls", [1, 3]],
    ["module", "disable tls", [3]],
    ["module", "muc", [3]],
    ["read", "site_name", [4]],
    ["option", "one.example", []],
    ["host", "elsewhere.example", []],
  ] as const)("%s %s", (kind, name, files) => {
    expect(asked(many, kind, name)).toEqual(files);
  });

  test("the same answer comes again, and for each kind its own", () => {
    const files = many.map((text) => new FileIndex((analyse("lua", text) as LuaAnalysis).file, schemaFor()));
    const byName = new FilesByName(files);
    const hosts = byName.with("host", "two.example");
    expect(hosts).toEqual([files[2]]);
    expect(byName.with("option", "two.example")).toEqual([]);
    expect(byName.with("host", "two.example")).toBe(hosts);
  });
});

test("of a few files, all are asked", () => {
  expect(asked(TEXTS, "option", "admins")).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(asked([...TEXTS, ""], "option", "admins")).toEqual([0, 2, 5]);
});
