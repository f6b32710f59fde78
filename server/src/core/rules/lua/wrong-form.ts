// Texts without the form that an option needs, where that form is one of its own.

import type { StringValue } from "../../model/value.ts";
import { describeType } from "../../schema/kinds/describe.ts";
import type { TypeSpec } from "../../schema/types.ts";
import type { LuaRule } from "../rule.ts";
import type { Leaf } from "../../semantics/leaves.ts";
import { subject, textsOf } from "./shared/texts.ts";
import { ofKind } from "./shared/concerns.ts";

export const wrongForm: LuaRule = {
  kind: "lua",
  id: "wrong-form",
  severity: "warning",
  concerns: ofKind("string"),
  check(context) {
    for (const place of textsOf(context, "string")) {
      const { setting, option, type, value } = place;
      const wanted = problem(type, value, value === setting.value ? option.type : type);
      if (wanted === undefined) continue;
      context.report({ span: value.span, message: `${subject(place, value)} takes ${wanted}.`, page: option.page });
    }
  },
};

/** `whole`: all that may stand there. */
function problem(type: Leaf["type"], { value }: StringValue, whole: TypeSpec): string | undefined {
  if (typeof type !== "object" || type.is !== "string" || type.pattern === undefined) return undefined;
  return new RegExp(type.pattern).test(value) ? undefined : `${describeType(whole)}; this has another form`;
}
