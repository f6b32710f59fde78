// No limits for connections.

import type { LuaRule } from "../rule.ts";
import { addText } from "./shared/additions.ts";

export const missingLimits: LuaRule = {
  kind: "lua",
  scope: "configuration",
  id: "missing-limits",
  severity: "hint",
  check(context) {
    const { text, config, report } = context;
    const list = config.moduleList;
    if (list === undefined || !context.isHere(list.setting) || config.mayLoad("limits")) return;
    // Nobody whom it would have to be protected from reaches a server for tests.
    if (config.isForTests) return;
    report({
      span: list.setting.nameSpan,
      message:
        "`limits` is not enabled, so one client or server can take all of the bandwidth and computing time. Enable it; it brings reasonable limits along.",
      page: "https://prosody.im/doc/modules/mod_limits",
      fixes: () => [{ title: "Enable `limits`", edits: [addText(text, list.table, "limits")], safe: false }],
    });
  },
};
