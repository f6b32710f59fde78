// Values that are none of the choices an option has.

import type { TextEdit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";
import type { LuaRule } from "../rule.ts";
import { nearest } from "../suggest.ts";
import { asOutage } from "./shared/outage.ts";
import { luaLiteral, replaceText } from "./shared/literals.ts";
import { wrongValues } from "./shared/typedSettings.ts";
import { code, didYouMean, someOf } from "./shared/words.ts";
import { fixing } from "./shared/fixing.ts";

/** A key may be a word without quotes. */
function writing(meant: string, span: Span, text: string): TextEdit {
  const isWord = /^\w+$/.test(text.slice(span.start, span.end)) && /^[A-Za-z_]\w*$/.test(meant);
  return { span, newText: isWord ? meant : luaLiteral(meant) };
}

export const unknownValue: LuaRule = {
  kind: "lua",
  id: "unknown-value",
  severity: "warning",
  check(context) {
    for (const { setting, option, mismatch, value } of wrongValues(context, "value")) {
      const { span, found, choices = [], otherwise } = mismatch;
      const meant = String(mismatch.meant ?? "") || (found === undefined ? undefined : nearest(found, choices));
      const part = value === setting.value ? code(option.name) : `This part of ${code(option.name)}`;
      context.report({
        span,
        ...asOutage(otherwise, { setting, option }, context),
        message: [
          choices.length === 0
            ? `${part} does not know ${code(found ?? "")}.`
            : `${part} knows ${someOf(choices)} and nothing else.`,
          ...(otherwise === undefined ? [] : [otherwise]),
          ...(meant === undefined ? [] : [didYouMean(meant)]),
        ].join(" "),
        page: option.page,
        ...(meant === undefined || !mismatch.literal
          ? {}
          : fixing(`Change to ${code(meant)}`, false, () =>
              value?.kind === "string" ? replaceText(context.text, span, meant) : writing(meant, span, context.text),
            )),
      });
    }
  },
};
