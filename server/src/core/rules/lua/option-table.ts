// Changes of an option's table, and options that take the table of another one: since 13.0 reading an option gives an object that can append
// to it and not its table, before that it gives nothing.

import type { Setting } from "../../model/config.ts";
import { isKnownGlobal } from "../../model/evaluate.ts";
import type { DynamicValue, TableValue, Value } from "../../model/value.ts";
import { canAppend } from "../compoundAssignment.ts";
import type { Fix, LuaContext, LuaRule, Report } from "../rule.ts";
import { addItem } from "./shared/additions.ts";
import { removeSetting } from "./shared/removal.ts";
import { code, prosody } from "./shared/words.ts";

export const optionTable: LuaRule = {
  kind: "lua",
  id: "option-table",
  severity: "warning",
  byVersion: "fatal",
  check(context) {
    const { file, own, schema, report } = context;
    // What does not parse may set it.
    if (own.hasDoubtful) return;
    for (const setting of file.settings) {
      // What may not run changes nothing either.
      if (!setting.certain && (setting.form !== "member" || !canAppend(schema))) continue;
      const found =
        setting.form === "member"
          ? [change(setting, context)]
          : readsIn(setting.value).map((read) => reading(setting, read, context));
      for (const one of found) if (one !== undefined) report(one);
    }
  },
};

interface Read extends DynamicValue {
  readonly option: string;
}

/** Where the value, or something in it, is that of an option. */
function readsIn(value: Value): readonly Read[] {
  if (value.kind === "table") return value.entries.flatMap((entry) => readsIn(entry.value));
  return value.kind === "dynamic" && value.option !== undefined && value.folded !== true
    ? [{ ...value, option: value.option }]
    : [];
}

/** The one that set it last in the same section, above a place. */
function setAbove(name: string, { section, span }: Setting, { own }: LuaContext): Setting | undefined {
  return own
    .settingsIn(name, section)
    .findLast((one) => one.span.end <= span.start && one.form !== "member" && one.form !== "append");
}

// ── Changes ──

function change(setting: Setting, context: LuaContext): Report | undefined {
  const { name, nameSpan } = setting;
  const { schema } = context;
  if (isKnownGlobal(name)) return undefined;
  const above = setAbove(name, setting, context);
  const table = above?.certain === true && above.value.kind === "table" ? above.value : undefined;
  if (!canAppend(schema)) {
    return {
      span: nameSpan,
      severity: "error",
      message: `${prosody(schema.version)} does not load this: options cannot be read there, so ${code(name)} has no value. Put it where the option is set.`,
      fixes: () => changeFixes(setting, table, context),
    };
  }
  if (table === undefined) return undefined;
  return {
    span: nameSpan,
    message: `${unreadable(name, context)}, so this changes nothing. Write ${code(`${name}:append { … }`)}.`,
    fixes: () => changeFixes(setting, table, context),
  };
}

function changeFixes(setting: Setting, table: TableValue | undefined, { text, schema }: LuaContext): readonly Fix[] {
  const { name, span } = setting;
  const item = table === undefined ? undefined : itemOf(text.slice(span.start, span.end).replace(/;$/, ""), name, table);
  if (item === undefined || table === undefined) return [];
  const appended = `${name}:append { ${item} }`;
  if (canAppend(schema)) return [{ title: `Change to ${code(":append")}`, edits: [{ span, newText: appended }], safe: false }];
  if (table.folded === true || table.elsewhere === true) return [];
  const edits = [addItem(text, table, item), removeSetting(text, setting)];
  return [{ title: `Put it into ${code(name)} above`, edits, safe: false, changes: [name] }];
}

/** What is added, as it is written in a table. */
function itemOf(statement: string, name: string, { entries }: TableValue): string | undefined {
  const isList = entries.some(({ key }) => key === undefined);
  const [, inserted] = /^(?:Lua\.)?table\.insert\s*\(\s*\w+\s*,\s*([^,]+?)\s*\)$/.exec(statement) ?? [];
  if (inserted !== undefined) return inserted;
  const rest = statement.slice(name.length).trim();
  const [index, ofIndex] = /^\[\s*#\s*(\w+)\s*\+\s*1\s*\]\s*=/.exec(rest) ?? [];
  if (index !== undefined && ofIndex === name) return rest.slice(index.length).trim();
  const [member, plain, quoted] = /^(?:\.\s*(\w+)|\[\s*(["'][^"']*["'])\s*\])\s*=/.exec(rest) ?? [];
  if (member === undefined) return undefined;
  const value = rest.slice(member.length).trim();
  if (!isList) return `${plain ?? `[${quoted ?? ""}]`} = ${value}`;
  return value === "true" ? (quoted ?? `"${plain ?? ""}"`) : undefined;
}

// ── Reading ──

function reading(setting: Setting, read: Read, context: LuaContext): Report | undefined {
  const { schema, own } = context;
  const { option, span } = read;
  const above = setAbove(option, setting, context);
  const since13 = canAppend(schema);
  if (above !== undefined && (!above.certain || (since13 && above.value.kind !== "table"))) return undefined;
  if (option === setting.name) {
    const fixes = (): readonly Fix[] => itself(setting, context);
    return above === undefined
      ? undefined
      : { span, message: `${unreadable(option, context)}, and this replaces what is set above. Remove it.`, fixes };
  }
  const isGlobal = setting.section.kind === "global";
  const source = above ?? (isGlobal ? undefined : own.globalSettings(option).findLast(({ certain }) => certain));
  if (source === undefined) return undefined;
  const fixes = (): readonly Fix[] => sourceFixes(option, source, read, context);
  const why =
    above === undefined && since13
      ? `A host or component cannot read options of the global section, so ${code(option)} has no value here`
      : unreadable(option, context);
  const isWhole = setting.value.kind === "dynamic";
  return { span, message: `${why}, and ${isWhole ? `${code(setting.name)} gets nothing of it` : "this item is lost"}.`, fixes };
}

function unreadable(option: string, { schema }: LuaContext): string {
  return canAppend(schema)
    ? `Since Prosody 13.0, reading ${code(option)} does not give its table`
    : `${prosody(schema.version)} cannot read options, so ${code(option)} has no value here`;
}

/** `x = x` and `x = x or {}` are there for a list that was not set. */
function itself(setting: Setting, { text }: LuaContext): readonly Fix[] {
  const source = text.slice(setting.value.span.start, setting.value.span.end);
  if (setting.form !== "assign" || !/^\w+(?:\s+or\s*\{\s*\})?$/.test(source)) return [];
  return [{ title: "Remove the statement", edits: [removeSetting(text, setting)], safe: false }];
}

/** A variable of the file should be one; the table of an option can be asked for. */
function sourceFixes(option: string, source: Setting, { span }: Read, { text, schema, own }: LuaContext): readonly Fix[] {
  const { form, nameSpan } = source;
  const isVariable = schema.option(option) === undefined && own.settingsNamed(option).length === 1;
  if (isVariable && form === "assign" && source.section.kind === "global")
    return [
      {
        title: `Make ${code(option)} local`,
        edits: [{ span: { start: nameSpan.start, end: nameSpan.start }, newText: "local " }],
        safe: false,
        changes: [option],
      },
    ];
  if (!canAppend(schema) || source.value.kind !== "table" || text.slice(span.start, span.end) !== option) return [];
  return [{ title: `Change to ${code(`${option}:value()`)}`, edits: [{ span, newText: `${option}:value()` }], safe: false }];
}
