// All refactorings at a place. Each result is read again before it is offered: what does not parse, or changes nothing, is not.

import { analyse } from "../analyse.ts";
import type { LuaAnalysis } from "../analyse.ts";
import { applyEdits } from "../text/edit.ts";
import { extractSection } from "./extractSection.ts";
import { changeLayout } from "./layout.ts";
import { moveSetting } from "./moveSetting.ts";
import type { Place, Refactoring } from "./refactoring.ts";
import { sortModules } from "./sortModules.ts";

export type { NewFile, Place, Refactoring } from "./refactoring.ts";

/** Editors ask at each movement of the cursor; a file that is no configuration shall not slow them down. */
const MAX_LENGTH = 200_000;

export function refactorings(place: Place): readonly Refactoring[] {
  const { analysis } = place;
  const { text, syntax } = analysis;
  if (text.length > MAX_LENGTH || syntax.issues.length > 0) return [];
  const proposals = [...sortModules(place), ...changeLayout(place), ...moveSetting(place), ...extractSection(place)];
  return proposals.filter(({ edits, create }) => {
    const changed = applyEdits(text, edits);
    return (
      changed !== undefined &&
      changed !== text &&
      parses(changed, analysis) &&
      (create === undefined || parses(create.text, undefined))
    );
  });
}

/** `previous`: what most of the text was before. */
function parses(text: string, previous: LuaAnalysis | undefined): boolean {
  const analysis = analyse("lua", text, { previous });
  return analysis.kind === "lua" && analysis.syntax.issues.length === 0;
}
