// Components in disco_items that a host shows by itself.

import { listItems } from "../../model/value.ts";
import type { LuaRule } from "../rule.ts";
import { removeItem } from "./shared/removal.ts";
import { hostName } from "../../semantics/sections.ts";
import { code } from "./shared/words.ts";

export const needlessDiscoItem: LuaRule = {
  kind: "lua",
  id: "needless-disco-item",
  severity: "hint",
  concerns: (name) => name === "disco_items",
  check(context) {
    const { file, text, config, report } = context;
    for (const { name, value, section, certain } of file.settings) {
      const host = hostName(section);
      if (name !== "disco_items" || section.kind !== "host" || host === undefined || !certain || value.kind !== "table") continue;
      for (const entry of value.entries) {
        const [jid, ...rest] = entry.value.kind === "table" ? listItems(entry.value) : [];
        if (entry.key !== undefined || jid?.kind !== "string") continue;
        const item = jid.value.toLowerCase();
        if (item.slice(item.indexOf(".") + 1) !== host) continue;
        const component = config.sectionsNamed(item).find(({ kind }) => kind === "component");
        if (component === undefined || config.disabling(component) !== undefined) continue;
        report({
          span: jid.span,
          tags: ["unnecessary"],
          message: `The host shows ${code(jid.value)} by itself, as it is a component directly below it; clients are told of it twice. Remove it from the list${rest.length === 0 ? "" : `, and give the component the name with ${code("name")}`}.`,
          page: "https://prosody.im/doc/modules/mod_disco",
          fixes: () => [
            { title: "Remove it from the list", edits: [removeItem(text, value.span, entry.span)], safe: rest.length === 0 },
          ],
        });
      }
    }
  },
};
