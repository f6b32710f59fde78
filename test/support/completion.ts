// Completion as somebody at the keyboard meets it: the text with the cursor in it, what is offered, and the text after accepting
// one proposal with every placeholder left at its default. Each check also holds all proposals to what editors demand of them.

import { expect } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import { complete } from "../../server/src/core/features/completion/index.ts";
import type { CompletionItem } from "../../server/src/core/features/completion/index.ts";
import type { Version } from "../../server/src/core/schema/types.ts";
import type { FileKind } from "../../server/src/core/source.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { readFixture } from "./fixture.ts";
import { schemaFor } from "./knowledge.ts";
import { expandSnippet } from "./snippet.ts";

export interface CompletionCase {
  /** With `$0` at the cursor. */
  readonly before: string;
  readonly kind?: FileKind;
  readonly version?: Version;
  /** Labels that must be among the proposals. */
  readonly offers?: readonly string[];
  /** Labels that must not. */
  readonly not?: readonly string[];
  /** All labels, in the order of their rank. */
  readonly exactly?: readonly string[];
  /** The best proposals, in order. */
  readonly first?: readonly string[];
  readonly accept?: string;
  /** The text after accepting; `|` is where the cursor ends up, when the proposal says so. */
  readonly after?: string;
}

export function checkCompletion({
  before,
  kind = "lua",
  version,
  offers = [],
  not = [],
  exactly,
  first,
  accept,
  after,
}: CompletionCase): void {
  const { text, cursor } = readFixture(before);
  if (cursor === undefined) throw new Error("a completion needs a cursor");
  const items = complete(analyse(kind, text), schemaFor(version), cursor);
  checkItems(text, cursor, items);
  const labels = items.map((item) => item.label);
  expect(
    offers.filter((label) => !labels.includes(label)),
    "missing",
  ).toEqual([]);
  expect(
    not.filter((label) => labels.includes(label)),
    "unwanted",
  ).toEqual([]);
  if (exactly !== undefined) expect(labels).toEqual(exactly);
  if (first !== undefined) expect(labels.slice(0, first.length)).toEqual(first);
  if (accept !== undefined) expect(accepted(text, labelled(items, accept))).toBe(after);
}

/** Snippets that were expanded without trouble: the same few hundred come again and again. */
const readable = new Set<string>();

/** What holds for any proposal anywhere: its edit is on the cursor's line and around the cursor, and nothing comes twice. */
export function checkItems(text: string, cursor: number, items: readonly CompletionItem[]): void {
  for (const { label, edit, snippet } of items) {
    const { start, end } = edit.span;
    if (start < 0 || start > cursor || cursor > end || end > text.length)
      throw new Error(`${label}: ${start}–${end} is not around ${cursor}`);
    const replaced = text.slice(start, end);
    if (/[\r\n]/.test(replaced)) throw new Error(`${label} replaces more than a line: ${JSON.stringify(replaced)}`);
    if (snippet !== true || readable.has(edit.newText)) continue;
    expandSnippet(edit.newText);
    readable.add(edit.newText);
  }
  const texts = items.map((item) => item.edit.newText);
  if (new Set(texts).size < texts.length)
    throw new Error(`offered twice: ${texts.filter((text, i) => texts.indexOf(text) !== i).join(", ")}`);
}

/** The file after accepting. */
function accepted(text: string, item: CompletionItem): string {
  const newText = item.snippet === true ? expandSnippet(item.edit.newText.replace(/(?<!\\)\$0/g, "$${0:|}")) : item.edit.newText;
  return applyEdits(text, [{ span: item.edit.span, newText }]) ?? "";
}

/** Found as an editor finds it: what is typed so far must lead to it. */
function labelled(items: readonly CompletionItem[], label: string): CompletionItem {
  const item = items.find((candidate) => candidate.label === label);
  if (item === undefined)
    throw new Error(
      `${label} is not among ${items
        .slice(0, 20)
        .map((candidate) => candidate.label)
        .join(", ")}`,
    );
  return item;
}
