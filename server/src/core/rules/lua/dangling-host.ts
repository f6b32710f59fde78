// Options that name a host or component of this server which does not exist.

import type { Value } from "../../model/value.ts";
import type { OptionInfo } from "../../schema/schema.ts";
import type { Configuration } from "../../semantics/configuration.ts";
import { nearest } from "../suggest.ts";
import type { LuaContext, LuaRule } from "../rule.ts";
import { fixing } from "./shared/fixing.ts";
import { replaceText } from "./shared/literals.ts";
import { isTemplated } from "./shared/templates.ts";
import { code, didYouMean } from "./shared/words.ts";

export const danglingHost: LuaRule = {
  kind: "lua",
  id: "dangling-host",
  severity: "warning",
  concerns: (_, option) => option?.names !== undefined,
  check(context) {
    const { file, schema, config } = context;
    for (const { name, value, certain } of file.settings) {
      const option = schema.option(name);
      if (option?.names === undefined || !certain || option.availability !== "now") continue;
      if (!config.isWhole || config.hasUnknownNames || !config.hasSections) return;
      for (const text of namesIn(value)) checkName(text, option, option.names, context);
    }
  },
};

type Naming = NonNullable<OptionInfo["names"]>;
type Text = Extract<Value, { kind: "string" }>;

/** The text itself, the items of a list, or the first of each item that is a list. */
function namesIn(value: Value): readonly Text[] {
  if (value.kind === "string") return [value];
  if (value.kind !== "table") return [];
  return value.entries.flatMap(({ value: item }) => {
    const first = item.kind === "table" ? item.entries.find(({ key }) => key === undefined)?.value : item;
    return first?.kind === "string" ? [first] : [];
  });
}

function checkName(text: Text, option: OptionInfo, naming: Naming, context: LuaContext): void {
  const { config, report } = context;
  const [, domain = ""] = /^(?:[^@/]*@)?([^/]*)/.exec(text.value) ?? [];
  const name = domain.normalize("NFKC").toLowerCase();
  if (name === "" || isTemplated(name) || isThere(name, naming, config)) return;
  if (naming.also !== undefined && config.settingsNamed(naming.also).some(({ value }) => mayBe(value, name))) return;
  const all = config.hostNames.filter((other) => isThere(other, naming, config));
  if (naming.below === true && !config.hostNames.some((host) => config.isHost(host) && name.endsWith(`.${host}`))) return;
  const meant = nearest(name, all) ?? (all.length === 1 && naming.below !== true ? all[0] : undefined);
  report({
    span: text.span,
    message: `No ${wanted(naming)} is called ${code(domain)}, so ${naming.otherwise}. ${meant === undefined ? "Check the name." : didYouMean(meant)}`,
    page: option.page,
    ...(meant === undefined || text.folded === true || domain !== text.value
      ? {}
      : fixing(`Change to ${code(meant)}`, false, () => replaceText(context.text, text.span, meant))),
  });
}

function isThere(name: string, { kind, module }: Naming, config: Configuration): boolean {
  return config.sectionsNamed(name).some((section) => {
    if (kind !== "any" && section.kind !== kind) return false;
    return module === undefined || section.module?.kind !== "string" || section.module.value === module;
  });
}

function mayBe(value: Value, name: string): boolean {
  return value.kind !== "string" || value.value.toLowerCase() === name;
}

function wanted({ kind, module }: Naming): string {
  if (kind === "any") return `${code("VirtualHost")} or ${code("Component")} here`;
  if (kind === "host") return `${code("VirtualHost")} here`;
  return module === undefined ? `${code("Component")} here` : `${code("Component")} of ${code(module)} here`;
}
