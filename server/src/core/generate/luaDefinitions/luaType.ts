// Our types in the annotation language of lua-language-server. It knows no periods and no host names: what a kind is to Lua is all
// that is said.

import { enumLiteral, isUnion } from "../../schema/kinds/describe.ts";
import type { FieldEntry, SimpleKind, TypeSpec } from "../../schema/types.ts";
import { isLuaName } from "./names.ts";

const SIMPLE: Readonly<Record<SimpleKind, readonly string[]>> = {
  any: ["any"],
  boolean: ["boolean"],
  string: ["string"],
  number: ["number"],
  integer: ["integer"],
  percent: ["number", "string"],
  port: ["integer"],
  period: ["number", "string", "false"],
  rate: ["string"],
  size: ["integer"],
  path: ["string"],
  host: ["string"],
  domain: ["string"],
  origin: ["string"],
  address: ["string"],
  ip: ["string"],
  cidr: ["string"],
  jid: ["string"],
  barejid: ["string"],
  url: ["string"],
  language: ["string"],
  module: ["string"],
  componentmodule: ["string"],
  role: ["string"],
  permission: ["string"],
  certificate: ["string"],
  xmlns: ["string"],
  mediatype: ["string"],
  function: ["function"],
};

export function luaType(type: TypeSpec): string {
  const members = [...new Set(alternatives(type))];
  return members.includes("any") ? "any" : members.join("|");
}

function alternatives(type: TypeSpec): readonly string[] {
  if (isUnion(type)) return type.flatMap(alternatives);
  if (typeof type === "string") return SIMPLE[type];
  switch (type.is) {
    case "enum": {
      const values = type.values.map(enumLiteral);
      return type.open === true ? [...values, "string"] : values;
    }
    case "provider":
      return ["string"];
    case "list": {
      const items = [...new Set(alternatives(type.items))];
      if (items.includes("any")) return ["any[]"];
      const list = `${items.length === 1 ? (items[0] ?? "any") : `(${items.join("|")})`}[]`;
      if (type.switches === true) return [list, ...items, `table<${items.join("|")}, boolean>`];
      return type.strict === true ? [list] : [list, ...items];
    }
    case "map":
      return [`table<${luaType(type.keys)}, ${luaType(type.values)}>`];
    case "record":
      return [record(type.fields, type.open === true || type.items !== undefined)];
    default:
      return SIMPLE[type.is];
  }
}

function record(fields: Readonly<Record<string, FieldEntry>>, open: boolean): string {
  const names = Object.keys(fields).filter((name) => isLuaName(name) || /^[1-9][0-9]*$/.test(name));
  const whole = names.length === Object.keys(fields).length;
  const parts = names.map((name) => {
    const type = fields[name]?.type ?? "any";
    return isLuaName(name) ? `${name}?: ${luaType(type)}` : `[${name}]: ${luaType(type)}`;
  });
  if (open || !whole) parts.push("[any]: any");
  return parts.length === 0 ? "table" : `{ ${parts.join(", ")} }`;
}
