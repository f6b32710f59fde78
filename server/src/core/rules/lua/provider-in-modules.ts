// auth_…, storage_… and authz_… modules in modules_enabled: they are chosen by an option of their own.

import type { ProviderFamily } from "../../schema/knowledge.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { luaString } from "./shared/literals.ts";
import { modulesOf } from "./shared/modulesOf.ts";
import type { ModuleName } from "../../semantics/moduleNames.ts";
import { removeItem } from "./shared/removal.ts";
import { code } from "./shared/words.ts";
import { lineBreak, lineStart } from "../../text/lines.ts";

const OPTIONS: Readonly<Record<ProviderFamily, string>> = { auth: "authentication", storage: "storage", authz: "authorization" };

interface ProviderName {
  readonly option: string;
  readonly provider: string;
}

/** What a module name means as a provider: `auth_ldap` is `authentication = "ldap"`. */
export function providerName(module: string): ProviderName | undefined {
  const match = /^(auth|storage|authz)_(.+)$/.exec(module);
  const [, family, provider] = match ?? [];
  if (family === undefined || provider === undefined) return undefined;
  return { option: OPTIONS[family as ProviderFamily], provider };
}

export const providerInModules: LuaRule = {
  kind: "lua",
  id: "provider-in-modules",
  severity: "warning",
  check(context) {
    for (const module of modulesOf(context)) {
      const { name, value, use } = module;
      const meant = use === "enable" ? providerName(name) : undefined;
      if (meant === undefined) continue;
      context.report({
        span: value.span,
        message: `${code(name)} is not enabled as a module; it is chosen with ${code(`${meant.option} = ${luaString(meant.provider)}`)}. Remove it from the list.`,
        ...(module.item === undefined || module.value.folded === true ? {} : { fixes: () => fixes(module, meant, context) }),
      });
    }
  },
};

function fixes(
  { item, section, setting }: ModuleName,
  { option, provider }: ProviderName,
  { own, text }: LuaContext,
): readonly Fix[] {
  if (item === undefined) return [];
  const remove = removeItem(text, item.table.span, item.entry.span);
  const removal: Fix = { title: "Remove it from the list", edits: [remove], safe: false };
  const isSet = own.globalSettings(option).length > 0 || own.settingsIn(option, section).some((one) => one.section === section);
  if (setting?.form !== "assign" || isSet) return [removal];
  const start = lineStart(text, setting.span.start);
  const indent = text.slice(start, setting.span.start);
  if (indent.trim() !== "") return [removal];
  const insert = { span: { start, end: start }, newText: `${indent}${option} = ${luaString(provider)}${lineBreak(text)}` };
  return [{ title: `Set ${code(option)} instead`, edits: [insert, remove], safe: false }, removal];
}
