// One option, in every version of Prosody that has it.

import type { OptionInfo, Schema } from "../../../server/src/core/schema/schema.ts";
import { availability } from "../../../server/src/core/schema/version.ts";
import type { Tell } from "./compare.ts";
import { versionsOf } from "./facts.ts";
import type { OptionFacts } from "./facts.ts";
import { choices, isSameOrFiner, limits, members } from "./forms.ts";

export function compareOption(name: string, facts: OptionFacts, schemas: readonly Schema[], tell: Tell): void {
  const option = schemas.at(-1)?.option(name);
  if (option?.origin !== "bundled") {
    tell("missing", false, true);
    return;
  }
  const present = schemas.map(({ version }) => version).filter((version) => availability(option, version) === "now");
  tell("versions", versionsOf(facts.versions), present);
  tell("scope", facts.scope, option.scope);
  tell("secret", facts.secret ?? false, option.secret ?? false);
  tell("component", facts.component, option.component);
  tell("fallback", facts.fallback, option.fallback);
  tell("modules", facts.modules ?? [], option.modules ?? []);
  if (facts.values !== undefined) {
    tell("values", facts.values, choices(option.type));
    tell("open", facts.open ?? false, isOpen(option));
  }
  const { min, max } = facts;
  tell("limits", { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }, limits(option.type));
  for (const schema of schemas) {
    const then = schema.option(name);
    if (then !== undefined && versionsOf(facts.versions).includes(schema.version)) compareThen(facts, then, schema, tell);
  }
}

function compareThen(facts: OptionFacts, option: OptionInfo, { version }: Schema, tell: Tell): void {
  const read = facts.read?.[version];
  // A reader that takes the value as it is says nothing about its type; the facts say elsewhere what it then does with it.
  const type = read === undefined || read === "any" || read === facts.read?.["13.0"] ? facts.type : read;
  if (!isSameOrFiner(type, option.type)) tell(`type in ${version}`, type, option.type);
  const wanted = (facts.defaults === undefined ? facts.default : facts.defaults[version]) ?? undefined;
  // What the facts do not know as a value, we may know in words.
  if (wanted !== undefined || option.default !== undefined) tell(`default in ${version}`, wanted, option.default);
}

function isOpen({ type }: OptionInfo): boolean {
  return members(type).some((member) => typeof member === "object" && member.is === "enum" && member.open === true);
}
