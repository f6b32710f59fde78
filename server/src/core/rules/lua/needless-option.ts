// Options that have no use beside another one: a default for what is never left open.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { removeItem, removeStatement } from "./shared/removal.ts";
import { settingFor } from "./shared/wholeFile.ts";
import { sectionKey } from "./shared/sections.ts";
import { code } from "./shared/words.ts";

export const needlessOption: LuaRule = {
  kind: "lua",
  meta: {
    id: "needless-option",
    severity: "information",
    fixable: true,
    summary: "An option that another one leaves without use.",
  },
  check({ file, schema, text, report }) {
    for (const { name, nameSpan, section, span, form } of file.settings) {
      const option = schema.option(name);
      const to = option?.needlessWith;
      if (option === undefined || to === undefined || (form !== "assign" && form !== "field")) continue;
      const other = settingFor(file, to, section);
      if (other?.value.kind !== "string" || sectionKey(other.section) !== sectionKey(section)) continue;
      report({
        span: nameSpan,
        tags: ["unnecessary"],
        message: `${code(name)} has no use here: ${code(to)} is a single name, which holds for everything. Remove the line, or turn ${code(to)} into a table.`,
        related: [{ span: other.nameSpan, message: `${to} is set here` }],
        page: option.page,
        fixes: () => [
          {
            title: `Remove ${code(name)}`,
            edits: [section.table === undefined ? removeStatement(text, span) : removeItem(text, section.table, span)],
            safe: true,
          },
        ],
      });
    }
  },
};

export const docs: RuleDocs = {
  category: "combinations",
  description:
    "`default_storage` is for the kinds of data that a table in `storage` leaves out. Where `storage` is the name of one driver, " +
    "nothing is left out. `prosodyctl check config` says the same.",
  examples: [
    { title: "no use", text: 'storage = "internal"\ndefault_storage = "sql"\n', reports: true },
    { title: "right", text: 'storage = { archive = "sql" }\ndefault_storage = "internal"\n', reports: false },
  ],
};
