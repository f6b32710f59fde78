// Modules that are enabled without the option that they do not work without.

import type { OptionInfo, Schema } from "../../schema/schema.ts";
import type { Configuration, UsedModule } from "../../semantics/configuration.ts";
import { holdsIn } from "../../schema/version.ts";
import { contains } from "../../text/span.ts";
import type { LuaContext, LuaRule, Report } from "../rule.ts";
import { below, underHeader } from "./shared/insertion.ts";
import { usedModules } from "./shared/modulesOf.ts";
import { typedSettings } from "./shared/typedSettings.ts";
import { leavesIn } from "./shared/valueParts.ts";
import { code } from "./shared/words.ts";

export const missingRequirement: LuaRule = {
  kind: "lua",
  id: "missing-requirement",
  severity: "warning",
  check(context) {
    for (const used of [...usedModules(context), ...chosenProviders(context)]) {
      for (const option of needsOf(used.name, context.schema)) checkNeed(option, used, context);
    }
  },
};

interface Used extends UsedModule {
  /** The option that chooses it as a provider. */
  readonly by?: string;
}

/** Modules that come by `authentication` and the like. */
function chosenProviders(context: LuaContext): readonly Used[] {
  return typedSettings(context).flatMap(({ setting: { name, section, value, certain }, option }) =>
    (certain ? leavesIn(context, option.type, value) : []).flatMap(({ type, value: leaf }): readonly Used[] => {
      if (typeof type === "string" || type.is !== "provider" || leaf.kind !== "string") return [];
      return [{ name: `${type.of}_${leaf.value}`, span: leaf.span, section, by: name }];
    }),
  );
}

function checkNeed(option: OptionInfo, used: Used, context: LuaContext): void {
  const { schema, config, report } = context;
  const { name, span, section } = used;
  if (!config.isWhole || config.disabling(section) !== undefined) return;
  // An older name will do as well.
  const names = [option.name, option.fallback ?? option.name];
  const isGlobal = section.kind === "global";
  const host = isGlobal ? hostWithout(names, used, config) : undefined;
  if (isGlobal ? host === undefined : names.some((wanted) => config.settingsFor(wanted, section).length > 0)) return;
  // Where nothing sets it, no host is to blame.
  const isSome = isGlobal && names.some((wanted) => config.isSetAnywhere(wanted));
  const isVital = holdsIn(option.vital, schema.version);
  report({
    span,
    ...(isVital ? { severity: "error" as const } : {}),
    message: `${code(name)} does not ${isVital ? "load" : "do its work"} without ${code(option.name)}, and nothing ${isSome ? `sets that for ${code(host ?? "")}` : "here sets that"}. Set it, or remove the module.`,
    page: option.page,
    ...(isSome ? {} : adding(option, used, context)),
  });
}

/** A host that loads the module from the global section, and for which none of the options is set. */
function hostWithout(options: readonly string[], { name, by }: Used, config: Configuration): string | undefined {
  return config.hostThat(`lacks ${options.join(" ")} ${name} ${by ?? ""}`, (host, all) => {
    if (options.some((option) => all.settingsFor(option, host).length > 0)) return false;
    if (by !== undefined) return all.settingsIn(by, host).length === 0;
    return !all.modulesFor([name], host).some(({ use }) => use === "disable");
  });
}

function needsOf(module: string, schema: Schema): readonly OptionInfo[] {
  const bundled = schema.once(requirements).get(module);
  if (bundled !== undefined) return bundled;
  const known = schema.module(module);
  if (known?.origin !== "community") return [];
  const vital = Object.entries(known.community?.options ?? {}).filter(([, option]) => option.vital === true);
  return vital.flatMap(([name]) => schema.option(name) ?? []);
}

/** Options of Prosody itself by the modules that need them. */
function requirements({ requiredOptions }: Schema): ReadonlyMap<string, readonly OptionInfo[]> {
  const needs = new Map<string, OptionInfo[]>();
  for (const option of requiredOptions) {
    if (option.availability !== "now") continue;
    for (const module of option.requiredBy ?? []) needs.set(module, [...(needs.get(module) ?? []), option]);
  }
  return needs;
}

/** With an empty value for the user to fill in; behind the statement that names the module, where that has its lines for itself. */
function adding(option: OptionInfo, { span: module, section }: Used, { file, text }: LuaContext): Pick<Report, "fixes"> {
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
