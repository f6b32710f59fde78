// Components that no host leads to: clients do not find them.

import { listItems } from "../../model/value.ts";
import type { Configuration } from "../../semantics/configuration.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { isHostToCome } from "./placeholder-left.ts";
import { underHeader } from "./shared/insertion.ts";
import { luaString } from "./shared/literals.ts";
import { hostName } from "../../semantics/sections.ts";
import { code } from "./shared/words.ts";

export const orphanComponent: LuaRule = {
  kind: "lua",
  id: "orphan-component",
  severity: "information",
  check(context) {
    const { file, config, report } = context;
    for (const section of file.sections) {
      const name = hostName(section);
      if (section.kind !== "component" || name === undefined || section.name === undefined || /[@/]/.test(name)) continue;
      if (isHostToCome(section.name.kind === "string" ? section.name.value : name)) continue;
      // Without any host, or with the name of one, something else is wrong.
      if (!config.isWhole || !config.hasHosts || config.isHost(name)) continue;
      const parent = name.slice(name.indexOf(".") + 1);
      if (parent !== name && config.isOn(parent)) continue;
      if (config.hasUnknownEnabledNames || !config.isOn(name) || isNamed(name, config)) continue;
      report({
        span: section.name.span,
        message: `No host leads to this component: it is no subdomain of one, and no ${code("disco_items")} names it. Clients may not find it. Add it to ${code("disco_items")} of the host whose users need it.`,
        page: "https://prosody.im/doc/modules/mod_disco",
        ...naming(name, context),
      });
    }
  },
};

/** With one host there is no doubt whose users need it. */
function naming(component: string, context: LuaContext): { readonly fixes?: () => readonly Fix[] } {
  const { text, config } = context;
  const host = config.onlyHost;
  if (host === undefined || !context.isHere(host) || config.isSetAnywhere("disco_items")) return {};
  // Otherwise nothing would read it.
  if (config.mayLoadIn("disco", host) !== true) return {};
  const edit = underHeader(text, host, `disco_items = { { ${luaString(component)} } }`);
  if (edit === undefined) return {};
  return {
    fixes: () => [{ title: `Add it to ${code("disco_items")} of the host`, edits: [edit], safe: false }],
  };
}

/** In `disco_items`, or perhaps there, as something in them is computed. */
function isNamed(component: string, config: Configuration): boolean {
  return config
    .settingsNamed("disco_items")
    .filter(({ section }) => config.disabling(section) === undefined)
    .flatMap(({ value }) => (value.kind === "table" ? listItems(value) : [value]))
    .flatMap((item) => (item.kind === "table" ? listItems(item).slice(0, 1) : item))
    .some((jid) => jid.kind !== "string" || jid.value.toLowerCase() === component);
}
