// Texts without the form that an option needs, where that form is one of its own.

import type { StringValue } from "../../model/value.ts";
import { describeType } from "../../schema/kinds/describe.ts";
import type { TypeSpec } from "../../schema/types.ts";
import type { Leaf } from "../../semantics/leaves.ts";
import { textRule } from "./shared/textRule.ts";

export const wrongForm = textRule({
  id: "wrong-form",
  severity: "warning",
  kinds: ["string"],
  problem({ setting, option, type, value }) {
    const wanted = wantedForm(type, value, value === setting.value ? option.type : type);
    return wanted === undefined ? undefined : { says: `takes ${wanted}.` };
  },
});

/** `whole`: all that may stand there. */
function wantedForm(type: Leaf["type"], { value }: StringValue, whole: TypeSpec): string | undefined {
  if (typeof type !== "object" || type.is !== "string" || type.pattern === undefined) return undefined;
  return new RegExp(type.pattern).test(value) ? undefined : `${describeType(whole)}; this has another form`;
}
