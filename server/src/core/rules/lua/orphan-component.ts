// Components that no host leads to: clients do not find them.

import type { ConfigFile } from "../../model/config.ts";
import { listItems } from "../../model/value.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { everything } from "./shared/everything.ts";
import { underHeader } from "./shared/insertion.ts";
import { luaString } from "./shared/literals.ts";
import { loadedIn } from "./shared/reach.ts";
import { hostName } from "../../semantics/sections.ts";
import { disabling, isWhole, namesOfHosts } from "./shared/wholeFile.ts";
import { code } from "./shared/words.ts";

export const orphanComponent: LuaRule = {
  kind: "lua",
  meta: {
    id: "orphan-component",
    severity: "information",
    fixable: true,
    summary: "A component that no host leads to.",
  },
  check(context) {
    const { file, report } = context;
    const all = everything(context);
    const hosts = namesOfHosts({ ...all, sections: all.sections.filter((section) => disabling(all, section) === undefined) });
    const named = discoItems(all);
    if (!isWhole(all) || hosts === undefined || named === undefined) return;
    const users = new Set(all.sections.filter(({ kind }) => kind === "host").map(hostName));
    // Without any host, or with the name of one, something else is wrong.
    if (users.size === 0) return;
    for (const section of file.sections) {
      const name = hostName(section);
      if (section.kind !== "component" || name === undefined || section.name === undefined || /[@/]/.test(name)) continue;
      if (users.has(name)) continue;
      const parent = name.slice(name.indexOf(".") + 1);
      if (hosts.has(parent) && parent !== name) continue;
      if (named.has(name) || disabling(all, section) !== undefined) continue;
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
  const { file, text } = context;
  const all = everything(context);
  const hosts = all.sections.filter(({ kind }) => kind === "host");
  const [host] = hosts;
  if (host === undefined || hosts.length > 1 || !file.sections.includes(host)) return {};
  if (all.settings.some(({ name }) => name === "disco_items")) return {};
  // Otherwise nothing would read it.
  if (loadedIn(host, all, context.schema)?.("disco") !== true) return {};
  const edit = underHeader(text, host, `disco_items = { { ${luaString(component)} } }`);
  if (edit === undefined) return {};
  return {
    fixes: () => [{ title: `Add it to ${code("disco_items")} of the host`, edits: [edit], safe: false }],
  };
}

/** Undefined when something in them is computed. */
function discoItems(file: ConfigFile): ReadonlySet<string> | undefined {
  const names = file.settings
    .filter(({ name, section }) => name === "disco_items" && disabling(file, section) === undefined)
    .flatMap(({ value }) => (value.kind === "table" ? listItems(value) : [value]))
    .flatMap((item) => (item.kind === "table" ? listItems(item).slice(0, 1) : item));
  const known = names.flatMap((value) => (value.kind === "string" ? [value.value.toLowerCase()] : []));
  return known.length === names.length ? new Set(known) : undefined;
}
