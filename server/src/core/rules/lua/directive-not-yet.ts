// Words of the configuration language that the chosen version does not have: the file does not load there.

import type { LuaRule } from "../rule.ts";
import { code, prosody } from "./shared/words.ts";

export const directiveNotYet: LuaRule = {
  kind: "lua",
  id: "directive-not-yet",
  severity: "error",
  byVersion: "fatal",
  check({ file, schema, text, report }) {
    for (const { name, span } of file.wordReads) {
      const directive = schema.directive(name);
      if (directive?.availability !== "later") continue;
      const prefix = name === "Lua" && /^\s*\.\s*\w/.exec(text.slice(span.end));
      report({
        span,
        message: `${code(name)} exists since Prosody ${directive.since ?? "later"}; ${prosody(schema.version)} does not load a file that uses it. ${prefix ? "Write the name without it." : "Set the value otherwise, for example from the environment with `ENV_NAME`, or choose the right version of Prosody in the settings."}`,
        page: directive.page,
        ...(prefix
          ? {
              fixes: () => [
                {
                  title: "Remove `Lua.`",
                  edits: [{ span: { start: span.start, end: span.end + prefix[0].length - 1 }, newText: "" }],
                  safe: true,
                },
              ],
            }
          : {}),
      });
    }
  },
};
