// Options of a host that say what the global section says already.

import type { Setting } from "../../model/config.ts";
import { shapeOf } from "../../semantics/equals.ts";
import type { LuaRule } from "../rule.ts";
import { isPlain } from "./shared/literals.ts";
import { removeSetting } from "./shared/removal.ts";
import type { Configuration } from "../../semantics/configuration.ts";
import { code, inSection } from "./shared/words.ts";

export const repeatedOption: LuaRule = {
  kind: "lua",
  id: "repeated-option",
  severity: "hint",
  concerns: (_, option) => option?.origin === "bundled" && option.scope === "host",
  check(context) {
    const { file, schema, text, config, report } = context;
    for (const setting of file.settings) {
      const { name, nameSpan, value, section } = setting;
      const option = schema.option(name);
      if (section.kind === "global" || !section.certain || option?.origin !== "bundled" || option.scope !== "host") continue;
      // Lists of modules add to each other.
      if (LISTS.has(name)) continue;
      // What differs at first sight is told so by what does not change with each letter.
      if (!config.looksGlobally(name, shapeOf(value)) || !isPlain(value) || !isSetOnce(setting, config)) continue;
      if (!config.isGlobalValue(name, value)) continue;
      const above = config.settingFor(name, config.global);
      // While a statement is broken, it may be the header of another section.
      if (above?.section.kind !== "global" || !isPlain(above.value) || config.hasDoubtful) continue;
      report({
        span: nameSpan,
        tags: ["unnecessary"],
        message: `${code(name)} has this value in the global section already, and ${inSection(section)} that holds too. It need not be set again.`,
        ...(context.isHere(above) ? { related: [{ span: above.nameSpan, message: "The global section" }] } : {}),
        page: option.page,
        fixes: () => [{ title: `Remove ${code(name)}`, edits: [removeSetting(text, setting)], safe: true }],
      });
    }
  },
};

const LISTS = new Set(["modules_enabled", "modules_disabled", "enabled"]);

function isSetOnce({ name, section, certain, form }: Setting, config: Configuration): boolean {
  if (!certain || (form !== "assign" && form !== "field")) return false;
  return config.settingsIn(name, section).length === 1;
}
