// The outline: what is set in which section, as an indented list of names.

import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import { outline } from "../../server/src/core/features/outline.ts";
import type { OutlineItem } from "../../server/src/core/features/outline.ts";
import type { FileKind } from "../../server/src/core/source.ts";

/** One line per item, `name (kind detail)`, two blanks deeper for each level. */
function lines(items: readonly OutlineItem[], depth = 0): readonly string[] {
  return items.flatMap(({ name, kind, detail, children }) => [
    `${"  ".repeat(depth)}${name} (${[kind, detail].filter((word) => word !== "").join(" ")})`,
    ...lines(children, depth + 1),
  ]);
}

function checkOutline(text: string, expected: readonly string[], kind: FileKind = "lua"): void {
  const items = outline(analyse(kind, text));
  expect(lines(items)).toEqual(expected);
  checkSpans(items, { start: 0, end: text.length });
}

/** Editors demand that an item lies within its parent and its name within the item. */
function checkSpans(items: readonly OutlineItem[], around: { readonly start: number; readonly end: number }): void {
  for (const { span, nameSpan, children, name } of items) {
    expect(span.start, name).toBeGreaterThanOrEqual(around.start);
    expect(span.end, name).toBeLessThanOrEqual(around.end);
    expect(nameSpan.start, name).toBeGreaterThanOrEqual(span.start);
    expect(nameSpan.end, name).toBeLessThanOrEqual(span.end);
    checkSpans(children, span);
  }
}

describe("prosody.cfg.lua", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["nothing", "-- nothing\n", []],
    ["the global section", 'admins = {}\nstorage = "sql"', ["admins (option)", "storage (option)"]],
    [
      "sections",
      'admins = {}\nVirtualHost "a.example"\n  enabled = true\n  ssl = {}\nComponent "rooms.a.example" "muc"\n  name = "x"\n',
      [
        "admins (option)",
        "a.example (host VirtualHost)",
        "  enabled (option)",
        "  ssl (option)",
        "rooms.a.example (component Component muc)",
        "  name (option)",
      ],
    ],
    [
      "a table, after which the global section goes on",
      'VirtualHost "a.example" { enabled = true }\nadmins = {}\n',
      ["a.example (host VirtualHost)", "  enabled (option)", "admins (option)"],
    ],
    ["a computed name", "VirtualHost(name)\nenabled = true", ["VirtualHost (host VirtualHost)", "  enabled (option)"]],
    ["blocks", "if ENV_X then\n  admins = {}\nend", ["admins (option)"]],
    ["a half-typed line", 'admins = {}\nstorage = \nlog = "y"', ["admins (option)", "storage (option)", "log (option)"]],
  ];
  test.each(cases)("%s", (_, text, expected) => {
    checkOutline(text, expected);
  });

  test("a section reaches to the next one", () => {
    const text = 'VirtualHost "a"\n  enabled = true\n\nVirtualHost "b"\n';
    const [first, second] = outline(analyse("lua", text));
    expect(first && text.slice(first.span.start, first.span.end)).toBe('VirtualHost "a"\n  enabled = true\n\n');
    expect(second?.span.end).toBe(text.length);
    expect(first && text.slice(first.nameSpan.start, first.nameSpan.end)).toBe('"a"');
  });
});

describe("env files", () => {
  test("variables without their values", () => {
    checkOutline("PROSODY_ADMINS=a@b\nexport X='hunter2'\n# no\n", ["PROSODY_ADMINS (variable)", "X (variable)"], "env");
  });
});
