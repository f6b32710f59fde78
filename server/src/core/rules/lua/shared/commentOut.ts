// Takes a setting out of force without losing it: its lines become comments. Where it shares a line with something else, it is
// removed.

import type { Setting } from "../../../model/config.ts";
import type { TextEdit } from "../../../text/edit.ts";
import type { Fix } from "../../rule.ts";
import { removeItem, removeStatement, wholeLines } from "./removal.ts";
import { code } from "./words.ts";

/** Never done in passing: another version of Prosody may read the setting. */
export function commentingOut(text: string, setting: Setting): Fix {
  const { span, section, name } = setting;
  const end = /^[ \t]*[,;]/.exec(text.slice(span.end))?.[0].length ?? 0;
  const lines = wholeLines(text, { start: span.start, end: span.end + end });
  if (lines === undefined || (section.table !== undefined && setting.form === "field" && end === 0)) {
    const edit = setting.form === "field" && section.table ? removeItem(text, section.table, span) : removeStatement(text, span);
    return { title: `Remove ${code(name)}`, edits: [edit], safe: false };
  }
  const edits: TextEdit[] = [];
  const body = text.slice(lines.start, lines.end);
  for (const match of body.matchAll(/^[ \t\ufeff]*(?=\S)/gm)) {
    const at = lines.start + match.index + match[0].length;
    edits.push({ span: { start: at, end: at }, newText: "-- " });
  }
  return { title: `Comment ${code(name)} out`, edits, safe: false };
}
