// All refactorings at a place. Each result is read again before it is offered: what does not parse, or changes nothing, is not.

import { parseLua } from "../syntax/lua/parse.ts";
import type { LuaSyntax } from "../syntax/lua/syntax.ts";
import { applyEdits, inOrder } from "../text/edit.ts";
import type { TextEdit } from "../text/edit.ts";
import { LineIndex } from "../text/lineIndex.ts";
import { extractSection } from "./extractSection.ts";
import { changeLayout } from "./layout.ts";
import { moveSetting } from "./moveSetting.ts";
import type { Place, Refactoring } from "./refactoring.ts";
import { sortModules } from "./sortModules.ts";

export type { Place, Refactoring } from "./refactoring.ts";

/** Editors ask at each movement of the cursor, and each proposal is a text of this length that is compared with the one before. */
const MAX_LENGTH = 1_000_000;

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
      parses(text, edits, syntax) &&
      (create === undefined || parseLua(create.text).issues.length === 0)
    );
  });
}

/** Edit by edit, so that each time only the statements around one are read again. */
function parses(text: string, edits: readonly TextEdit[], syntax: LuaSyntax): boolean {
  let [now, issues] = [syntax, 0];
  for (const edit of (inOrder(text, edits) ?? []).toReversed()) {
    text = applyEdits(text, [edit]) ?? text;
    now = parseLua(text, now, new LineIndex(text, now.lines));
    // Asked for each time: what is known to be right of one text is not looked at in the next.
    issues = now.issues.length;
  }
  return issues === 0;
}
