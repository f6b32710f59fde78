// No limits for connections.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { addText } from "./shared/additions.ts";
import { loadedModules } from "./shared/loaded.ts";
import { wholeList } from "./shared/lookup.ts";

export const missingLimits: LuaRule = {
  kind: "lua",
  meta: {
    id: "missing-limits",
    severity: "information",
    fixable: true,
    summary: "Connections without bandwidth limits.",
  },
  check(context) {
    const { file, text, report } = context;
    const list = wholeList(file);
    if (list === undefined || loadedModules(context).may("limits")) return;
    report({
      span: list.setting.nameSpan,
      message:
        "`limits` is not enabled, so one client or server can take all of the bandwidth and computing time. Enable it; it brings reasonable limits along.",
      page: "https://prosody.im/doc/modules/mod_limits",
      fixes: () => [{ title: "Enable `limits`", edits: [addText(text, list.table, "limits")], safe: false }],
    });
  },
};

export const docs: RuleDocs = {
  category: "security",
  description:
    "The module `limits` slows down connections that send too much. The configuration that comes with Prosody enables it. Without the " +
    "option `limits` it allows clients 10 and servers 30 kilobytes per second, which is plenty for messages.",
  examples: [
    { title: "no limits", text: 'modules_enabled = { "roster" }\nVirtualHost "example.org"\n', reports: true },
    { title: "right", text: 'modules_enabled = { "roster"; "limits" }\nVirtualHost "example.org"\n', reports: false },
  ],
};
