// Modules that are enabled without the option that they do not work without.

import type { ConfigFile, Section } from "../../model/config.ts";
import type { OptionInfo } from "../../schema/schema.ts";
import type { LuaRule, RuleDocs } from "../rule.ts";
import { usedModules } from "./shared/hostModules.ts";
import { disabling, isWhole, settingsFor } from "./shared/wholeFile.ts";
import { code } from "./shared/words.ts";

export const missingRequirement: LuaRule = {
  kind: "lua",
  meta: {
    id: "missing-requirement",
    severity: "warning",
    fixable: false,
    summary: "A module without the option that it needs.",
  },
  check({ file, schema, report }) {
    if (!isWhole(file)) return;
    const used = usedModules(file, schema).filter(({ section }) => disabling(file, section) === undefined);
    for (const option of used.length === 0 ? [] : schema.options.values()) {
      if (option.requiredBy === undefined || option.availability !== "now") continue;
      for (const { name, span, section } of used) {
        if (!option.requiredBy.includes(name) || isSet(file, option, section)) continue;
        report({
          span,
          message: `${code(name)} does not do its work without ${code(option.name)}, and nothing here sets that. Set it, or remove the module.`,
          page: option.page,
        });
      }
    }
  },
};

export const docs: RuleDocs = {
  category: "combinations",
  description:
    "A few modules cannot guess what they need to know, such as the secret that is shared with a TURN server. Without it they fail " +
    "to load or refuse to do their work. Only a file that holds the whole configuration is looked at; elsewhere the option may " +
    "stand in another file.",
  examples: [
    {
      title: "no secret",
      text: 'modules_enabled = { "turn_external" }\nVirtualHost "example.org"\n',
      reports: true,
    },
    {
      title: "right",
      text: 'modules_enabled = { "turn_external" }\nturn_external_secret = FileLine "/run/secrets/turn"\nVirtualHost "example.org"\n',
      reports: false,
    },
  ],
};

/** What the global section enables may be set for each host; an older name will do as well. */
function isSet(file: ConfigFile, { name, fallback }: OptionInfo, section: Section): boolean {
  const isGlobal = section.kind === "global";
  return [name, fallback ?? name].some((wanted) =>
    isGlobal ? file.settings.some((setting) => setting.name === wanted) : settingsFor(file, wanted, section).length > 0,
  );
}
