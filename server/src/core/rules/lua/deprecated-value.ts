// Values that the chosen version of Prosody no longer understands, or would rather not see.

import type { LuaRule } from "../rule.ts";
import { compareVersions, isAlwaysDeprecated } from "../../schema/version.ts";
import { choices } from "./shared/choices.ts";
import { luaLiteral } from "./shared/literals.ts";
import { code, prosody } from "./shared/words.ts";
import { withChoice } from "./shared/concerns.ts";
import { changing } from "./shared/fixing.ts";

export const deprecatedValue: LuaRule = {
  kind: "lua",
  id: "deprecated-value",
  severity: "warning",
  byVersion: true,
  concerns: withChoice(({ deprecated }) => deprecated !== undefined),
  check(context) {
    const { version } = context.schema;
    for (const { option, value, choice } of choices(context)) {
      const { since, to, note = "" } = choice.deprecated ?? {};
      if (since === undefined || compareVersions(version, since) < 0) continue;
      const gone = choice.removed !== undefined && compareVersions(version, choice.removed) >= 0;
      const what = gone ? `${prosody(version)} has no such value of ${code(option.name)}.` : "This value is deprecated.";
      const literal = to === undefined ? undefined : luaLiteral(to);
      context.report({
        span: value.span,
        tags: ["deprecated"],
        message: [what, note, literal === undefined ? "" : `Use ${code(literal)}.`].filter((part) => part !== "").join(" "),
        page: option.page,
        always: !gone && isAlwaysDeprecated(choice),
        ...(literal === undefined ? {} : changing(value, literal, true)),
      });
    }
  },
};
