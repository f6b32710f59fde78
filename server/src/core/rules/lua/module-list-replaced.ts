// A list of modules in a file that is added to the configuration of the official image: it takes the place of the image's list.

import { listItems } from "../../model/value.ts";
import type { Span } from "../../text/span.ts";
import { canAppend } from "../compoundAssignment.ts";
import type { Fix, LuaRule } from "../rule.ts";
import { code } from "./shared/words.ts";

/** Whoever names these writes a whole list, and means it: without the one nobody can log in, without the other nobody has contacts. */
const OF_A_WHOLE_LIST = ["saslauth", "roster"];

export const moduleListReplaced: LuaRule = {
  kind: "lua",
  scope: "configuration",
  id: "module-list-replaced",
  severity: "warning",
  check(context) {
    const { own, schema, report } = context;
    const setting = own.globalSettings("modules_enabled").find(({ form, certain }) => form === "assign" && certain);
    const value = setting?.value;
    if (setting === undefined || value?.kind !== "table" || context.environment?.addsToImage !== true) return;
    const items = listItems(value);
    if (items.some((item) => item.kind !== "string" || OF_A_WHOLE_LIST.includes(item.value))) return;
    const appends = canAppend(schema);
    const instead = appends ? "Append to the list, or name" : "Name";
    report({
      span: setting.nameSpan,
      message: `This file is read after the image's own configuration, and takes the place of the modules there: ${code("saslauth")}, ${code("roster")} and the others would not load. ${instead} your modules in ${code("PROSODY_ENABLE_MODULES")} instead.`,
      page: "https://prosody.im/doc/configure",
      ...(appends ? { fixes: () => [appending({ start: setting.nameSpan.end, end: value.span.start })] } : {}),
    });
  },
};

function appending(between: Span): Fix {
  return { title: "Append to the image's list", edits: [{ span: between, newText: ":append " }], safe: false };
}
