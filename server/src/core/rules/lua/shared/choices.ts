// Texts, numbers and booleans that are one of the named choices of an option, with what is known of that choice.

import type { StringValue, NumberValue, BooleanValue } from "../../../model/value.ts";
import type { DetailedType, EnumValue, SimpleKind } from "../../../schema/types.ts";
import type { LuaContext } from "../../rule.ts";
import { leavesOf, mayHold } from "../../../semantics/leaves.ts";
import { typedSettings } from "./typedSettings.ts";
import type { TypedSetting } from "./typedSettings.ts";

export interface Choice extends TypedSetting {
  readonly value: StringValue | NumberValue | BooleanValue;
  readonly choice: Exclude<EnumValue, string | number | boolean>;
}

export function choices(context: LuaContext): readonly Choice[] {
  return context.once(findChoices);
}

function findChoices(context: LuaContext): readonly Choice[] {
  return choicesOf(typedSettings(context));
}

export function choicesOf(settings: readonly TypedSetting[]): readonly Choice[] {
  return settings.flatMap(({ setting, option }) =>
    (mayHold(option.type, isEnum) ? leavesOf(option.type, setting.value) : []).flatMap(({ type, value }): readonly Choice[] => {
      if (typeof type === "string" || type.is !== "enum") return [];
      if (value.kind !== "string" && value.kind !== "number" && value.kind !== "boolean") return [];
      const choice = type.values.find((one) => typeof one === "object" && one.value === value.value);
      return typeof choice === "object" ? [{ setting, option, value, choice }] : [];
    }),
  );
}

function isEnum(kind: SimpleKind | DetailedType): boolean {
  return typeof kind !== "string" && kind.is === "enum";
}
