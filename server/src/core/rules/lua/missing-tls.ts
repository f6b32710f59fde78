// The module that encrypts connections is not enabled.

import type { LuaRule } from "../rule.ts";
import { code } from "./shared/words.ts";
import { addText } from "./shared/additions.ts";

export const missingTls: LuaRule = {
  kind: "lua",
  scope: "configuration",
  id: "missing-tls",
  severity: "warning",
  check(context) {
    const { text, schema, config, report } = context;
    const list = config.moduleList;
    if (list === undefined || !context.isHere(list.setting)) return;
    const { section, nameSpan } = list.setting;
    const option = "c2s_require_encryption";
    // What one host enables does not help the others.
    if (config.enabledGlobally("tls") !== undefined) return;
    const host = config.mayLoad("tls")
      ? config.hostThat("no tls", (one, all) => all.mayLoadIn("tls", one) === false && !all.isSetTo(option, one, false))
      : undefined;
    if (host === undefined && config.mayLoad("tls")) return;
    // Where nothing need be encrypted, that is told by a rule of its own.
    if (config.isSetTo(option, section, false)) return;
    const isSet = config.settingsFor(option, section).length > 0;
    const must = isSet ? config.isSetTo(option, section, true) : schema.option(option)?.default === true;
    report({
      span: nameSpan,
      message: `\`tls\` is not enabled${host === undefined ? "" : ` for ${code(host)}`}, so connections on the usual ports cannot be encrypted${must ? ", and as they must be, nobody can log in there" : ""}. Enable it.`,
      page: "https://prosody.im/doc/modules/mod_tls",
      fixes: () => [{ title: "Enable `tls`", edits: [addText(text, list.table, "tls")], safe: false }],
    });
  },
};
