// Options that have no use beside another one: a default for what is never left open.

import type { Setting } from "../../model/config.ts";
import type { OptionInfo } from "../../schema/schema.ts";
import type { Fix, LuaRule } from "../rule.ts";
import { luaLiteral } from "./shared/literals.ts";
import type { Configuration } from "../../semantics/configuration.ts";
import { equals } from "../../semantics/equals.ts";
import { removeSetting } from "./shared/removal.ts";
import { sectionKey } from "../../semantics/sections.ts";
import { code } from "./shared/words.ts";

export const needlessOption: LuaRule = {
  kind: "lua",
  id: "needless-option",
  severity: "information",
  concerns: (_, option) => option?.needlessWith !== undefined || option?.needlessIf !== undefined,
  check(context) {
    const { file, schema, text, own, report } = context;
    for (const setting of file.settings) {
      const { name, nameSpan, form } = setting;
      const option = schema.option(name);
      const reason =
        option === undefined || (form !== "assign" && form !== "field") ? undefined : reasonFor(setting, option, own);
      if (option === undefined || reason === undefined) continue;
      report({
        span: nameSpan,
        tags: ["unnecessary"],
        message: reason.words,
        related: [{ span: reason.by.nameSpan, message: `${reason.by.name} is set here` }],
        page: option.page,
        fixes: () => [
          ...reason.fixes,
          { title: `Remove ${code(name)}`, edits: [removeSetting(text, setting)], safe: reason.fixes.length === 0 },
        ],
      });
    }
  },
};

interface Reason {
  readonly by: Setting;
  readonly words: string;
  /** That let it count. */
  readonly fixes: readonly Fix[];
}

function reasonFor({ name, section }: Setting, { needlessWith, needlessIf }: OptionInfo, own: Configuration): Reason | undefined {
  const to = needlessWith ?? needlessIf?.option;
  const by = to === undefined ? undefined : own.settingFor(to, section);
  if (to === undefined || by === undefined || sectionKey(by.section) !== sectionKey(section)) return undefined;
  if (needlessWith !== undefined && by.value.kind === "string") {
    const words = `${code(name)} has no use here: ${code(to)} is a single name, which holds for everything. Remove the line, or turn ${code(to)} into a table.`;
    return { by, words, fixes: [] };
  }
  if (needlessIf === undefined || !equals(by.value, needlessIf.value)) return undefined;
  const { value, note, instead } = needlessIf;
  const is = code(`${to} = ${luaLiteral(value)}`);
  if (instead === undefined || by.value.folded === true) {
    return { by, words: `${code(name)} has no use here: with ${is} ${note}. Remove the line.`, fixes: [] };
  }
  const wanted = luaLiteral(instead);
  const fix: Fix = {
    title: `Set ${code(`${to} = ${wanted}`)}, with which it counts`,
    edits: [{ span: by.value.span, newText: wanted }],
    safe: false,
    changes: [to],
  };
  return { by, words: `${code(name)} only counts with ${code(`${to} = ${wanted}`)}: with ${is} ${note}.`, fixes: [fix] };
}
