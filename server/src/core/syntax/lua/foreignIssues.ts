// Says what stands instead of Lua's own signs: once for neighboring lines, with a fix for all of them.

import type { SyntaxIssue } from "../issue.ts";
import type { CharacterMark, CommentMark, Mark } from "./foreign.ts";

export const LOOKALIKE = "lookalike-character";
export const FOREIGN_COMMENT = "foreign-comment";

export function foreignIssues(text: string, marks: readonly Mark[]): readonly SyntaxIssue[] {
  const groups: Mark[][] = [];
  for (const mark of marks) {
    const group = groups.at(-1);
    if (group !== undefined && isSameTrouble(text, group.at(-1), mark)) group.push(mark);
    else groups.push([mark]);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      first.kind === "comment" ? commentIssue(first, group) : characterIssue(group.filter((one) => one.kind === "character")),
    ];
  });
}

/** On one line, or on two that follow each other. */
function isSameTrouble(text: string, before: Mark | undefined, mark: Mark): boolean {
  if (before?.kind !== mark.kind || (mark.kind === "comment" && before.kind === "comment" && mark.sign !== before.sign))
    return false;
  return text.slice(before.end, mark.start).split("\n", 3).length < 3;
}

function commentIssue({ start, end, sign }: CommentMark, group: readonly Mark[]): SyntaxIssue {
  const isNamed = sign.length > 4;
  return {
    id: FOREIGN_COMMENT,
    message: `${isNamed ? `A ${sign}` : `\`${sign}\``} does not begin a comment in Lua, so Prosody does not load the file. Comments begin with \`--\`.`,
    span: { start, end },
    fix: { title: group.length > 1 ? "Make them Lua comments" : "Make it a Lua comment", edits: editsOf(group) },
  };
}

function characterIssue(group: readonly CharacterMark[]): SyntaxIssue {
  const looks = [...new Map(group.map(({ look }) => [look.name, look])).values()];
  const meant = [...new Set(looks.map(({ meant }) => meant))];
  const [first] = group;
  const names = looks.slice(0, 3).map(({ name }) => name);
  const rest = looks.length > 3 ? ["others"] : [];
  const written = meant.map((one) => (one === " " ? "an ordinary space" : `\`${one}\``));
  const isInvisible = meant.length === 1 && meant[0] === "";
  const advice = isInvisible
    ? "Remove it"
    : meant.includes("") || meant.length > 3
      ? "Write plain characters"
      : `Write ${listed(written)}`;
  const [start, end] = [first?.start ?? 0, first?.end ?? 0];
  return {
    id: LOOKALIKE,
    message:
      `Lua does not accept the ${listed([...names, ...rest])} here, so Prosody does not load the file. ${advice} instead.`.replace(
        "Remove it instead",
        "Remove it",
      ),
    span: { start, end },
    fix: { title: isInvisible ? "Remove the invisible characters" : "Replace with plain characters", edits: editsOf(group) },
  };
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

function editsOf(group: readonly Mark[]): { span: { start: number; end: number }; newText: string }[] {
  return group.map(({ start, end, newText }) => ({ span: { start, end }, newText }));
}
