// Words of the configuration language that the chosen version does not have: the file does not load there.

import type { Setting } from "../../model/config.ts";
import { canAppend } from "../compoundAssignment.ts";
import type { LuaContext, LuaRule } from "../rule.ts";
import { mergeLists } from "./shared/mergeLists.ts";
import { removeSetting } from "./shared/removal.ts";
import { code, prosody } from "./shared/words.ts";

export const directiveNotYet: LuaRule = {
  kind: "lua",
  id: "directive-not-yet",
  severity: "error",
  byVersion: "fatal",
  check(context) {
    const { file, schema, text, report } = context;
    if (!canAppend(schema)) for (const setting of file.settings) if (setting.form === "append") reportAppend(setting, context);
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

/** `option:append { … }` and `option { … }`. */
function reportAppend(setting: Setting, { schema, own, text, report }: LuaContext): void {
  const { name, nameSpan, value, section, certain } = setting;
  if (!certain) return;
  const above = own.settingsIn(name, section).findLast((one) => one.span.end <= setting.span.start && one.form !== "member");
  report({
    span: nameSpan,
    message: `${prosody(schema.version)} cannot add to an option: that exists since Prosody 13.0, and the file does not load. ${above === undefined ? "Set it with `=`." : "Put the items into the list above."}`,
    fixes: () => {
      if (above === undefined) {
        const edits = [{ span: { start: nameSpan.end, end: value.span.start }, newText: " = " }];
        return [{ title: "Set it with `=`", edits, safe: false }];
      }
      const { kind } = above.value;
      const edits =
        kind === "table" && value.kind === "table" && above.certain ? mergeLists(text, above.value, value) : undefined;
      if (edits === undefined || above.form === "append") return [];
      return [{ title: `Put the items into ${code(name)} above`, edits: [...edits, removeSetting(text, setting)], safe: false }];
    },
  });
}
