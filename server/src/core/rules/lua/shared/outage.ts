// How severe a value is that the knowledge calls an outage or a loss.

import type { Value } from "../../../model/value.ts";
import type { OptionInfo } from "../../../schema/schema.ts";
import type { LuaContext, Report } from "../../rule.ts";
import type { TypedSetting } from "./typedSettings.ts";

/** An error, where it certainly counts. `otherwise`: what comes of it. */
export function asOutage(
  otherwise: string | undefined,
  { setting, option }: TypedSetting,
  context: LuaContext,
): Pick<Report, "severity"> {
  // Where the core reads it, `false` is as good as nothing.
  const isUnset = isFalse(setting.value) && (option.modules ?? []).length === 0;
  const counts = setting.certain && option.availability !== "later" && !isUnset && isRead(option, context);
  return otherwise !== undefined && counts ? { severity: "error" } : {};
}

function isFalse(value: Value): boolean {
  return value.kind === "boolean" && !value.value;
}

/** When no module reads it, it does no harm; that is told by a rule of its own. */
export function isRead({ modules = [] }: OptionInfo, { config }: LuaContext): boolean {
  return modules.length === 0 || modules.some((module) => config.mayLoad(module));
}
