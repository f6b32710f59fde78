// The module that encrypts connections is not enabled.

import type { LuaRule } from "../rule.ts";
import { addText } from "./shared/additions.ts";
import { everything, homeOf } from "./shared/everything.ts";
import { loadedModules } from "./shared/oldLoaded.ts";
import { isSetTo, wholeList } from "./shared/lookup.ts";
import { settingsFor } from "./shared/wholeFile.ts";

export const missingTls: LuaRule = {
  kind: "lua",
  meta: {
    id: "missing-tls",
    severity: "warning",
    fixable: true,
    summary: "The module tls is not enabled.",
  },
  check(context) {
    const { text, schema, report } = context;
    const all = everything(context);
    const list = wholeList(all);
    if (list === undefined || homeOf(list.setting, context) !== undefined || loadedModules(context).may("tls")) return;
    const { section, nameSpan } = list.setting;
    const option = "c2s_require_encryption";
    // Where nothing need be encrypted, that is told by a rule of its own.
    if (isSetTo(all, option, section, false)) return;
    const isSet = settingsFor(all, option, section).length > 0;
    const must = isSet ? isSetTo(all, option, section, true) : schema.option(option)?.default === true;
    report({
      span: nameSpan,
      message: `\`tls\` is not enabled, so connections on the usual ports cannot be encrypted${must ? ", and as they must be, nobody can log in there" : ""}. Enable it.`,
      page: "https://prosody.im/doc/modules/mod_tls",
      fixes: () => [{ title: "Enable `tls`", edits: [addText(text, list.table, "tls")], safe: false }],
    });
  },
};
