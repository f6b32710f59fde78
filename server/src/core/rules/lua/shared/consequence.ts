// What Prosody does with a value that an option does not take: a module does not load, another value is used, or none at all.

import type { Section } from "../../../model/config.ts";
import type { Value } from "../../../model/value.ts";
import { isUnion } from "../../../schema/kinds/describe.ts";
import { isAutoloaded } from "../../../schema/schema.ts";
import type { SimpleKind, TypeSpec } from "../../../schema/types.ts";
import { compareVersions } from "../../../schema/version.ts";
import { homeComponent, optionWithDefault } from "../../../semantics/loaded.ts";
import type { LuaContext, Report } from "../../rule.ts";
import type { TypedSetting } from "./typedSettings.ts";
import { asOutage } from "./outage.ts";
import { countedValue, isSingleValue, lostWith } from "./valueForms.ts";
import { code, prosody } from "./words.ts";

export interface Consequence extends Pick<Report, "severity"> {
  /** A sentence with a blank before it, or nothing. */
  readonly words: string;
}

/** `value`: the one that is wrong; `meant`: the nearest number that is allowed, where it is only out of range. */
export function consequenceOf(
  { setting, option }: TypedSetting,
  value: Value,
  context: LuaContext,
  meant?: string | number | boolean,
): Consequence {
  const { type, raw, modules = [], scope } = option;
  const { version } = context.schema;
  const isRead = scope !== "global" || setting.section.kind === "global";
  const lost = isRead ? lostWith(setting.value, option, context.schema) : [];
  const names = [...new Set(lost.flatMap((one) => one.modules ?? []))];
  const sure = names.filter((module) => isSurelyLoaded(module, setting.section, context));
  const effect = lost.find((one) => one.effect !== undefined)?.effect;
  const severity = setting.certain ? ({ severity: "error" } as const) : {};
  if (sure.length > 0) return { words: ` ${unloaded(sure)}`, ...severity };
  if (effect !== undefined) return { words: ` ${effect}`, ...severity };
  const possible = names.filter((module) => context.config.mayLoad(module));
  if (possible.length > 0) return { words: ` ${unloaded(possible)}` };
  // What the core reads, it reads in its own ways.
  if (
    modules.length === 0 ||
    raw === true ||
    !isSingleValue(type) ||
    countedValue(setting.value, type) !== countedValue(value, type)
  )
    return { words: "" };
  if (meant !== undefined) {
    const isBounded = compareVersions(version, "13.0") >= 0;
    return { words: isBounded ? ` ${prosody(version)} uses ${code(String(meant))} instead.` : "" };
  }
  return { words: isLeftEmpty(type, context) ? " Prosody then goes on without a value, not even the default." : "" };
}

/** The same, if the schema may say what just this value leads to: `otherwise`. A value without a place has no other consequence. */
export function consequenceOr(
  otherwise: string | undefined,
  typed: TypedSetting,
  value: Value | undefined,
  context: LuaContext,
): Consequence {
  if (otherwise !== undefined) return { words: ` ${otherwise}`, ...asOutage(otherwise, typed, context) };
  return value === undefined ? { words: "" } : consequenceOf(typed, value, context);
}

/** Kinds that are converted as they are read; what cannot be converted is nothing. */
const CONVERTED: ReadonlySet<string> = new Set<SimpleKind>(["boolean", "number", "integer", "size", "port", "percent"]);

function isLeftEmpty(type: TypeSpec, context: LuaContext): boolean {
  if (isUnion(type)) return type.every((member) => isLeftEmpty(member, context));
  const kind = typeof type === "string" ? type : type.is;
  // Before 13.0, each module read its periods in its own way.
  return kind === "period" ? compareVersions(context.schema.version, "13.0") >= 0 : CONVERTED.has(kind);
}

function unloaded(modules: readonly string[]): string {
  const [last = "", ...others] = modules.map(code).reverse();
  if (others.length === 0) return `The module ${last} does not load with it.`;
  return `The modules ${others.reverse().join(", ")} and ${last} do not load with it.`;
}

function isSurelyLoaded(module: string, section: Section, { schema, config }: LuaContext): boolean {
  const known = schema.module(module);
  if (known === undefined || config.isDisabledAnywhere(module)) return false;
  if (section.kind !== "global" && config.mayLoadIn(module, section) !== true) return false;
  const isComponent = config.modulesNamed(module, "component").length > 0;
  // From a list of a host it does not load in any case.
  if (known.kind === "component") return isComponent;
  if (homeComponent(module, schema) !== undefined) return config.enabled(module).some((one) => one.section.kind === "component");
  if (isAutoloaded(known, schema.version) || config.enabled(module).length > 0 || config.isLoaded(module)) return true;
  const provided = optionWithDefault(module, schema);
  if (provided !== undefined && !config.isSetAnywhere(provided)) return true;
  return isComponent;
}
