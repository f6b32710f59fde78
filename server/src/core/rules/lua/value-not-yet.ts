// Values that came with a later version of Prosody than the chosen one.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { compareVersions } from "../../schema/version.ts";
import { choices } from "./shared/choices.ts";
import { commentingOut } from "./shared/commentOut.ts";
import { code, prosody } from "./shared/words.ts";

export const valueNotYet: LuaRule = {
  kind: "lua",
  meta: {
    id: "value-not-yet",
    severity: "warning",
    fixable: true,
    summary: "A value that came with a later version of Prosody.",
  },
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

export const docs: RuleDocs = {
  category: "versions",
  description:
    "The option is older than this choice. A version that does not know the value drops it, with an error in its log or without, " +
    "and what the option is about stays as it is by default.",
  examples: [
    { title: "too early", text: 'statistics_interval = "manual"\n', reports: true, version: "0.11" },
    { title: "in time", text: 'statistics_interval = "manual"\n', reports: false },
  ],
};
