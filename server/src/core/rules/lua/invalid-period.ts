// Periods of time that Prosody reads as something else than what is written.

import { periodProblem } from "../../schema/kinds/periods.ts";
import type { PeriodProblem } from "../../schema/kinds/periods.ts";
import { compareVersions } from "../../schema/version.ts";
import type { Fix } from "../rule.ts";
import { replaceText } from "./shared/literals.ts";
import { code } from "./shared/words.ts";
import { textRule } from "./shared/textRule.ts";

export const invalidPeriod = textRule({
  id: "invalid-period",
  severity: "warning",
  kinds: ["period"],
  problem({ value, text, kinds }, context) {
    // Before, each module read its periods in its own way.
    if (kinds.size > 1 || compareVersions(context.schema.version, "13.0") < 0) return undefined;
    const found = periodProblem(text);
    if (found === undefined) return undefined;
    return { says: `takes a period of time. ${messageOf(found)}`, fixes: fixesOf(found, context.text, value.span) };
  },
});

function messageOf(problem: PeriodProblem): string {
  switch (problem.kind) {
    case "no-unit":
      return `Without a unit that it knows, Prosody takes ${code(problem.number)} for seconds and logs an error. Write the number alone, or a unit behind it.`;
    case "ambiguous":
      return `Prosody takes this for ${code(counted(problem.number, problem.unit))} and logs that it is ambiguous. Write the unit as a word.`;
    case "several":
      return "Prosody reads the first number and its unit alone; the rest is lost. Write it with one whole number.";
    case "case":
      return "The word is `never`, in lower case.";
  }
}

function counted(number: string, unit: string): string {
  return `${number} ${unit}${Number(number) === 1 ? "" : "s"}`;
}

function fixesOf(problem: PeriodProblem, text: string, span: Fix["edits"][number]["span"]): readonly Fix[] {
  const quoted = (meant: string, safe = false): Fix => ({
    title: `Change to ${code(meant)}`,
    edits: [replaceText(text, span, meant)],
    safe,
  });
  const number = (seconds: string, safe: boolean): Fix => ({
    title: `Write it as ${code(seconds)} seconds`,
    edits: [{ span, newText: seconds }],
    safe,
  });
  switch (problem.kind) {
    case "no-unit":
      return /^["']\d+["']$/.test(text.slice(span.start, span.end)) ? [number(problem.number, true)] : [];
    case "ambiguous":
      // What it is now. The other reading is not offered: an archive that expires after minutes is lost.
      return [quoted(counted(problem.number, problem.unit), true)];
    case "several":
      return problem.seconds === undefined ? [] : [number(String(problem.seconds), false)];
    case "case":
      return [quoted("never", true)];
  }
}
