// What fixes would change, as a unified diff. Lines are compared as they are and shown without secrets.

import { structuredPatch } from "diff/lib/patch/create.js";
import picocolors from "picocolors";
import type { AppliedFix } from "../../core/rules/fixAll.ts";
import type { InputKind } from "../input/guessKind.ts";
import type { Colours } from "./colours.ts";
import { toJson } from "./json.ts";
import { printable } from "./printable.ts";

/** A text, and the same lines as they may be shown. */
export interface ShownText {
  readonly text: string;
  readonly shown: string;
}

/** A file that would change. */
export interface FileDiff {
  readonly path: string;
  readonly kind: InputKind;
  readonly before: ShownText;
  readonly after: ShownText;
  /** Lines around a change. */
  readonly context: number;
  readonly fixes: readonly AppliedFix[];
}

/** Lines that go or come at most: finding them takes this number's square in steps. Beyond it all lines are shown as changed. */
const MOST_CHANGES = 2_000;

export function formatDiffs(files: readonly FileDiff[], colours: Colours): string {
  return files.map((file) => unified(file, colours)).join("");
}

export function formatDiffsAsJson(files: readonly FileDiff[]): string {
  return toJson({
    files: files.map((file) => ({
      path: file.path,
      kind: file.kind,
      fixed: file.fixes.length,
      fixes: file.fixes,
      diff: unified(file, PLAIN),
    })),
  });
}

const PLAIN = picocolors.createColors(false);

function unified({ path, before, after, context }: FileDiff, colours: Colours): string {
  const [old, now] = [linesOf(before), linesOf(after)];
  const compare = (maxEditLength: number): ReturnType<typeof structuredPatch> | undefined =>
    structuredPatch(path, path, before.text, after.text, undefined, undefined, { context, maxEditLength });
  const hunks = compare(MOST_CHANGES)?.hunks ?? [
    {
      oldStart: 1,
      newStart: 1,
      oldLines: old.length,
      newLines: now.length,
      lines: [...old.map((line) => `-${line}`), ...now.map((line) => `+${line}`)],
    },
  ];
  const name = printable(path);
  const parts = [colours.bold(`--- ${name}`), colours.bold(`+++ ${name}`)];
  for (const { oldStart, oldLines, newStart, newLines, lines } of hunks) {
    parts.push(colours.cyan(`@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`));
    let [was, is] = [oldStart - 1, newStart - 1];
    for (const line of lines) {
      const sign = line.charAt(0);
      if (sign === "-") parts.push(painted(`-${old[was++] ?? ""}`, colours.red));
      else if (sign === "+") parts.push(painted(`+${now[is++] ?? ""}`, colours.green));
      else if (sign === " ") {
        parts.push(` ${now[is++] ?? ""}`);
        was++;
      } else parts.push(line);
    }
  }
  return parts.map((part) => `${part}\n`).join("");
}

/** Of no lines: the line before them. */
function range(start: number, count: number): string {
  return count === 1 ? String(start) : `${count === 0 ? start - 1 : start},${count}`;
}

/** The line's end stays outside of the color. */
function painted(line: string, paint: (text: string) => string): string {
  return line.endsWith("\r") ? `${paint(line.slice(0, -1))}\r` : paint(line);
}

/** As they are shown, without their ends. */
function linesOf({ shown }: ShownText): readonly string[] {
  const lines = shown.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}
