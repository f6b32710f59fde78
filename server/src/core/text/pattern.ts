// Regular expressions that people declare, run without backtracking: all ways through the pattern are followed at once, so that the time
// grows with the text times the pattern. What needs backtracking (backreferences, lookaround) is refused.

import { parsePattern } from "./patternProgram.ts";
import type { Program } from "./patternProgram.ts";

/** Whether it matches somewhere in the text. Undefined: the text is too long to tell. */
export type Pattern = (text: string) => boolean | undefined;

export type Compiled = { readonly ok: true; readonly matches: Pattern } | { readonly ok: false; readonly reason: string };

const MAX_PATTERN = 500;
const MAX_STEPS = 2000;
const MAX_TEXT = 4096;

export function compilePattern(source: string): Compiled {
  if (source.length > MAX_PATTERN) return { ok: false, reason: `is longer than ${MAX_PATTERN} characters` };
  try {
    new RegExp(source);
  } catch {
    return { ok: false, reason: "is not a valid regular expression" };
  }
  const program = parsePattern(source, MAX_STEPS);
  if (typeof program === "string") return { ok: false, reason: program };
  return { ok: true, matches: (text) => (text.length > MAX_TEXT ? undefined : run(program, text)) };
}

function run(program: Program, text: string): boolean {
  const seen = new Int32Array(program.length).fill(-1);
  let threads: number[] = [];
  for (let at = 0; at <= text.length; at++) {
    threads.push(0);
    const next: number[] = [];
    // Grows while it is walked: steps that take no character lead to others at the same place.
    for (const pc of threads) {
      if (pc === program.length) return true;
      if (seen[pc] === at) continue;
      seen[pc] = at;
      const step = program[pc];
      if (step === undefined) continue;
      if (step.kind === "jump") for (const by of step.by) threads.push(pc + by);
      else if (step.kind === "one") {
        if (at < text.length && step.is.test(text.charAt(at))) next.push(pc + 1);
      } else if (step.isAt(text, at)) threads.push(pc + 1);
    }
    threads = next;
  }
  return false;
}
