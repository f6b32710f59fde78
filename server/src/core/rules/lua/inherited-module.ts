// Modules that a host enables although the global section has enabled them for all hosts.

import { holdsIn } from "../../schema/version.ts";
import type { LuaRule, RuleDocs } from "../rule.ts";
import { everything } from "./shared/everything.ts";
import { enabledModules } from "./shared/hostModules.ts";
import { wholeList } from "./shared/lookup.ts";
import { removing } from "./shared/moduleFix.ts";
import { code } from "./shared/words.ts";

/** Keeps a host from taking over the global list. */
const OWN_LIST = "load_global_modules";

export const inheritedModule: LuaRule = {
  kind: "lua",
  meta: {
    id: "inherited-module",
    severity: "hint",
    fixable: true,
    summary: "A module of a host that the global section enables already.",
  },
  check(context) {
    const { file, schema, report } = context;
    const all = everything(context);
    if (wholeList(all) === undefined || all.settings.some(({ name }) => name === OWN_LIST)) return;
    const enabled = enabledModules(all, schema);
    for (const module of enabled) {
      const { name, value, section, item, setting } = module;
      if (item === undefined || section.kind === "global" || setting === undefined || !file.settings.includes(setting)) continue;
      if (section.kind === "component" && !holdsIn(schema.module(name)?.entry?.inheritable, schema.version)) continue;
      const global = enabled.find((other) => other.name === name && other.section.kind === "global");
      if (global === undefined) continue;
      const here = global.setting !== undefined && file.settings.includes(global.setting);
      report({
        span: value.span,
        tags: ["unnecessary"],
        message: `${code(name)} is in the global list, which holds ${section.kind === "host" ? "for every host" : "here too"}. It need not be named again.`,
        ...(here ? { related: [{ span: global.value.span, message: "The global list" }] } : {}),
        ...removing(module, context, true),
      });
    }
  },
};

export const docs: RuleDocs = {
  category: "structure",
  description:
    "The `modules_enabled` of a host adds to the global one; it does not replace it. Repeating the names does no harm, but whoever " +
    "takes a module out of the global list will wonder why it still loads. Components take over a few modules only, such as `tls`.",
  fixChanges: "The list of the host names fewer modules; the same ones are loaded.",
  examples: [
    {
      title: "named again",
      text: 'modules_enabled = { "roster"; "mam" }\nVirtualHost "a.example"\n\tmodules_enabled = { "mam"; "motd" }\n',
      reports: true,
    },
    {
      title: "right",
      text: 'modules_enabled = { "roster"; "mam" }\nVirtualHost "a.example"\n\tmodules_enabled = { "motd" }\n',
      reports: false,
    },
    {
      title: "a component takes over little",
      text: 'modules_enabled = { "roster"; "mam" }\nVirtualHost "a.example"\nComponent "b.a.example" "muc"\n\tmodules_enabled = { "mam" }\n',
      reports: false,
    },
  ],
};
