// Completion for any file of ours, best proposals first.

import type { Analysis } from "../../analyse.ts";
import type { Schema } from "../../schema/schema.ts";
import { completeContainers } from "./containers.ts";
import { completeEnv } from "./env.ts";
import type { CompletionItem } from "./item.ts";
import { completeLua } from "./lua.ts";

export type { CompletionItem, CompletionKind } from "./item.ts";

export function complete(analysis: Analysis, schema: Schema, offset: number): readonly CompletionItem[] {
  const items = itemsAt(analysis, schema, offset);
  // Two members of a union may propose the same value.
  const different = new Map([...items].reverse().map((item) => [item.edit.newText, item]));
  return [...different.values()].sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
}

function itemsAt(analysis: Analysis, schema: Schema, offset: number): readonly CompletionItem[] {
  switch (analysis.kind) {
    case "lua":
      return completeLua(analysis, schema, offset);
    case "env":
      return completeEnv(analysis, schema, offset);
    case "container":
      return completeContainers(analysis, schema, offset);
  }
}
