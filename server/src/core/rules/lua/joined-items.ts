// Several items of a list in one text.

import { itemsIn } from "./shared/joined.ts";
import { luaString } from "./shared/literals.ts";
import { textRule } from "./shared/textRule.ts";

export const joinedItems = textRule({
  id: "joined-items",
  severity: "warning",
  kinds: ["module", "jid", "barejid", "host", "domain", "ip", "cidr", "address", "port", "mediatype", "origin"],
  problem({ value, setting, type, kinds, among, item, inside }) {
    const items = item === true ? itemsIn(value.value, among ?? type) : undefined;
    if (items === undefined) return undefined;
    const ports = kinds.has("port") && items.every((one) => /^\d+$/.test(one));
    const written = items.map((one) => (ports ? one : luaString(one))).join(", ");
    const isBare = inside?.entry.value !== value || value === setting.value;
    const edits = [{ span: value.span, newText: isBare ? `{ ${written} }` : written }];
    return {
      says: `has ${items.length} items in one text, and Prosody takes them for one. Each needs quotes of its own.`,
      fixes: [{ title: "Write each by itself", edits, safe: false }],
    };
  },
});
