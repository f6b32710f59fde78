// Texts without the form that an option needs, where that form is one of its own.

import type { StringValue } from "../../model/value.ts";
import { describeType } from "../../schema/kinds/describe.ts";
import { hasForm } from "../../schema/patterns.ts";
import type { Schema } from "../../schema/schema.ts";
import type { TypeSpec } from "../../schema/types.ts";
import type { Leaf } from "../../semantics/leaves.ts";
import { asOutage } from "./shared/outage.ts";
import { textRule } from "./shared/textRule.ts";

export const wrongForm = textRule({
  id: "wrong-form",
  severity: "warning",
  kinds: ["string"],
  problem({ setting, option, type, value }, context) {
    const wanted = wantedForm(type, value, value === setting.value ? option.type : type, context.schema);
    if (wanted === undefined) return undefined;
    const otherwise = typeof type === "object" && type.is === "string" ? type.otherwise : undefined;
    return {
      says: [`takes ${wanted}.`, ...(otherwise === undefined ? [] : [otherwise])].join(" "),
      meant: withSlash(type, value, context.schema),
      ...asOutage(otherwise, { setting, option }, context),
    };
  },
});

/** A path of the web that lacks its beginning. */
function withSlash(type: Leaf["type"], { value }: StringValue, schema: Schema): string | undefined {
  if (typeof type !== "object" || type.is !== "string" || type.placeholder?.startsWith("/") !== true) return undefined;
  return hasForm(type.pattern ?? "", `/${value}`, schema) === true ? `/${value}` : undefined;
}

/** `whole`: all that may stand there. */
function wantedForm(type: Leaf["type"], { value }: StringValue, whole: TypeSpec, schema: Schema): string | undefined {
  if (typeof type !== "object" || type.is !== "string" || type.pattern === undefined) return undefined;
  return hasForm(type.pattern, value, schema) !== false ? undefined : `${describeType(whole)}; this has another form`;
}
