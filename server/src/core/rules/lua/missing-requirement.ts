// Modules that are enabled without the option that they do not work without.

import type { Section } from "../../model/config.ts";
import type { OptionInfo, Schema } from "../../schema/schema.ts";
import type { Configuration, UsedModule } from "../../semantics/configuration.ts";
import { contains } from "../../text/span.ts";
import type { LuaContext, LuaRule, Report } from "../rule.ts";
import { below, underHeader } from "./shared/insertion.ts";
import { usedModules } from "./shared/modulesOf.ts";
import { code } from "./shared/words.ts";

export const missingRequirement: LuaRule = {
  kind: "lua",
  id: "missing-requirement",
  severity: "warning",
  check(context) {
    const { schema, own, report } = context;
    const needs = schema.once(requirements);
    for (const used of usedModules(context)) {
      const { name, span, section } = used;
      for (const option of needs.get(name) ?? []) {
        if (isSet(own, option, section) || !own.isWhole || own.disabling(section) !== undefined) continue;
        report({
          span,
          message: `${code(name)} does not do its work without ${code(option.name)}, and nothing here sets that. Set it, or remove the module.`,
          page: option.page,
          ...adding(option, used, context),
        });
      }
    }
  },
};

/** Options by the modules that need them. */
function requirements({ requiredOptions }: Schema): ReadonlyMap<string, readonly OptionInfo[]> {
  const needs = new Map<string, OptionInfo[]>();
  for (const option of requiredOptions) {
    if (option.availability !== "now") continue;
    for (const module of option.requiredBy ?? []) needs.set(module, [...(needs.get(module) ?? []), option]);
  }
  return needs;
}

/** With an empty value for the user to fill in; behind the statement that names the module, where that has its lines for itself. */
function adding(option: OptionInfo, { span: module, section }: UsedModule, { file, text }: LuaContext): Pick<Report, "fixes"> {
  const isList = typeof option.type !== "string" && "is" in option.type && option.type.is === "list";
  const statement = `${option.name} = ${isList ? "{ }" : '""'}`;
  const setting = file.settings.find(({ span }) => contains(span, module));
  const edit =
    setting === undefined
      ? contains(section.header, module)
        ? underHeader(text, section, statement)
        : undefined
      : setting.form === "assign"
        ? below(text, setting.span, statement)
        : undefined;
  if (edit === undefined) return {};
  return { fixes: () => [{ title: `Add ${code(option.name)}, to be filled in`, edits: [edit], safe: false }] };
}

/** What the global section enables may be set for each host; an older name will do as well. */
function isSet(own: Configuration, { name, fallback }: OptionInfo, section: Section): boolean {
  const isGlobal = section.kind === "global";
  return [name, fallback ?? name].some((wanted) =>
    isGlobal ? own.isSetAnywhere(wanted) : own.settingsFor(wanted, section).length > 0,
  );
}
