// Values that came with a later version of Prosody than the chosen one.

import type { LuaRule } from "../rule.ts";
import { compareVersions } from "../../schema/version.ts";
import { choices } from "./shared/choices.ts";
import { commentingOut } from "./shared/commentOut.ts";
import { code, prosody } from "./shared/words.ts";
import { withChoice } from "./shared/concerns.ts";

export const valueNotYet: LuaRule = {
  kind: "lua",
  id: "value-not-yet",
  severity: "warning",
  byVersion: true,
  concerns: withChoice(({ since }) => since !== undefined),
  check(context) {
    const { version } = context.schema;
    for (const { option, value, choice, setting } of choices(context)) {
      if (choice.since === undefined || compareVersions(version, choice.since) >= 0) continue;
      context.report({
        span: value.span,
        message: `${code(option.name)} takes this value since Prosody ${choice.since}; ${prosody(version)} does not know it. Choose another one, or the right version of Prosody in the settings.`,
        page: option.page,
        ...(value === setting.value ? { fixes: () => [commentingOut(context.text, setting)] } : {}),
      });
    }
  },
};
