// Names in modules_disabled that nothing loads in the first place.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { loadedModules } from "./shared/loaded.ts";
import type { Loaded } from "./shared/loaded.ts";
import { moduleNames } from "./shared/moduleNames.ts";
import { removing } from "./shared/moduleFix.ts";
import { code } from "./shared/words.ts";

export const needlessDisabling: LuaRule = {
  kind: "lua",
  meta: {
    id: "needless-disabling",
    severity: "hint",
    fixable: true,
    summary: "A name in modules_disabled of a module that nothing loads.",
  },
  check(context) {
    const { file, schema, report } = context;
    let loaded: Loaded | undefined;
    for (const module of moduleNames(file, schema)) {
      const { name, use, item, value } = module;
      if (use !== "disable" || item === undefined || schema.module(name)?.availability !== "now") continue;
      loaded ??= loadedModules(context);
      if (loaded.may(name)) continue;
      report({
        span: value.span,
        tags: ["unnecessary"],
        message: `Nothing loads ${code(name)}: it is not enabled, Prosody does not load it by itself, and no enabled module needs it. Disabling it changes nothing: remove it from the list.`,
        page: "https://prosody.im/doc/modules_enabled",
        ...removing(module, context, true),
      });
    }
  },
};

export const docs: RuleDocs = {
  category: "structure",
  description:
    "`modules_disabled` is for what would be loaded otherwise: modules that Prosody loads by itself, or that the global list enables " +
    "and one host shall do without. All else is not loaded anyway. It is only said where the whole configuration is known, and no " +
    "module of your own is enabled, which could bring others along.",
  fixChanges: "The list of disabled modules becomes shorter; the same modules are loaded.",
  examples: [
    {
      title: "not loaded anyway",
      text: 'modules_enabled = { "roster" }\nmodules_disabled = { "motd" }\nVirtualHost "a.example"\n',
      reports: true,
    },
    {
      title: "right",
      text: 'modules_enabled = { "roster" }\nmodules_disabled = { "offline" }\nVirtualHost "a.example"\n',
      reports: false,
    },
  ],
};
