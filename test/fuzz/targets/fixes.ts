// Fixing everything at once: it comes to an end and stays there, breaks nothing, and leaves what stands in other lines as it was.

import { diffLines } from "diff/lib/diff/line.js";
import type { Analysis, LuaAnalysis } from "../../../server/src/core/analyse.ts";
import { analyse } from "../../../server/src/core/analyse.ts";
import { fixAll } from "../../../server/src/core/rules/fixAll.ts";
import type { AppliedFix } from "../../../server/src/core/rules/fixAll.ts";
import type { Schema } from "../../../server/src/core/schema/schema.ts";
import { VERSIONS } from "../../../server/src/core/schema/versions.ts";
import { schemaFor } from "../../support/knowledge.ts";
import { analyseLua } from "../../support/ruleProject.ts";
import { bases } from "../bases.ts";
import { must, numbersOf, oneOf } from "../target.ts";
import type { Target } from "../target.ts";
import { LUA_PIECES } from "./lua.ts";

/** While a text is broken, its parser tells one mistake after the other, and each takes a round: it may be asked again. */
function mustSettle<A extends Analysis>(text: string, schema: Schema, unsafe: boolean, read: (text: string) => A): A {
  const fixed = fixAll(read(text), schema, { analyse: read, unsafe });
  const [was, now] = [read(text), read(fixed.text)];
  if (!fixed.settled && was.kind === "lua" && was.syntax.issues.length > 0) return now;
  must(fixed.settled, "fixing does not come to an end");
  const again = fixAll(read(fixed.text), schema, { analyse: read, unsafe });
  must(again.text === fixed.text, "fixing again changes more");
  return now;
}

/** What each line says that all of a setting stands in: its section, its name, its text. */
function saidIn({ file, text, lines }: LuaAnalysis): ReadonlyMap<number, string> {
  const said = new Map<number, string>();
  for (const { name, span, section } of file.settings) {
    const line = lines.at(span.start).line;
    if (lines.at(span.end).line !== line) continue;
    const header = section.kind === "global" ? "" : text.slice(section.header.start, section.header.end);
    said.set(line, `${said.get(line) ?? ""}${section.kind} ${header}: ${name} ${text.slice(span.start, span.end)}\n`);
  }
  return said;
}

/** What is moved, or removed between lines that are alike, makes the comparison take other lines for the same. */
function moves({ title }: AppliedFix): boolean {
  return /^(?:Move|Remove) /.test(title);
}

/** Lines that are in both texts say the same, unless they were fixed, or the header of their section was changed. */
function mustKeepLines(before: LuaAnalysis, after: LuaAnalysis, fixed: ReadonlySet<number>): void {
  // To the comparison, a line ends with a line feed alone.
  if (/\r(?!\n)|[\u2028\u2029]/.test(before.text)) return;
  const [was, is] = [saidIn(before), saidIn(after)];
  let [old, now] = [0, 0];
  for (const { value, added, removed } of diffLines(before.text, after.text)) {
    const count = value.split("\n").length - 1;
    for (let i = 0; !added && !removed && i < count; i++) {
      const [a, b] = [was.get(old + i), is.get(now + i)];
      const headOf = (said: string): string => said.slice(0, said.indexOf(": "));
      const isRenamed = a !== undefined && b !== undefined && headOf(a) !== headOf(b) && !after.text.includes(headOf(a).slice(5));
      // A fixed line may look as another one did before.
      must(a === b || isRenamed || fixed.has(old + i + 1), "a line that was not fixed says something else");
    }
    if (!added) old += count;
    if (!removed) now += count;
  }
}

function fixesOfLua(unsafe: boolean): Target {
  return {
    name: unsafe ? "fixLuaUnsafe" : "fixLua",
    weight: 5,
    bases: () => bases("lua"),
    pieces: LUA_PIECES,
    most: 1_000,
    work: (text) => fixAll(analyseLua(text), schemaFor(), { analyse: analyseLua, unsafe }),
    hold: (text) => {
      const schema = schemaFor(oneOf(VERSIONS, numbersOf(text)));
      const before = analyseLua(text);
      const after = mustSettle(text, schema, unsafe, analyseLua);
      must(after.syntax.issues.length <= before.syntax.issues.length, "fixing makes more mistakes");
      if (before.syntax.issues.length > 0) return;
      const { fixes } = fixAll(before, schema, { analyse: analyseLua, unsafe });
      if (!fixes.some(moves)) mustKeepLines(before, after, new Set(fixes.map(({ line }) => line)));
    },
  };
}

export const fixLua = fixesOfLua(false);
export const fixLuaUnsafe = fixesOfLua(true);

export function mustFixEnv(text: string, dialect: "docker" | "compose" | "podman" | "auto", unsafe: boolean): void {
  const read = (of: string): Analysis => analyse("env", of, { dialect });
  const issues = (of: Analysis): number => (of.kind === "env" ? of.file.issues.length : 0);
  const after = mustSettle(text, schemaFor(), unsafe, read);
  must(issues(after) <= issues(read(text)), "fixing makes more mistakes");
}

export { mustSettle };
