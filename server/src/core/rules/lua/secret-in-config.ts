// Passwords and secrets that stand in the configuration itself.

import type { Value } from "../../model/value.ts";
import type { LuaContext, LuaRule, RuleDocs } from "../rule.ts";
import { fieldsOf } from "./shared/fields.ts";
import { typedSettings } from "./shared/typedSettings.ts";
import { code } from "./shared/words.ts";

export const secretInConfig: LuaRule = {
  kind: "lua",
  meta: {
    id: "secret-in-config",
    severity: "hint",
    fixable: false,
    summary: "A password or secret that stands in the configuration itself.",
  },
  check(context) {
    if (context.schema.directive("FileLine")?.availability !== "now") return;
    for (const { setting, option } of typedSettings(context)) {
      if (option.secret === true) reportSecret(option.name, setting.value, context);
      for (const { name, field, entry } of fieldsOf(option.type, setting.value))
        if (field.secret === true) reportSecret(name, entry.value, context);
    }
  },
};

export const docs: RuleDocs = {
  category: "security",
  description:
    "A configuration is shown to others, copied and put under version control more easily than one thinks. Since 13.0 a secret can " +
    'stay in a file of its own, `FileLine "secrets/turn"`, or come from systemd with `Credential "turn"`; in every version it can ' +
    "come from an environment variable, `ENV_TURN_SECRET`.",
  examples: [
    { title: "for all to see", text: 'turn_external_secret = "correct horse"\n', reports: true },
    { title: "from a file", text: 'turn_external_secret = FileLine "secrets/turn"\n', reports: false },
    { title: "from the environment", text: "turn_external_secret = ENV_TURN_SECRET\n", reports: false },
  ],
};

function reportSecret(name: string, value: Value, { report }: LuaContext): void {
  // What a template fills in is none yet.
  if (value.kind !== "string" || value.value === "" || /[{}$%<>]|^__/.test(value.value)) return;
  report({
    span: value.span,
    message: `The secret ${code(name)} stands here for everyone who sees this file. Keep it in a file of its own and read that with ${code("FileLine")}, or take it from an environment variable.`,
    page: "https://prosody.im/doc/configure",
  });
}
