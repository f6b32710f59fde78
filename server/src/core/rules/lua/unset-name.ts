// Names where a value should be: without quotes a word is a variable, and when nothing set it, the value is nil.

import type { Setting } from "../../model/config.ts";
import type { NilValue } from "../../model/value.ts";
import { checkScalar } from "../../schema/kinds/scalars.ts";
import type { Scalar } from "../../schema/kinds/scalars.ts";
import type { Configuration } from "../../semantics/configuration.ts";
import { availability } from "../../schema/version.ts";
import type { Schema } from "../../schema/schema.ts";
import type { LuaContext, LuaRule } from "../rule.ts";
import { literalFor, settingsWithUnset, unsetIn } from "./literal-name.ts";
import type { Unset } from "./literal-name.ts";
import { luaLiteral } from "./shared/literals.ts";
import { leavesIn } from "./shared/valueParts.ts";
import type { Leaf } from "../../semantics/leaves.ts";
import { code } from "./shared/words.ts";
import { changing } from "./shared/fixing.ts";

export const unsetName: LuaRule = {
  kind: "lua",
  id: "unset-name",
  severity: "warning",
  check(context) {
    const { file, schema, own } = context;
    // What does not parse may set it.
    if (own.hasDoubtful) return;
    for (const setting of settingsWithUnset(context)) {
      const type = schema.option(setting.name)?.type ?? "any";
      for (const leaf of leavesIn(context, type, setting.value)) {
        for (const value of unsetIn(leaf.value)) {
          const place = leaf.value === value ? leaf : undefined;
          if (literalFor(value.unsetName, place?.type === "boolean") === undefined) reportValue(value, place, setting, context);
        }
      }
    }
    for (const { name, module, certain } of file.sections) {
      for (const value of [name, module]) {
        if (value?.kind !== "nil" || value.unsetName === undefined || !certain) continue;
        const severity = mayComeFromElsewhere(own, value) ? ("information" as const) : ("warning" as const);
        context.report({
          span: value.span,
          severity,
          message: `${code(value.unsetName)} is a variable that nothing sets, so the name is missing and no section begins here. Put the name in quotes.`,
        });
      }
    }
  },
};

function reportValue(value: Unset, leaf: Leaf | undefined, setting: Setting, { own, schema, report }: LuaContext): void {
  const { unsetName: word, span } = value;
  const meant = leaf === undefined ? undefined : intended(word, leaf.type, schema);
  const sure = meant?.sure === true;
  const effect = leaf?.inside === undefined ? `${code(setting.name)} counts as unset` : "this one is missing";
  const literal = meant === undefined ? undefined : luaLiteral(meant.value);
  const isText = typeof meant?.value === "string";
  report({
    span,
    ...(!sure && mayComeFromElsewhere(own, value) ? { severity: "information" as const } : {}),
    message: `Without quotes, ${code(word)} is the name of a variable, and nothing sets it: ${effect}. ${literal === undefined ? "Write the value itself; a text needs quotes." : `Did you mean ${code(literal)}?`}`,
    ...(literal === undefined ? {} : changing({ span }, literal, sure, isText ? "Put it in quotes" : undefined)),
  });
}

/** What the word would be as a value of that type; sure when it is a name that is known there. */
function intended(
  word: string,
  type: Leaf["type"],
  schema: Schema,
): { readonly value: Scalar; readonly sure: boolean } | undefined {
  if (typeof type === "string") {
    if (type === "module" || type === "componentmodule") return { value: word, sure: schema.module(word) !== undefined };
    return type !== "function" && checkScalar(type, word) === undefined ? { value: word, sure: false } : undefined;
  }
  switch (type.is) {
    case "provider":
      return { value: word, sure: schema.providers(type.of).some((provider) => provider.name === word) };
    case "enum": {
      const choice = type.values.find((one) => (typeof one === "object" ? one.value : one) === word);
      // What an older version took may have another name by now.
      const now = typeof choice === "object" && availability(choice, schema.version) === "gone" ? choice.deprecated?.to : word;
      if (now === undefined) return undefined;
      if (now !== word) return { value: now, sure: false };
      const known = choice !== undefined;
      return known || type.open === true ? { value: word, sure: known } : undefined;
    }
    case "string":
    case "path":
      return { value: word, sure: false };
    default:
      return undefined;
  }
}

/** Files above may have set it, and so may the file that includes this one: a main file has the list of modules. */
function mayComeFromElsewhere(own: Configuration, value: Unset | NilValue): boolean {
  return !own.assignsGlobalModules || (own.firstInclude?.span.start ?? Infinity) < value.span.start;
}
