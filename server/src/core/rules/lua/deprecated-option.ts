// Options that the chosen version of Prosody has replaced, or no longer reads.

import type { Setting } from "../../model/config.ts";
import type { OptionInfo, Schema } from "../../schema/schema.ts";
import type { Deprecation } from "../../schema/types.ts";
import { isAlwaysDeprecated } from "../../schema/version.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { luaLiteral } from "./shared/literals.ts";
import { removeItem, removeStatement } from "./shared/removal.ts";
import { deprecationNow } from "./shared/typedSettings.ts";
import { code, prosody } from "./shared/words.ts";

export const deprecatedOption: LuaRule = {
  kind: "lua",
  id: "deprecated-option",
  severity: "warning",
  byVersion: true,
  concerns: (_, option) => option !== undefined && (option.deprecated !== undefined || option.availability === "gone"),
  check(context) {
    const { file, schema } = context;
    for (const setting of file.settings) {
      const option = schema.option(setting.name);
      if (option === undefined || (setting.form !== "assign" && setting.form !== "field")) continue;
      const deprecation = deprecationNow(option, schema);
      if (deprecation === undefined && (option.availability !== "gone" || livesOn(option, schema))) continue;
      context.report({
        span: setting.nameSpan,
        tags: ["deprecated"],
        message: messageFor(option, deprecation, context),
        page: option.page,
        always: isAlwaysDeprecated(option) && option.availability === "now",
        fixes: () => fixesFor(setting, option, deprecation, context),
      });
    }
  },
};

/** Its module left Prosody for the community repository. */
function livesOn({ modules = [] }: OptionInfo, schema: Schema): boolean {
  return modules.some((name) => schema.module(name)?.origin === "community");
}

function messageFor(option: OptionInfo, deprecation: Deprecation | undefined, { schema }: LuaContext): string {
  const gone = option.availability === "gone";
  const what = gone ? `${prosody(schema.version)} no longer reads ${code(option.name)}.` : `${code(option.name)} is deprecated.`;
  const to = deprecation?.kind === "rename" && deprecation.to !== undefined ? `Use ${code(deprecation.to)}.` : "";
  const value =
    deprecation?.kind === "value" &&
    deprecation.to !== undefined &&
    deprecation.toValue !== undefined &&
    !Array.isArray(deprecation.toValue)
      ? `Use ${code(`${deprecation.to} = ${luaLiteral(deprecation.toValue)}`)}.`
      : "";
  const remove = deprecation === undefined || deprecation.kind === "remove" ? "Remove the line." : "";
  return [what, to, value, deprecation?.note ?? "", remove].filter((part) => part !== "").join(" ");
}

function fixesFor(
  setting: Setting,
  option: OptionInfo,
  deprecation: Deprecation | undefined,
  { own, text }: LuaContext,
): readonly Fix[] {
  const { section, span, nameSpan, value } = setting;
  const edit =
    setting.form === "field" && section.table !== undefined ? removeItem(text, section.table, span) : removeStatement(text, span);
  const removal = (safe: boolean): Fix => ({ title: `Remove ${code(option.name)}`, edits: [edit], safe });
  const { kind = "remove", to, toValue } = deprecation ?? {};
  if (kind === "remove") return [removal(true)];
  const taken = to !== undefined && own.settingsFor(to, section).length > 0;
  if (kind === "rename" && to !== undefined && text.slice(nameSpan.start, nameSpan.end) === option.name) {
    // What nobody read begins to have an effect.
    const safe = !taken && option.availability === "now";
    return [{ title: `Rename to ${code(to)}`, edits: [{ span: nameSpan, newText: to }], safe }, removal(false)];
  }
  if (kind === "value" && to !== undefined && toValue !== undefined && !taken) {
    if (value.kind === "boolean" && !value.value) return [removal(true)];
    const assignment = `${to} = ${luaLiteral(toValue)}`;
    if (value.kind === "boolean")
      return [{ title: `Replace by ${code(assignment)}`, edits: [{ span, newText: assignment }], safe: true }, removal(false)];
  }
  return [removal(false)];
}
