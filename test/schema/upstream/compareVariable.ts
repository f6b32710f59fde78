// One variable of the official image.

import { VERSIONS } from "../../../server/src/core/schema/types.ts";
import type { VariableEntry } from "../../../server/src/core/schema/types.ts";
import { availability } from "../../../server/src/core/schema/version.ts";
import type { Tell } from "./compare.ts";
import { versionsOf } from "./facts.ts";
import type { VariableFacts } from "./facts.ts";
import { VARIABLE_ITEMS, isSameVariableForm, plainValue } from "./forms.ts";

export function compareVariable(facts: VariableFacts, entry: VariableEntry | undefined, tell: Tell): void {
  if (entry === undefined) {
    tell("missing", false, true);
    return;
  }
  const { type } = entry;
  // There is no image of 0.11.
  const present = VERSIONS.filter((version) => version !== "0.11" && availability(entry, version) === "now");
  tell("versions", versionsOf(facts.versions), present);
  if (!isSameVariableForm(facts.type, type)) tell("type", facts.type, type);
  const detailed = typeof type === "object" ? type : undefined;
  if (facts.items !== undefined) tell("items", VARIABLE_ITEMS[facts.items], detailed?.is === "list" ? detailed.items : undefined);
  if (facts.values !== undefined)
    tell("values", facts.values, detailed?.is === "enum" ? detailed.values.map(plainValue) : undefined);
  if (facts.default !== undefined || entry.default !== undefined) tell("default", facts.default, entry.default);
  tell("secret", facts.secret ?? false, entry.secret ?? false);
  tell("sets", facts.sets ?? [], entry.sets ?? []);
  tell("requires", facts.requires ?? [], entry.requires ?? []);
}
