// Our kinds are finer than the types of the facts: where they say "string", we may say that it is a host name. This table says what
// counts as finer, so that only real differences are left.

import { isUnion } from "../../../server/src/core/schema/kinds/describe.ts";
import type { TypeSpec, VariableType } from "../../../server/src/core/schema/types.ts";

const NAMES = ["string", "host", "address", "ip", "cidr", "jid", "barejid", "url", "language", "module", "componentmodule"];
const MORE_NAMES = ["role", "permission", "xmlns", "mediatype"];

/** What each word of the facts may be with us. */
const OPTION_FORMS: Readonly<Record<string, readonly string[]>> = {
  any: ["any"],
  boolean: ["boolean"],
  string: [...NAMES, ...MORE_NAMES, "path", "certificate", "enum", "provider"],
  path: ["path", "certificate"],
  number: ["number", "integer", "size", "port", "percent"],
  integer: ["integer", "size", "port"],
  period: ["period"],
  enum: ["enum", "provider"],
  list: ["list"],
  // A list takes one bare item too, so it covers both.
  "list|string": ["list"],
  table: ["map", "record", "list"],
  map: ["map"],
  record: ["record"],
  "map<boolean>": ["map"],
};

const VARIABLE_FORMS: Readonly<Record<string, readonly string[]>> = {
  string: ["string"],
  list: ["list"],
  integer: ["integer", "port"],
  enum: ["enum"],
  path: ["path"],
  hostname: ["host"],
  domain: ["host"],
  number: ["number"],
  rate: ["rate"],
  boolean: ["zero-is-off"],
  presence: ["any-is-on"],
};

export const VARIABLE_ITEMS: Readonly<Record<string, string>> = {
  "bare jid": "jid",
  "NAME:MODULE": "component",
  "NAME or NAME:SECRET": "external-component",
  "module name": "module",
  "ip address": "ip",
  "absolute path": "path",
  domain: "host",
};

/** Each of ours is one of theirs or finer, and each of theirs is with us. */
export function isSameOrFiner(facts: string, type: TypeSpec): boolean {
  const words = facts in OPTION_FORMS ? [facts] : facts.split("|");
  const theirs = words.map((word) => OPTION_FORMS[word] ?? []);
  const ours = members(type).map((member) => (typeof member === "string" ? member : member.is));
  return (
    ours.every((word) => theirs.some((allowed) => allowed.includes(word))) &&
    theirs.every((allowed) => ours.some((word) => allowed.includes(word)))
  );
}

export function isSameVariableForm(facts: string, type: VariableType): boolean {
  return VARIABLE_FORMS[facts]?.includes(typeof type === "string" ? type : type.is) === true;
}

export type Member = Exclude<TypeSpec, readonly TypeSpec[]>;

export function members(type: TypeSpec): readonly Member[] {
  return isUnion(type) ? type.flatMap(members) : [type];
}

/** The words of all enums in it. */
export function choices(type: TypeSpec): readonly unknown[] {
  return members(type).flatMap((member) =>
    typeof member === "object" && member.is === "enum" ? member.values.map(plainValue) : [],
  );
}

export function limits(type: TypeSpec): { readonly min?: number; readonly max?: number } {
  for (const member of members(type)) {
    if (typeof member === "string" || !("min" in member || "max" in member)) continue;
    return {
      ...(member.min === undefined ? {} : { min: member.min }),
      ...(member.max === undefined ? {} : { max: member.max }),
    };
  }
  return {};
}

export function plainValue(value: unknown): unknown {
  return typeof value === "object" && value !== null && "value" in value ? value.value : value;
}
