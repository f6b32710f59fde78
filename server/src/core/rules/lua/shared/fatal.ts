// Values that keep Prosody from starting: the schema says which forms of value do that to an option.

import type { Value } from "../../../model/value.ts";
import { isUnion } from "../../../schema/kinds/describe.ts";
import type { OptionInfo, Schema } from "../../../schema/schema.ts";
import type { ValueForm } from "../../../schema/types.ts";
import { holdsIn } from "../../../schema/version.ts";

/** `inside`: a list among the items of a list, which has a rule of its own. Undefined: not known to be fatal. */
export function fatality(value: Value, { fatal = [], type }: OptionInfo, { version }: Schema): "whole" | "inside" | undefined {
  const form = fatal.length === 0 ? undefined : formOf(value);
  if (form === undefined || !fatal.some((one) => one.forms.includes(form) && holdsIn(one, version))) return undefined;
  const isList = !isUnion(type) && typeof type !== "string" && type.is === "list";
  return form === "nested" && isList ? "inside" : "whole";
}

function formOf(value: Value): ValueForm | undefined {
  switch (value.kind) {
    case "string":
      return "text";
    case "number":
      return "number";
    case "boolean":
      // `false` mostly passes for not set.
      return value.value ? "true" : undefined;
    case "table":
      if (value.entries.length === 0) return "empty";
      // What is computed, or what a template fills in, may be anything.
      if (!value.entries.every((entry) => entry.key === undefined && isWritten(entry.value))) return undefined;
      return value.entries.some((entry) => entry.value.kind === "table") ? "nested" : "list";
    default:
      return undefined;
  }
}

function isWritten(value: Value): boolean {
  if (value.kind !== "table") return value.kind === "string" || value.kind === "number" || value.kind === "boolean";
  return value.entries.length > 0 && value.entries.every((entry) => isWritten(entry.value));
}
