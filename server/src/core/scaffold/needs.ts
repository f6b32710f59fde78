// What a module cannot do without: the options of it, and of what it loads, that have to be set by the user. The knowledge says which.

import { analyse } from "../analyse.ts";
import { luaLiteral, luaString } from "../rules/lua/shared/literals.ts";
import { checkValue } from "../schema/kinds/check.ts";
import { describeType } from "../schema/kinds/describe.ts";
import type { OptionInfo, Schema } from "../schema/schema.ts";
import { withNeeded } from "../semantics/loaded.ts";
import type { Draft, NewSetting, Target } from "./draft.ts";

export interface Need {
  readonly option: string;
  readonly summary: string;
  /** What one could answer; nothing for secrets. */
  readonly proposal: string;
  /** Is made anew, and never asked for. */
  readonly secret?: true;
}

/** Not needed, but nobody wants what it is without them. */
const ASKED_TOO: Readonly<Record<string, readonly string[]>> = { turn_external: ["turn_external_host"] };

/** `host` is the one that proposals are made for. */
export function needsOf(module: string, schema: Schema, host = "example.org"): readonly Need[] {
  return neededOptions(module, schema).map((option) => ({
    option: option.name,
    summary: option.summary ?? "",
    proposal: option.secret === true ? "" : proposal(option, host),
    ...(option.secret === true ? { secret: true as const } : {}),
  }));
}

export function neededOptions(module: string, schema: Schema): readonly OptionInfo[] {
  const modules = [...withNeeded([module], schema)];
  const needed = schema.requiredOptions.filter(
    ({ requiredBy, availability }) => availability === "now" && modules.some((name) => requiredBy?.includes(name) === true),
  );
  const asked = (ASKED_TOO[module] ?? []).flatMap((name) => schema.option(name) ?? []);
  return [...asked.filter(({ availability }) => availability === "now"), ...needed];
}

/** An older name will do as well. */
export function isSet(draft: Draft, { name, fallback }: Pick<OptionInfo, "name" | "fallback">, target: Target): boolean {
  return [name, fallback ?? name].some((one) => draft.sets(one, target) || draft.sets(one, "*"));
}

/** What is wrong with an answer. */
export function optionProblem(name: string, text: string, module: string, schema: Schema): string | undefined {
  const option = neededOptions(module, schema).find((one) => one.name === name);
  if (option === undefined) return `\`${name}\` is no option that \`${module}\` needs.`;
  if (option.secret === true) return `\`${name}\` is a secret: a new one is made, so leave it out.`;
  return valueProblem(option, text);
}

export function valueProblem({ name, type }: OptionInfo, text: string): string | undefined {
  if (text.trim() === "") return `\`${name}\` must not be empty: it takes ${describeType(type)}.`;
  const analysis = analyse("lua", `${name} = ${source(type, text)}\n`);
  const value = analysis.kind === "lua" ? analysis.file.settings[0]?.value : undefined;
  return value === undefined || checkValue(type, value).length > 0 ? `\`${name}\` takes ${describeType(type)}.` : undefined;
}

export function settingOf({ name, type }: OptionInfo, text: string): NewSetting {
  return { name, value: source(type, text.trim()) };
}

function source(type: OptionInfo["type"], text: string): string {
  if (typeof type !== "string" && "is" in type && type.is === "list") return luaLiteral([text]);
  return luaString(text);
}

/** What the knowledge gives as an example, for this host; of several lines the first. */
function proposal({ name, example = "" }: OptionInfo, host: string): string {
  if (name === "turn_external_host") return `turn.${host}`;
  const analysis = analyse("lua", example);
  const value = analysis.kind === "lua" ? analysis.file.settings.find((setting) => setting.name === name)?.value : undefined;
  const [first = ""] = value?.kind === "string" ? value.value.split("\n") : [];
  return first.replaceAll("example.com", host);
}
