// No limits for connections.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { addText } from "./shared/additions.ts";
import { everything, homeOf } from "./shared/everything.ts";
import { loadedModules } from "./shared/loaded.ts";
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

export const docs: RuleDocs = {
  category: "security",
  description:
    "The module `limits` slows down connections that send too much. The configuration that comes with Prosody enables it. Without the " +
    "option `limits` it allows clients 10 and servers 30 kilobytes per second, which is plenty for messages. Nothing is said of " +
    "servers for tests, all of whose hosts have names like `localhost`.",
  examples: [
    { title: "no limits", text: 'modules_enabled = { "roster" }\nVirtualHost "example.org"\n', reports: true },
    { title: "for tests", text: 'modules_enabled = { "roster" }\nVirtualHost "localhost"\n', reports: false },
    { title: "right", text: 'modules_enabled = { "roster"; "limits" }\nVirtualHost "example.org"\n', reports: false },
  ],
};
