// Names of authentication, storage and authorization providers that are not known.

import { PROVIDERS } from "../../schema/kinds/describe.ts";
import type { ProviderFamily } from "../../schema/knowledge.ts";
import type { OptionInfo, Schema } from "../../schema/schema.ts";
import type { StringValue } from "../../model/value.ts";
import type { LuaContext, LuaRule, Report } from "../rule.ts";
import { nearest } from "../suggest.ts";
import { leavesIn } from "./shared/valueParts.ts";
import { typedSettings } from "./shared/typedSettings.ts";
import { code, didYouMean, prosody } from "./shared/words.ts";
import { ofKind } from "./shared/concerns.ts";
import { rewriting } from "./shared/texts.ts";

export const unknownProvider: LuaRule = {
  kind: "lua",
  id: "unknown-provider",
  severity: "warning",
  concerns: ofKind("provider"),
  check(context) {
    for (const { setting, option } of typedSettings(context)) {
      for (const { type, value } of leavesIn(context, option.type, setting.value)) {
        if (typeof type === "string" || type.is !== "provider" || value.kind !== "string") continue;
        const report = problem(type.of, value, option, context);
        if (report !== undefined) context.report(report);
      }
    }
  },
};

function problem(family: ProviderFamily, value: StringValue, option: OptionInfo, context: LuaContext): Report | undefined {
  const { schema } = context;
  const { value: name, span } = value;
  const providers = schema.providers(family);
  const known = providers.find((provider) => provider.name === name);
  if (known?.availability === "now") return undefined;
  const { page } = option;
  if (known !== undefined) {
    const when = known.availability === "later" ? "not yet" : "no longer";
    return {
      span,
      message: `The ${PROVIDERS[family]} ${code(name)} is ${when} part of ${prosody(schema.version)}, which cannot load it.`,
      page,
    };
  }
  const meant = suggestion(name, family, option, schema);
  if (meant === undefined) {
    return {
      span,
      severity: "information",
      message: `${code(name)} is no ${PROVIDERS[family]} of ${prosody(schema.version)} and none that is known in the community repository, so a module of your own must provide it: ${code(`${family}_${name}`)}.`,
      page,
    };
  }
  return {
    span,
    // Whoever writes the name of a database has no module of that name.
    ...(isAlias(name, family, schema) ? { severity: "error" as const } : {}),
    message: `No known ${PROVIDERS[family]} is called ${code(name)}: ${LOSS[family]}. ${didYouMean(meant)}`,
    page,
    ...rewriting(context, value, meant, true),
  };
}

/** What comes of a provider that cannot be loaded. */
const LOSS: Readonly<Record<ProviderFamily, string>> = {
  auth: "nobody can log in",
  storage: "nothing is stored",
  authz: "no roles are known",
};

function aliasesOf(family: ProviderFamily, schema: Schema): ReadonlyMap<string, string> {
  const entries = Object.entries(schema.bundledModules).filter(([module]) => module.startsWith(`${family}_`));
  return new Map(entries.flatMap(([module, { also = [] }]) => also.map((word) => [word, module.slice(family.length + 1)])));
}

function isAlias(name: string, family: ProviderFamily, schema: Schema): boolean {
  return aliasesOf(family, schema).has(name.toLowerCase());
}

/** Without a prefix that is only in the module's name; else the nearest; else one that the name begins, the default above all. */
function suggestion(name: string, family: ProviderFamily, option: OptionInfo, schema: Schema): string | undefined {
  const usable = schema.providers(family).filter((provider) => provider.availability === "now");
  const of = (origin: "bundled" | "community"): string[] =>
    usable.filter((provider) => provider.origin === origin).map((provider) => provider.name);
  const called = aliasesOf(family, schema).get(name.toLowerCase());
  if (called !== undefined) return called;
  const plain = name.replace(new RegExp(`^(?:mod_)?(?:${family}_)?`), "");
  if (plain !== name && usable.some((provider) => provider.name === plain)) return plain;
  const begun = of("bundled").filter((provider) => provider.startsWith(`${name}_`));
  const usual = begun.find((provider) => provider === option.default) ?? (begun.length === 1 ? begun[0] : undefined);
  return usual ?? nearest(name, of("bundled")) ?? nearest(name, of("community"));
}
