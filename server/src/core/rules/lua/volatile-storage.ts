// Data that is gone when Prosody or the machine stops.

import type { Setting } from "../../model/config.ts";
import type { Value } from "../../model/value.ts";
import type { LuaRule } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";
import { withRisks } from "./shared/concerns.ts";

export const volatileStorage: LuaRule = {
  kind: "lua",
  id: "volatile-storage",
  severity: "warning",
  concerns: withRisks("loss"),
  check(context) {
    const { own } = context;
    // Of a database in another place nothing is lost with the folder.
    const inFolder = ({ section }: Setting): boolean =>
      !["storage", "default_storage"].some((name) => isElsewhere(context.config.settingsFor(name, section).at(-1)?.value));
    const concerns = (setting: Setting): boolean =>
      setting.section.kind !== "component" && (setting.name !== "data_path" || inFolder(setting));
    reportRisks("loss", context, () => own.isForTests, concerns);
  },
};

function isElsewhere(storage: Value | undefined): boolean {
  return storage?.kind === "string" && storage.value !== "internal";
}
