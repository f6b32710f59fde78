// Values that are none of the choices an option has.

import type { TypeSpec, Version } from "../../schema/types.ts";
import { holdsIn } from "../../schema/version.ts";
import { mayHold } from "../../semantics/leaves.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";
import type { LuaRule } from "../rule.ts";
import { nearest } from "../suggest.ts";
import { consequenceOr } from "./shared/consequence.ts";
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
    for (const wrong of wrongValues(context, "value")) {
      const { setting, option, mismatch, value } = wrong;
      const { span, found, otherwise } = mismatch;
      const { words, ...rest } = consequenceOr(otherwise, wrong, value, context);
      const gone = valuesGone(option.type, context.schema.version);
      const choices = (mismatch.choices ?? []).filter((choice) => !gone.has(choice));
      const meant = String(mismatch.meant ?? "") || (found === undefined ? undefined : nearest(found, choices));
      const part = value === setting.value ? code(option.name) : `This part of ${code(option.name)}`;
      const what =
        choices.length === 0
          ? `${part} does not know ${code(found ?? "")}.`
          : `${part} knows ${someOf(choices)} and nothing else.`;
      context.report({
        span,
        ...rest,
        message: `${what}${words}${meant === undefined ? "" : ` ${didYouMean(meant)}`}`,
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

/** Choices of another version. */
function valuesGone(type: TypeSpec, version: Version): ReadonlySet<string> {
  const gone = new Set<string>();
  mayHold(type, (kind) => {
    if (typeof kind === "string" || kind.is !== "enum") return false;
    for (const value of kind.values) if (typeof value === "object" && !holdsIn(value, version)) gone.add(String(value.value));
    return false;
  });
  return gone;
}
