// What holds for the features in any text at any place: they never throw, and what they answer lies inside the text.

import fc from "fast-check";
import { expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import type { Analysis } from "../../server/src/core/analyse.ts";
import { complete } from "../../server/src/core/features/completion/index.ts";
import { hover } from "../../server/src/core/features/hover.ts";
import { outline } from "../../server/src/core/features/outline.ts";
import type { OutlineItem } from "../../server/src/core/features/outline.ts";
import { checkItems } from "../support/completion.ts";
import { schemaFor } from "../support/knowledge.ts";
import { damage, damaged, validConfig } from "../support/luaTexts.ts";

const SEED = { seed: 20261123, numRuns: 70 };

/** Places in a text, as fractions of its length. */
const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });

const envLine = fc.oneof(
  fc.constantFrom(
    "PROSODY_ADMINS=a@b",
    "export PROSODY_STORAGE=sql",
    'PROSODY_ENABLE_MODULES="mam,',
    "PROSODY_COMPONENTS=a:b,c:d",
    "# x",
    "",
    "A='",
    'B="x ${Y:-z}',
    "PROSODY_LOGLEVEL = info # y",
    "=",
    "🚀=🚀",
  ),
  fc.string({ maxLength: 12 }),
);
const envFile = fc
  .tuple(fc.array(envLine, { maxLength: 8 }), fc.constantFrom("\n", "\r\n", "\r"))
  .map(([lines, end]) => lines.join(end));

function checkPlace(analysis: Analysis, offset: number): void {
  const { text } = analysis;
  checkItems(text, offset, complete(analysis, schemaFor(), offset));
  const found = hover(analysis, schemaFor(), offset);
  if (found === undefined) return;
  expect(found.span.start >= 0 && found.span.start <= offset && offset <= found.span.end && found.span.end <= text.length).toBe(
    true,
  );
  expect(found.markdown).not.toBe("");
}

/** Editors refuse a whole outline for one item whose name lies outside of it. */
function checkOutline(items: readonly OutlineItem[], start: number, end: number): void {
  for (const { span, nameSpan, children } of items) {
    const ordered = [start, span.start, nameSpan.start, nameSpan.end, span.end, end];
    expect([...ordered].sort((a, b) => a - b)).toEqual(ordered);
    checkOutline(children, span.start, span.end);
  }
}

test("completion, hover and outline of damaged configurations", () => {
  fc.assert(
    fc.property(validConfig, damage, places, (text, how, fractions) => {
      const broken = damaged(text, how);
      const analysis = analyse("lua", broken);
      const near = Math.floor(how.at * text.length);
      const offsets = [near, near + how.insert.length, ...fractions.map((fraction) => Math.floor(fraction * broken.length))];
      for (const offset of offsets) checkPlace(analysis, Math.min(offset, broken.length));
      checkOutline(outline(analysis), 0, broken.length);
    }),
    SEED,
  );
});

test("completion, hover and outline of env files", () => {
  fc.assert(
    fc.property(envFile, places, (text, fractions) => {
      const analysis = analyse("env", text);
      for (const fraction of fractions) checkPlace(analysis, Math.floor(fraction * text.length));
      checkOutline(outline(analysis), 0, text.length);
    }),
    SEED,
  );
});

test("every place of one ordinary file", () => {
  const text =
    'admins = { "a@b" }\r\nlog = { { to = "file"; levels = { min = "info" } } }\nVirtualHost "x" { ssl = { key = "k" } }\nif ENV_X then storage = "sql" end -- 🚀\n';
  const analysis = analyse("lua", text);
  for (let offset = 0; offset <= text.length; offset++) checkPlace(analysis, offset);
});
