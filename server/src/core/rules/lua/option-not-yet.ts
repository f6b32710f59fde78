// Options that came with a later version of Prosody than the chosen one.

import type { OptionInfo, Schema } from "../../schema/schema.ts";
import type { LuaRule } from "../rule.ts";
import { commentingOut } from "./shared/commentOut.ts";
import { code, prosody } from "./shared/words.ts";

export const optionNotYet: LuaRule = {
  kind: "lua",
  id: "option-not-yet",
  severity: "information",
  byVersion: true,
  concerns: (_, option) => option?.availability === "later",
  check({ file, schema, text, report }) {
    for (const setting of file.settings) {
      const option = schema.option(setting.name);
      if (option?.availability !== "later" || readByCommunity(option, schema)) continue;
      report({
        span: setting.nameSpan,
        message: `${code(option.name)} exists since Prosody ${option.since ?? "later"}; ${prosody(schema.version)} ignores it. Remove it, or choose the right version of Prosody in the settings.`,
        page: option.page,
        fixes: () => [commentingOut(text, setting)],
      });
    }
  },
};

/** Before Prosody had the module, the community did. */
function readByCommunity(option: OptionInfo, schema: Schema): boolean {
  return (option.modules ?? []).some((name) => {
    const module = schema.module(name);
    return module?.origin === "community" || module?.community?.options?.[option.name] !== undefined;
  });
}
