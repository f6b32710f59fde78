// Options of the whole server under a VirtualHost or Component, where Prosody does not look for them.

import type { Setting } from "../../model/config.ts";
import type { OptionInfo } from "../../schema/schema.ts";
import type { Configuration } from "../../semantics/configuration.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { isPlain } from "./shared/literals.ts";
import { removeItem, removeStatement, wholeLines, withLeadingComments } from "./shared/removal.ts";
import { deprecationNow } from "./shared/typedSettings.ts";
import { code, inSection } from "./shared/words.ts";
import { lineEnd } from "../../text/lines.ts";

export const globalOptionInHost: LuaRule = {
  kind: "lua",
  id: "global-option-in-host",
  severity: "warning",
  concerns: (_, option) => option?.scope === "global",
  check(context) {
    const { file, own, schema } = context;
    for (const setting of file.settings) {
      const option = schema.option(setting.name);
      if (option === undefined || !isMisplaced(setting, option)) continue;
      if (option.availability !== "now" || deprecationNow(option, schema) !== undefined) continue;
      const fix = setting.form === "append" ? undefined : destination(own, setting);
      context.report({
        span: setting.nameSpan,
        message: messageFor(setting, option),
        page: option.page,
        ...(fix === undefined || !isPlain(setting.value)
          ? {}
          : { fixes: () => [move(setting, fix, context), ...moveToMain(setting, context)] }),
      });
    }
  },
};

/** Where community modules look is known less well. */
function isMisplaced(setting: Setting, option: OptionInfo): boolean {
  if (option.scope !== "global" || option.origin !== "bundled" || setting.form === "member") return false;
  return setting.section.kind !== "global" && setting.section.certain;
}

function messageFor({ section }: Setting, option: OptionInfo): string {
  // A few are read in both places: the data say so in a caution.
  const caution = option.cautions?.find((sentence) => sentence.includes("per host"));
  if (caution !== undefined) return `${code(option.name)} belongs into the global section. ${caution}`;
  return `${code(option.name)} is an option of the whole server: ${inSection(section)} it has no effect. Move it above the first ${code("VirtualHost")} or ${code("Component")}.`;
}

/** The end of the global section: above the first host and the comment over it. */
export function destination({ firstSection: first }: Configuration, setting: Setting): number | undefined {
  return first === undefined || !first.certain || !setting.certain ? undefined : first.header.start;
}

export function move(setting: Setting, host: number, { text }: LuaContext): Fix {
  const { from, source } = taking(setting, text);
  const at = withLeadingComments(text, host);
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  return {
    title: "Move it to the global section",
    edits: [{ span: { start: at, end: at }, newText: `${source}${eol}${eol}` }, from],
    safe: false,
  };
}

/** Where the main file is another one, that is where options of the whole server are looked for. */
function moveToMain(setting: Setting, { text, project }: LuaContext): readonly Fix[] {
  const [main] = project?.files ?? [];
  if (main === undefined || main.path === project?.path) return [];
  const first = main.file.sections.find((section) => section.kind !== "global");
  const taken = main.file.settings.some((other) => other.name === setting.name && other.section.kind === "global");
  if (taken || first?.certain === false) return [];
  const { from, source } = taking(setting, text);
  const eol = main.text.includes("\r\n") ? "\r\n" : "\n";
  const at = first === undefined ? main.text.length : withLeadingComments(main.text, first.header.start);
  const before = first === undefined && !/(?:^|[\r\n])$/.test(main.text) ? eol : "";
  const newText = `${before}${source}${eol}${first === undefined ? "" : eol}`;
  return [
    {
      title: `Move it to the global section of ${code(main.name)}`,
      edits: [from],
      safe: false,
      others: [{ path: main.path, edits: [{ span: { start: at, end: at }, newText }] }],
    },
  ];
}

/** What to cut out, and what of it goes to the new place: a statement on lines of its own takes its comments along. */
function taking({ span, value, section, name }: Setting, text: string): { readonly from: TextEdit; readonly source: string } {
  const source = `${name} = ${text.slice(value.span.start, value.span.end)}`;
  if (section.table !== undefined) return { from: removeItem(text, section.table, span), source };
  const separator = /^[ \t]*;/.exec(text.slice(span.end, lineEnd(text, span.end)));
  const lines = wholeLines(text, { start: span.start, end: span.end + (separator?.[0].length ?? 0) });
  if (lines === undefined) return { from: removeStatement(text, span), source };
  const start = withLeadingComments(text, lines.start);
  return { from: { span: { start, end: lines.end }, newText: "" }, source: outdented(text.slice(start, lines.end).trimEnd()) };
}

function outdented(source: string): string {
  const indent = /^[ \t]*/.exec(source)?.[0] ?? "";
  return source
    .split("\n")
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join("\n");
}
