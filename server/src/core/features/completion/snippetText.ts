// The text that an accepted option inserts: its name and a value to start from, with tab stops.

import { isUnion } from "../../schema/kinds/describe.ts";
import { quoteString } from "../../syntax/lua/literal.ts";
import type { OptionInfo } from "../../schema/schema.ts";
import type { EnumValue, Json, TypeSpec } from "../../schema/types.ts";
import { toLua } from "../literals.ts";

/** `name = value` in snippet syntax. */
export function settingSnippet(option: OptionInfo): string {
  // What weakens the server is not the first choice, even where it is not the default.
  const safe = option.risks?.find((risk) => typeof risk.instead === "boolean")?.instead;
  return `${option.name} = ${valueSnippet(option.type, typeof safe === "boolean" ? !safe : option.default)}`;
}

export function valueSnippet(type: TypeSpec, value: Json | undefined): string {
  if (typeof type === "string") {
    switch (type) {
      case "boolean":
        // One who writes the option down wants what is not the default.
        return value === true ? choice(["false", "true"]) : choice(["true", "false"]);
      case "number":
      case "integer":
      case "percent":
      case "size":
      case "port":
        return placeholder(typeof value === "number" ? String(value) : "");
      case "period":
        return typeof value === "string"
          ? `"${placeholder(value)}"`
          : placeholder(typeof value === "number" ? String(value) : '"1d"');
      case "any":
        return placeholder(value === undefined || value === null ? "" : toLua(value));
      case "function":
        return "function($1)\n\t$0\nend";
      default:
        return `"${placeholder(typeof value === "string" ? value : "")}"`;
    }
  }
  if (isUnion(type)) {
    const [first = "any"] = type;
    return valueSnippet(type.find((member) => fits(member, value)) ?? first, value);
  }
  switch (type.is) {
    case "enum":
      return choice(type.values.filter((item) => typeof item !== "object" || item.removed === undefined).map(enumText));
    case "list":
      return type.items === "module" ? "{\n\t$0\n}" : `{ ${listItem(type.items)} }`;
    case "map":
    case "record":
      return "{\n\t$0\n}";
    case "provider":
    case "path":
    case "string":
      return `"${placeholder(typeof value === "string" ? value : "")}"`;
    default:
      return valueSnippet(type.is, value);
  }
}

function listItem(items: TypeSpec): string {
  return valueSnippet(items, undefined);
}

/** The member of a union that the default belongs to is the one to start from. */
function fits(type: TypeSpec, value: Json | undefined): boolean {
  if (value === undefined) return false;
  if (typeof type === "string") return type === typeof value || (type === "integer" && typeof value === "number");
  if (isUnion(type)) return type.some((member) => fits(member, value));
  if (type.is === "list") return Array.isArray(value);
  if (type.is === "enum") return type.values.some((item) => (typeof item === "object" ? item.value : item) === value);
  return typeof value === "object" ? type.is === "map" || type.is === "record" : type.is === "string" || type.is === "provider";
}

export function enumText(value: EnumValue): string {
  const plain = typeof value === "object" ? value.value : value;
  return typeof plain === "string" ? quoteString(plain) : String(plain);
}

function choice(values: readonly string[]): string {
  return `\${1|${values.map((value) => value.replace(/[\\,|]/g, "\\$&")).join(",")}|}`;
}

function placeholder(text: string): string {
  return text === "" ? "$1" : `\${1:${text.replace(/[\\$}]/g, "\\$&")}}`;
}
