// Modules that cannot load because another one that they need is disabled.

import { holdsIn } from "../../schema/version.ts";
import type { LuaContext, LuaRule } from "../rule.ts";
import { everything } from "./shared/everything.ts";
import { moduleNames } from "./shared/oldModuleNames.ts";
import type { ModuleName } from "../../semantics/moduleNames.ts";
import { removeItem } from "./shared/removal.ts";
import { sectionKey } from "../../semantics/sections.ts";
import { code, someOf } from "./shared/words.ts";

export const missingDependency: LuaRule = {
  kind: "lua",
  meta: {
    id: "missing-dependency",
    severity: "warning",
    fixable: true,
    summary: "A module whose helper is disabled.",
  },
  check(context) {
    const names = moduleNames(everything(context), context.schema).filter(({ section, setting }) => (setting ?? section).certain);
    for (const disabled of names)
      if (disabled.use === "disable" && isHere(disabled, context)) neededModule(disabled, names, context);
  },
};

function isHere({ setting, section }: ModuleName, { file }: LuaContext): boolean {
  return setting === undefined ? file.sections.includes(section) : file.settings.includes(setting);
}

function neededModule(disabled: ModuleName, names: readonly ModuleName[], context: LuaContext): void {
  const { schema, text, report } = context;
  const { name, section, value, item } = disabled;
  const inSection = (other: ModuleName): boolean => sectionKey(other.section) === sectionKey(section);
  const isLoaded = (other: ModuleName): boolean => {
    const { entry } = schema.module(other.name) ?? {};
    if (other.use !== "enable" && other.use !== "component") return false;
    if (
      names.some((off) => off.use === "disable" && off.name === other.name && (inSection(off) || off.section === other.section))
    )
      return false;
    if (inSection(other) || section.kind === "global") return true;
    if (other.section.kind !== "global" || entry?.global === true) return false;
    return section.kind === "host" || holdsIn(entry?.inheritable, schema.version);
  };
  const needing = names.filter(
    (other) =>
      isLoaded(other) &&
      schema.module(other.name)?.depends.some((dependency) => dependency.name === name && dependency.optional !== true),
  );
  const [first] = needing;
  if (first === undefined) return;
  report({
    span: value.span,
    message: `${someOf([...new Set(needing.map((other) => other.name))])} cannot load without ${code(name)}. Enable it again, or give up what needs it.`,
    ...(isHere(first, context) ? { related: [{ span: first.value.span, message: "Needed here" }] } : {}),
    ...(item === undefined || value.folded === true
      ? {}
      : {
          fixes: () => [
            {
              title: `Remove ${code(name)} from the list`,
              edits: [removeItem(text, item.table.span, item.entry.span)],
              safe: false,
            },
          ],
        }),
  });
}
