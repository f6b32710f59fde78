// One community module with its options.

import type { CommunityEntry } from "../../../server/src/core/schema/types.ts";
import { beyond } from "./compare.ts";
import type { Tell } from "./compare.ts";
import { MODULE_KINDS } from "./compareModule.ts";
import type { CommunityFacts } from "./facts.ts";
import { isSameOrFiner } from "./forms.ts";

/** `bundled` are the names of options that Prosody itself reads: those are described once, there. */
export function compareCommunity(
  facts: CommunityFacts,
  entry: CommunityEntry | undefined,
  bundled: ReadonlySet<string>,
  tell: Tell,
): void {
  if (entry === undefined || entry.gone === true) {
    tell("missing", false, true);
    return;
  }
  tell("stage", facts.stage, entry.stage);
  tell("kind", MODULE_KINDS[facts.kind ?? "module"], entry.kind ?? "module");
  tell("bundled since", facts.bundledSince, entry.bundledSince);
  for (const [name, option] of Object.entries(facts.options ?? {})) {
    if (bundled.has(name)) continue;
    const ours = entry.options?.[name];
    if (ours === undefined) {
      tell(`option ${name}`, true, false);
      continue;
    }
    // A value taken as it is may be anything; we may know more.
    if (option.type !== "any" && !isSameOrFiner(option.type, ours.type)) tell(`type of ${name}`, option.type, ours.type);
    tell(`scope of ${name}`, option.scope, ours.scope);
    if (!isEmptyTable(option.default) || ours.default !== undefined) tell(`default of ${name}`, option.default, ours.default);
  }
  tell("options beyond the facts", [], beyond(Object.keys(entry.options ?? {}), facts.options ?? {}));
}

/** Lua writes the empty list and the empty map alike; without the shape it says nothing. */
function isEmptyTable(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
