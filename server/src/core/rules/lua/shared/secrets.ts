// The secrets that a configuration holds as plain text, and how to get them out of it.

import type { StringValue, Value } from "../../../model/value.ts";
import type { Fix, LuaContext } from "../../rule.ts";
import { fieldsIn } from "./fields.ts";
import { typedSettings } from "./typedSettings.ts";

export interface Secret {
  /** The option, or the key within it. */
  readonly name: string;
  readonly value: StringValue;
}

export function secretsOf(context: LuaContext): readonly Secret[] {
  return context.once(findSecrets);
}

function findSecrets(context: LuaContext): readonly Secret[] {
  const secrets: Secret[] = [];
  for (const { setting, option } of typedSettings(context)) {
    if (option.secret === true) secrets.push(...literal(option.name, setting.value));
    for (const { name, field, entry } of fieldsIn(context, option.type, setting.value))
      if (field.secret === true) secrets.push(...literal(name, entry.value));
  }
  return secrets;
}

/** What a template fills in is none yet. */
function literal(name: string, value: Value): readonly Secret[] {
  if (value.kind !== "string" || value.value === "" || /[{}$%<>]|^__/.test(value.value)) return [];
  return [{ name, value }];
}

const WORD = "(?:secret|password|passwd|passwort|pass|pwd|token|key)";

const PLACEHOLDERS = [
  /(?:change|replace)[-_ ]?(?:me|this|it)/i,
  new RegExp(`^(?:(?:my|your|our|some|the|a|super|top|very)[-_ ]?)*${WORD}[-_ ]?(?:${WORD}|here|[0-9]{1,4}|[!.]+)?$`, "i"),
  new RegExp(`^your[-_ ].*${WORD}`, "i"),
  /^(?:admin|root|user|test|prosody|jitsi|xmpp|example|default|guest|foo|foobar|letmein|qwerty|p[a@]ssw[0o]rd|todo|fixme)\d{0,3}$/i,
  /^(?:x+|\*+|\.+|-+|0+|1+|12345\d*|abc(?:def)?\d*)$/i,
];

/** A word that everybody tries first, or that was meant to be replaced. */
export function isPlaceholder({ value }: Secret): boolean {
  return PLACEHOLDERS.some((pattern) => pattern.test(value.value));
}

/** Never applied in passing: `others` says that something is to be done elsewhere, that is, to put the secret there first. */
export function takingOut({ name, value }: Secret, { schema }: LuaContext): { readonly fixes?: () => readonly Fix[] } {
  if (value.folded === true) return {};
  const replace = (title: string, newText: string): Fix => ({
    title,
    edits: [{ span: value.span, newText }],
    safe: false,
    others: [],
  });
  const file = `FileLine "secrets/${name}"`;
  const variable = `ENV_${name.toUpperCase()}`;
  return {
    fixes: () => [
      ...(schema.directive("FileLine")?.availability === "now"
        ? [replace(`Read it from the file \`secrets/${name}\`, where you put it`, file)]
        : []),
      replace(`Take it from the environment variable \`${variable.slice(4)}\`, where you put it`, variable),
    ],
  };
}
