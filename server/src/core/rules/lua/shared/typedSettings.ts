// The settings whose option is known, with its type and what is wrong with the value: the ground of the rules about values.

import type { Setting } from "../../../model/config.ts";
import type { Value } from "../../../model/value.ts";
import { checkValue } from "../../../schema/kinds/check.ts";
import type { Mismatch } from "../../../schema/kinds/check.ts";
import type { OptionInfo, Schema } from "../../../schema/schema.ts";
import type { Deprecation } from "../../../schema/types.ts";
import { compareVersions } from "../../../schema/version.ts";
import type { LuaContext } from "../../rule.ts";
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
}

export function wrongValues(context: LuaContext, problem: Mismatch["problem"]): readonly WrongValue[] {
  const wrong = context.once(findWrongValues);
  return wrong.length === 0 ? wrong : wrong.filter(({ mismatch }) => mismatch.problem === problem);
}

function findWrongValues(context: LuaContext): readonly WrongValue[] {
  const wrong: WrongValue[] = [];
  for (const { setting, option } of typedSettings(context)) {
    for (const mismatch of checkValue(option.type, setting.value, option.raw === true))
      if (!isToFillIn(setting.value, mismatch)) wrong.push({ setting, option, mismatch });
  }
  return wrong;
}

function isToFillIn(whole: Value, { span }: Mismatch): boolean {
  const value = valueAt(whole, span.start, span.end);
  return value?.kind === "string" && isTemplated(value.value);
}

/** The deprecation that holds in the chosen version. */
export function deprecationNow(of: { readonly deprecated?: Deprecation }, schema: Schema): Deprecation | undefined {
  const { deprecated } = of;
  return deprecated !== undefined && compareVersions(schema.version, deprecated.since) >= 0 ? deprecated : undefined;
}

/** The value that stands exactly there, within another. */
export function valueAt(value: Value, start: number, end: number): Value | undefined {
  if (value.span.start === start && value.span.end === end) return value;
  if (value.kind !== "table") return undefined;
  for (const entry of value.entries) {
    const found = valueAt(entry.value, start, end);
    if (found !== undefined) return found;
  }
  return undefined;
}
