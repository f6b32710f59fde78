// Keys inside a table that nobody reads, and entries with a key in what should be a plain list.

import { keyText } from "../../model/value.ts";
import type { OptionInfo } from "../../schema/schema.ts";
import type { Span } from "../../text/span.ts";
import type { LuaContext, LuaRule, RuleDocs } from "../rule.ts";
import { nearest } from "../suggest.ts";
import { partsOf } from "./shared/leaves.ts";
import { typedSettings, wrongValues } from "./shared/typedSettings.ts";
import { code, didYouMean, someOf } from "./shared/words.ts";

export const unknownKey: LuaRule = {
  kind: "lua",
  meta: {
    id: "unknown-key",
    severity: "warning",
    fixable: true,
    summary: "A key in a table that nobody reads, or a key in a list.",
  },
  check(context) {
    for (const { option, mismatch } of wrongValues(context, "key")) {
      const { span, detail, found = "", choices = [] } = mismatch;
      if (choices.length > 0) reportKey(context, option, { span, key: found, choices });
      else
        context.report({
          span,
          message: `${code(option.name)} takes ${mismatch.expected}. ${detail ?? ""}`.trim(),
          page: option.page,
        });
    }
    for (const { setting, option } of typedSettings(context)) {
      for (const { type, value } of partsOf(option.type, setting.value)) {
        if (typeof type === "string" || type.is !== "record" || type.open !== true || value.kind !== "table") continue;
        const choices = Object.keys(type.fields);
        for (const entry of value.entries) {
          const key = keyText(entry);
          // Other keys are possible here, so only what is nearly a known one is taken for a mistake.
          if (key === undefined || entry.key === undefined || choices.includes(key) || nearest(key, choices) === undefined)
            continue;
          reportKey(context, option, { span: entry.key.span, key, choices });
        }
      }
    }
  },
};

export const docs: RuleDocs = {
  category: "values",
  description:
    "Some options take a table with certain keys, such as `sql` or `limits`. Other keys in it are ignored without a message. In a " +
    "list, an entry with a key (`name = value`) is no item at all: Prosody passes over it.",
  examples: [
    { title: "misspelt key", text: 'sql = { driver = "SQLite3"; databse = "prosody.sqlite" }\n', reports: true },
    { title: "a key in a list", text: 'modules_enabled = { "roster"; mam = true }\n', reports: true },
    { title: "right", text: 'sql = { driver = "SQLite3"; database = "prosody.sqlite" }\n', reports: false },
  ],
};

interface WrongKey {
  readonly span: Span;
  readonly key: string;
  readonly choices: readonly string[];
}

function reportKey({ text, report }: LuaContext, option: OptionInfo, { span, key, choices }: WrongKey): void {
  const meant = nearest(key, choices);
  const hint = meant === undefined ? `Known are ${someOf(choices)}.` : didYouMean(meant);
  report({
    span,
    message: `${code(option.name)} has no key ${code(key)} here, so it is ignored. ${hint}`,
    page: option.page,
    ...(meant === undefined || text.slice(span.start, span.end) !== key
      ? {}
      : { fixes: () => [{ title: `Change to ${code(meant)}`, edits: [{ span, newText: meant }], safe: true }] }),
  });
}
