// Keys inside a table that nobody reads.

import { keyText } from "../../model/value.ts";
import type { Setting } from "../../model/config.ts";
import type { Value } from "../../model/value.ts";
import type { OptionInfo } from "../../schema/schema.ts";
import type { Span } from "../../text/span.ts";
import type { LuaContext, LuaRule } from "../rule.ts";
import { fieldCalled } from "../../schema/kinds/check.ts";
import { nearest } from "../suggest.ts";
import { partsIn } from "./shared/valueParts.ts";
import { typedSettings, wrongValues } from "./shared/typedSettings.ts";
import { isOwnOption } from "./misplaced-key.ts";
import { isSilentLog } from "./silent-log.ts";
import { code, didYouMean, someOf } from "./shared/words.ts";
import { changing } from "./shared/fixing.ts";

export const unknownKey: LuaRule = {
  kind: "lua",
  id: "unknown-key",
  severity: "warning",
  check(context) {
    const known = new Map<Setting, ReadonlySet<number>>();
    for (const { setting, option, mismatch } of wrongValues(context, "key")) {
      const { span, found = "", choices = [], meant } = mismatch;
      // Of a log that is lost as a whole another rule speaks.
      if (choices.length === 0 || isSilentLog(setting, option)) continue;
      if (choices.every(isPosition)) {
        const keys = known.get(setting) ?? new Set(keysWithoutItems(setting.value));
        known.set(setting, keys);
        // That they are missing is told by a rule of its own.
        if (keys.has(span.start)) continue;
      }
      if (!isOwnOption(found, choices, context))
        reportKey(context, option, { span, key: found, choices, meant: meant?.toString() });
    }
    for (const { setting, option } of typedSettings(context)) {
      for (const { type, value } of partsIn(context, option.type, setting.value)) {
        if (typeof type === "string" || type.is !== "record" || type.open !== true || value.kind !== "table") continue;
        const choices = Object.keys(type.fields);
        for (const entry of value.entries) {
          const key = keyText(entry);
          // Other keys are possible here, so only what is nearly a known one is taken for a mistake.
          if (key === undefined || entry.key === undefined || choices.includes(key)) continue;
          const meant = fieldCalled(type.fields, key) ?? nearest(key, choices);
          if (meant !== undefined) reportKey(context, option, { span: entry.key.span, key, choices, meant });
        }
      }
    }
  },
};

function isPosition(key: string): boolean {
  return /^\d+$/.test(key);
}

/** Where the keys of those tables begin that have no items without keys. */
function keysWithoutItems(value: Value): readonly number[] {
  if (value.kind !== "table") return [];
  const keys = value.entries.flatMap(({ key }) => key?.span.start ?? []);
  const inside = value.entries.flatMap((entry) => keysWithoutItems(entry.value));
  return keys.length === value.entries.length ? [...keys, ...inside] : inside;
}

interface WrongKey {
  readonly span: Span;
  readonly key: string;
  readonly choices: readonly string[];
  readonly meant: string | undefined;
}

function reportKey({ text, report }: LuaContext, option: OptionInfo, { span, key, choices, ...wrong }: WrongKey): void {
  const meant = wrong.meant ?? nearest(key, choices);
  const known = choices.every(isPosition) ? "Its items are written without keys." : `Known are ${someOf(choices)}.`;
  const hint = meant === undefined ? known : didYouMean(meant);
  report({
    span,
    message: `${code(option.name)} has no key ${code(key)} here, so it is ignored. ${hint}`,
    page: option.page,
    ...(meant === undefined || text.slice(span.start, span.end) !== key ? {} : changing({ span }, meant, true)),
  });
}
