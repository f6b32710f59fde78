// The functions by which modules read options, and what type each of them makes of a value. `rest` are the arguments after the name:
// the default, then limits or choices.

import type { Value } from "../../model/value.ts";
import type { TypeSpec } from "../types.ts";

/** Undefined: no reader of options. */
export function typeOfGetter(method: string, rest: readonly Value[]): TypeSpec | undefined {
  switch (method) {
    case "get_option":
    case "get_option_scalar":
      return "any";
    case "get_option_string":
      return "string";
    case "get_option_boolean":
      return "boolean";
    case "get_option_number":
      return bounded("number", rest);
    case "get_option_integer":
      return bounded("integer", rest);
    case "get_option_period":
      return "period";
    case "get_option_path":
      return "path";
    case "get_option_array":
    case "get_option_set":
    case "get_option_inherited_set":
      return { is: "list", items: isListOfTexts(rest[0]) ? "string" : "any" };
    case "get_option_enum":
      return choices(rest);
    default:
      return undefined;
  }
}

function bounded(is: "number" | "integer", [, min, max]: readonly Value[]): TypeSpec {
  const limits = {
    ...(min?.kind === "number" ? { min: min.value } : {}),
    ...(max?.kind === "number" ? { max: max.value } : {}),
  };
  return Object.keys(limits).length === 0 ? is : { is, ...limits };
}

/** The default is one of the choices. One that is computed leaves it open what else is possible. */
function choices(rest: readonly Value[]): TypeSpec {
  const values = rest.flatMap((value) =>
    value.kind === "string" || value.kind === "number" || value.kind === "boolean" ? [value.value] : [],
  );
  const whole = rest.every((value) => value.kind !== "dynamic" && value.kind !== "broken" && value.kind !== "table");
  return whole && values.length > 0 ? { is: "enum", values } : "any";
}

function isListOfTexts(value: Value | undefined): boolean {
  if (value?.kind !== "table" || value.entries.length === 0) return false;
  return value.entries.every((entry) => entry.key === undefined && entry.value.kind === "string");
}
