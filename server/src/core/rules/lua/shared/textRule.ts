// A rule about the form of texts: what it says of one text, wherever an option takes texts of its kinds.

import type { Fix, LuaContext, LuaRule, Report, RuleMeta } from "../../rule.ts";
import { ofKind } from "./concerns.ts";
import { rewriting, subject, textsOf } from "./texts.ts";
import type { Kind, TypedText } from "./texts.ts";

interface TextRule extends RuleMeta {
  readonly kinds: readonly Kind[];
  /** Undefined: nothing is wrong with it. */
  readonly problem: (text: TypedText, context: LuaContext) => TextProblem | undefined;
}

export interface TextProblem extends Pick<Report, "severity"> {
  /** Goes on after the name of the option. */
  readonly says: string;
  /** What to write instead. */
  readonly meant?: string | undefined;
  readonly safe?: boolean;
  /** Of the fix that writes it, where "Change to …" says too little. */
  readonly title?: string;
  /** Others than to write that. */
  readonly fixes?: readonly Fix[];
}

export function textRule({ kinds, problem, ...meta }: TextRule): LuaRule {
  return {
    kind: "lua",
    ...meta,
    concerns: ofKind(...kinds),
    check(context) {
      for (const text of textsOf(context, ...kinds)) {
        const found = problem(text, context);
        if (found === undefined) continue;
        const { value, option } = text;
        const { says, severity, meant, safe = false, title, fixes = [] } = found;
        context.report({
          span: value.span,
          ...(severity === undefined ? {} : { severity }),
          message: `${subject(text, value)} ${says}`,
          page: option.page,
          ...(fixes.length === 0 || value.folded === true
            ? rewriting(context, value, meant, safe, title)
            : { fixes: () => fixes }),
        });
      }
    },
  };
}
