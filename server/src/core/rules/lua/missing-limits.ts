// No limits for connections.

import type { LuaRule } from "../rule.ts";
import { addText } from "./shared/additions.ts";
import { everything, homeOf } from "./shared/everything.ts";
import { loadedModules } from "./shared/oldLoaded.ts";
import { isForTests } from "./shared/testHosts.ts";
import { wholeList } from "./shared/lookup.ts";

export const missingLimits: LuaRule = {
  kind: "lua",
  meta: {
    id: "missing-limits",
    severity: "hint",
    fixable: true,
    summary: "Connections without bandwidth limits.",
  },
  check(context) {
    const { text, report } = context;
    const all = everything(context);
    const list = wholeList(all);
    if (list === undefined || homeOf(list.setting, context) !== undefined || loadedModules(context).may("limits")) return;
    // Nobody whom it would have to be protected from reaches a server for tests.
    if (isForTests(all)) return;
    report({
      span: list.setting.nameSpan,
      message:
        "`limits` is not enabled, so one client or server can take all of the bandwidth and computing time. Enable it; it brings reasonable limits along.",
      page: "https://prosody.im/doc/modules/mod_limits",
      fixes: () => [{ title: "Enable `limits`", edits: [addText(text, list.table, "limits")], safe: false }],
    });
  },
};
