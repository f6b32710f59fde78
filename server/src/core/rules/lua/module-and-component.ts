// A module that has an address of its own as a component and is enabled for all hosts besides.

import type { LuaRule } from "../rule.ts";
import { enabledModules } from "./shared/modulesOf.ts";
import { code } from "./shared/words.ts";
import { removing } from "./shared/moduleFix.ts";

export const moduleAndComponent: LuaRule = {
  kind: "lua",
  id: "module-and-component",
  severity: "warning",
  check(context) {
    const { schema, own, report } = context;
    for (const module of enabledModules(context)) {
      const { name, value, section } = module;
      // What cannot be anything but a component is no choice.
      if (section.kind !== "global" || schema.module(name)?.kind === "component") continue;
      const component = own.modulesNamed(name, "component").find(({ setting }) => setting === undefined);
      if (component === undefined) continue;
      report({
        span: value.span,
        message: `${code(name)} is a component below and enabled on every ${code("VirtualHost")} as well, so there are several of it. Remove it from the list, unless you want that.`,
        related: [{ span: component.section.header, message: "The component" }],
        ...removing(module, context, false, "Remove it from the list"),
      });
    }
  },
};
