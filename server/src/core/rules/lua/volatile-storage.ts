// Data that is gone when Prosody or the machine stops.

import type { Setting } from "../../model/config.ts";
import type { Value } from "../../model/value.ts";
import type { LuaContext } from "../rule.ts";
import { riskRule } from "./shared/riskRule.ts";

export const volatileStorage = riskRule({
  id: "volatile-storage",
  severity: "warning",
  risk: "loss",
  isRisk: (setting, context) =>
    setting.section.kind !== "component" && (setting.name !== "data_path" || isInFolder(setting, context)),
  isMild: (_, { own }) => own.isForTests,
});

/** Of a database in another place nothing is lost with the folder. */
function isInFolder({ section }: Setting, { config }: LuaContext): boolean {
  return !["storage", "default_storage"].some((name) => isElsewhere(config.settingsFor(name, section).at(-1)?.value));
}

function isElsewhere(storage: Value | undefined): boolean {
  return storage?.kind === "string" && storage.value !== "internal";
}
