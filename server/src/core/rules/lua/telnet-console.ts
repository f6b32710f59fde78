// Consoles that ask for no password, while they are not yet called out of date.

import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import type { Schema } from "../../schema/schema.ts";
import { replaceText } from "./shared/literals.ts";
import { modulesOf } from "./shared/modulesOf.ts";
import type { ModuleName } from "../../semantics/moduleNames.ts";
import { removeItem } from "./shared/removal.ts";
import { deprecationNow } from "./shared/typedSettings.ts";
import { code } from "./shared/words.ts";

export const telnetConsole: LuaRule = {
  kind: "lua",
  id: "telnet-console",
  severity: "information",
  check(context) {
    const { schema, report } = context;
    const consoles = schema.once(modulesOfConsoles);
    for (const module of modulesOf(context)) {
      const known = schema.module(module.name);
      if (module.use !== "enable" || known?.entry === undefined || !consoles.has(module.name)) continue;
      // That is told by a rule of its own.
      if (known.availability !== "now" || deprecationNow(known.entry, schema) !== undefined) continue;
      const to = known.entry.deprecated?.to;
      const instead = to !== undefined && schema.module(to)?.availability === "now" ? to : undefined;
      const fixes = fixesFor(module, instead, context);
      report({
        span: module.value.span,
        message: `${code(module.name)} opens a port on which every program of this machine can rule the server without a password. ${instead === undefined ? "Remove it unless you use it." : `${code(instead)} does the same through a socket that is closed to others: use it with ${code("prosodyctl shell")}.`}`,
        page: known.page,
        ...(fixes.length === 0 ? {} : { fixes: () => fixes }),
      });
    }
  },
};

function modulesOfConsoles({ services }: Schema): ReadonlySet<string> {
  return new Set(
    Object.values(services).flatMap(({ module, exposure }) => (exposure === undefined || exposure.mild === true ? [] : [module])),
  );
}

function fixesFor({ name, value, item }: ModuleName, instead: string | undefined, { text }: LuaContext): readonly Fix[] {
  if (value.folded === true || item === undefined) return [];
  const removal = { title: `Remove ${code(name)}`, edits: [removeItem(text, item.table.span, item.entry.span)], safe: false };
  const isListed = item.table.entries.some((entry) => entry.value.kind === "string" && entry.value.value === instead);
  if (instead === undefined || isListed) return [removal];
  return [{ title: `Change to ${code(instead)}`, edits: [replaceText(text, value.span, instead)], safe: false }, removal];
}
