// Reads the texts that tests are written as: `$0` is the cursor, a comment with carets under a line marks what is expected
// there, and a line `--- conf.d/a.cfg.lua` begins another file of the same project.
//
//     c2s_port = 5222
//     --^^^^^^ warning unknown-option: did you mean
//
// Carets mark the columns above them; when they touch the comment sign, the mark begins at the sign. Behind them stand a
// severity, a rule, both, or neither, and after a colon a part of the message.

import { SEVERITIES } from "../../server/src/core/rules/rule.ts";
import type { Severity } from "../../server/src/core/rules/rule.ts";

export interface Fixture {
  /** Without marks and cursor. */
  readonly text: string;
  /** Offset of `$0`. */
  readonly cursor?: number;
  readonly expected: readonly Expected[];
}

export interface Expected {
  /** Offsets in `text`; an end at the end of a line also stands for all that goes on below. */
  readonly start: number;
  readonly end: number;
  readonly severity?: Severity;
  readonly rule?: string;
  readonly message?: string;
}

export interface FixtureFile extends Fixture {
  readonly path: string;
  /** Words behind the path: `--- prosody.cfg.lua versioned`. */
  readonly traits: readonly string[];
}

const CURSOR = "$0";

export function readFixture(source: string): Fixture {
  const lines: string[] = [];
  const expected: Expected[] = [];
  let lineStart = 0;
  for (const line of source.split("\n")) {
    const mark = /^(\s*(--|#))(\s*)(\^+)(.*)$/.exec(line);
    const above = lines.at(-1);
    if (mark === null || above === undefined) {
      if (above !== undefined) lineStart += above.length + 1;
      lines.push(line);
      continue;
    }
    const [, before = "", sign = "", gap = "", carets = "", words = ""] = mark;
    const column = gap === "" ? before.length - sign.length : before.length + gap.length;
    const end = before.length + gap.length + carets.length;
    if (end > above.length) throw new Error(`the mark under "${above}" is longer than the line`);
    expected.push({ start: lineStart + column, end: lineStart + end, ...readWords(words) });
  }
  const text = lines.join("\n");
  const cursor = text.indexOf(CURSOR);
  if (cursor < 0) return { text, expected };
  if (expected.length > 0) throw new Error("a text with a cursor cannot have marks as well");
  return { text: text.slice(0, cursor) + text.slice(cursor + CURSOR.length), cursor, expected };
}

const SEPARATOR = /^--- (\S+)((?: [a-z]+)*)$/;

/** Whether the text tells of several files. */
export function isProject(source: string): boolean {
  return SEPARATOR.test(source.split("\n", 1)[0] ?? "");
}

/** The files of a project; a text without `---` lines is the one file `name`. */
export function readProject(source: string, name = "prosody.cfg.lua"): readonly FixtureFile[] {
  const files: { path: string; traits: readonly string[]; lines: string[] }[] = [];
  for (const line of source.split("\n")) {
    const [, path, words = ""] = SEPARATOR.exec(line) ?? [];
    if (path !== undefined) {
      // What ends at the separator ends with a line break.
      files.at(-1)?.lines.push("");
      files.push({ path, traits: words.split(" ").filter((word) => word !== ""), lines: [] });
    } else if (files.length > 0) files.at(-1)?.lines.push(line);
    else files.push({ path: name, traits: [], lines: [line] });
  }
  return files.map(({ path, traits, lines }) => ({ path, traits, ...readFixture(lines.join("\n")) }));
}

function readWords(words: string): Omit<Expected, "start" | "end"> {
  const [head = "", ...rest] = words.split(":");
  const names = head.split(/\s+/).filter((word) => word !== "");
  const severity = SEVERITIES.find((known) => known === names[0]);
  const rule = names[severity === undefined ? 0 : 1];
  const message = rest.join(":").trim();
  return {
    ...(severity === undefined ? {} : { severity }),
    ...(rule === undefined ? {} : { rule }),
    ...(message === "" ? {} : { message }),
  };
}
