// The one place where tests run refactorings: a fixture with the cursor as `$0` in, the text after the chosen one out.

import { expect } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import type { LuaAnalysis } from "../../server/src/core/analyse.ts";
import { refactorings } from "../../server/src/core/refactor/index.ts";
import type { Project } from "../../server/src/core/model/project.ts";
import type { Refactoring } from "../../server/src/core/refactor/index.ts";
import { configurationsOf } from "../../server/src/core/semantics/around.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { readFixture } from "../support/fixture.ts";
import { schemaFor } from "../support/knowledge.ts";

export const PATH = "/srv/prosody.cfg.lua";

export function luaAnalysis(text: string): LuaAnalysis {
  const analysis = analyse("lua", text);
  if (analysis.kind !== "lua") throw new Error("a configuration was expected");
  return analysis;
}

export function refactoringsAt(text: string, offset: number, path = PATH, project?: Project): readonly Refactoring[] {
  const [analysis, schema] = [luaAnalysis(text), schemaFor()];
  const { own } = configurationsOf(analysis.file, text, schema, project);
  return refactorings({ analysis, schema, own, span: { start: offset, end: offset }, path, project });
}

export function titlesAt(source: string, path?: string): readonly string[] {
  const { text, cursor } = readFixture(source);
  return refactoringsAt(text, cursor ?? 0, path).map(({ title }) => title);
}

/** The text after the refactoring whose title contains the words, and the file it makes. */
export function refactored(source: string, words: string): { readonly text: string; readonly create?: Refactoring["create"] } {
  const { text, cursor } = readFixture(source);
  const all = refactoringsAt(text, cursor ?? 0);
  const found = all.find(({ title }) => title.includes(words));
  if (found === undefined) throw new Error(`no "${words}" among ${all.map(({ title }) => title).join(", ")}`);
  const after = applyEdits(text, found.edits);
  if (after === undefined) throw new Error("the edits overlap");
  expect(luaAnalysis(after).syntax.issues).toEqual([]);
  return { text: after, ...(found.create === undefined ? {} : { create: found.create }) };
}
