// Several items of a list in one text.

import type { LuaRule } from "../rule.ts";
import { itemsIn } from "./shared/joined.ts";
import { luaString } from "./shared/literals.ts";
import { subject, textsOf } from "./shared/texts.ts";

export const joinedItems: LuaRule = {
  kind: "lua",
  id: "joined-items",
  severity: "warning",
  check(context) {
    const kinds = ["module", "jid", "barejid", "host", "domain", "ip", "cidr", "address", "port", "mediatype", "origin"] as const;
    for (const place of textsOf(context, ...kinds)) {
      const { value, type, among, item, inside, option } = place;
      if (item !== true) continue;
      const items = itemsIn(value.value, among ?? type);
      if (items === undefined) continue;
      const ports = place.kinds.has("port") && items.every((one) => /^\d+$/.test(one));
      const written = items.map((one) => (ports ? one : luaString(one))).join(", ");
      const isBare = inside?.entry.value !== value || value === place.setting.value;
      context.report({
        span: value.span,
        message: `${subject(place, value)} has ${items.length} items in one text, and Prosody takes them for one. Each needs quotes of its own.`,
        page: option.page,
        ...(value.folded === true
          ? {}
          : {
              fixes: () => [
                {
                  title: "Write each by itself",
                  edits: [{ span: value.span, newText: isBare ? `{ ${written} }` : written }],
                  safe: true,
                },
              ],
            }),
      });
    }
  },
};
