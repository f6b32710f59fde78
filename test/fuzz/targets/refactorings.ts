// Refactorings: what is offered at any place can be applied, parses, and keeps every other setting where it is.

import type { LuaAnalysis } from "../../../server/src/core/analyse.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { analyseLua } from "../../support/ruleProject.ts";
import { refactorings as offered } from "../../../server/src/core/refactor/index.ts";
import { configurationsOf } from "../../../server/src/core/semantics/around.ts";
import { schemaFor } from "../../support/knowledge.ts";
import { bases } from "../bases.ts";
import { must, numbersOf, oneOf } from "../target.ts";
import type { Target } from "../target.ts";
import { LUA_PIECES } from "./lua.ts";

/** Names and sections of all settings, as one text that knows no order. */
function settingsOf({ file, text }: LuaAnalysis): readonly string[] {
  return file.settings
    .map(({ name, section }) => {
      const header = section.kind === "global" ? "" : text.slice(section.header.start, section.header.end).replace(/\s+/g, "");
      return `${section.kind} ${header} ${name}`;
    })
    .sort();
}

export const refactorings: Target = {
  name: "refactorings",
  weight: 10,
  bases: () => bases("lua"),
  pieces: LUA_PIECES,
  hold: (text) => {
    const number = numbersOf(text);
    const before = analyseLua(text);
    const { settings, sections } = before.file;
    const places = [...settings.map(({ nameSpan }) => nameSpan.start), ...settings.map(({ value }) => value.span.start + 1), ...sections.map(({ header }) => header.start)]; // prettier-ignore
    const offsets = places.length === 0 ? [number(text.length + 1)] : [oneOf(places, number), oneOf(places, number)];
    const schema = schemaFor();
    const { own } = configurationsOf(before.file, text, schema, undefined);
    const at = (start: number): ReturnType<typeof offered> =>
      offered({ analysis: before, schema, own, span: { start, end: start }, path: "/srv/prosody.cfg.lua" });
    for (const { title, kind, edits, create } of offsets.flatMap(at)) {
      const after = applyEdits(text, edits);
      must(after !== undefined, `edits of "${title}" overlap`);
      must(
        before.syntax.issues.length > 0 || analyseLua(after).syntax.issues.length === 0,
        `"${title}" leaves what does not parse`,
      );
      const now = [...settingsOf(analyseLua(after)), ...(create === undefined ? [] : settingsOf(analyseLua(create.text)))];
      const was = settingsOf(before);
      if (kind === "rewrite") must(now.sort().join("\n") === was.join("\n"), `"${title}" changes which settings there are`);
      else must(kind === "extract" || now.length === was.length, `"${title}" loses a setting`);
    }
  },
};
