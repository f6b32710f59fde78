// The settings whose option is known, with its type and what is wrong with the value: the ground of the rules about values.

import type { Setting } from "../../../model/config.ts";
import type { Value } from "../../../model/value.ts";
import { checkValue } from "../../../schema/kinds/check.ts";
import type { Mismatch } from "../../../schema/kinds/check.ts";
import type { OptionInfo, Schema } from "../../../schema/schema.ts";
import type { Deprecation } from "../../../schema/types.ts";
import { compareVersions } from "../../../schema/version.ts";
import type { Span } from "../../../text/span.ts";
import type { LuaContext } from "../../rule.ts";
import { fatality } from "./valueForms.ts";
import { isTemplated } from "./templates.ts";

export interface TypedSetting {
  readonly setting: Setting;
  readonly option: OptionInfo;
}

/** Settings of options that the chosen version reads. What nobody reads may have any value. */
export function typedSettings(context: LuaContext): readonly TypedSetting[] {
  return context.once(typedSettingsIn);
}

export function typedSettingsIn({ file, schema }: Pick<LuaContext, "file" | "schema">): readonly TypedSetting[] {
  const typed: TypedSetting[] = [];
  for (const setting of file.settings) {
    const option = schema.option(setting.name);
    if (option?.availability !== "now" || setting.form === "member") continue;
    if (deprecationNow(option, schema)?.kind !== "remove") typed.push({ setting, option });
  }
  return typed;
}

export interface WrongValue extends TypedSetting {
  readonly mismatch: Mismatch;
  /** What stands there, unless it is about a key. */
  readonly value: Value | undefined;
}

export function wrongValues(context: LuaContext, problem: Mismatch["problem"]): readonly WrongValue[] {
  const wrong = context.once(findWrongValues);
  return wrong.length === 0 ? wrong : wrong.filter(({ mismatch }) => mismatch.problem === problem);
}

function findWrongValues(context: LuaContext): readonly WrongValue[] {
  return typedSettings(context).flatMap(({ setting, option }) => {
    const mismatches = checkValue(option.type, setting.value, option.raw === true);
    // Has a rule of its own.
    if (mismatches.length === 0 || fatality(setting.value, option, context.schema) === "whole") return [];
    const values = valuesByPlace(setting.value);
    return mismatches.flatMap((mismatch): readonly WrongValue[] => {
      const value = values.get(placeOf(mismatch));
      // A hole that a template fills.
      if (value?.kind === "string" && isTemplated(value.value)) return [];
      return [{ setting, option, mismatch, value }];
    });
  });
}

/** A value and those within it; the outer one where several stand in the same place. */
function valuesByPlace(whole: Value): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  const add = (value: Value): void => {
    const place = placeOf(value);
    if (!values.has(place)) values.set(place, value);
    if (value.kind === "table") for (const entry of value.entries) add(entry.value);
  };
  add(whole);
  return values;
}

function placeOf({ span }: { readonly span: Span }): string {
  return `${span.start} ${span.end}`;
}

/** The deprecation that holds in the chosen version. */
export function deprecationNow(of: { readonly deprecated?: Deprecation }, schema: Schema): Deprecation | undefined {
  const { deprecated } = of;
  return deprecated !== undefined && compareVersions(schema.version, deprecated.since) >= 0 ? deprecated : undefined;
}
