// A configuration while something is added to it, step by step: each step looks at the text as it has become, adds what is missing and
// leaves what is there. What it could not do, it says.

import { analyse } from "../analyse.ts";
import type { LuaAnalysis } from "../analyse.ts";
import type { Section, Setting } from "../model/config.ts";
import { listItems } from "../model/value.ts";
import type { TableValue } from "../model/value.ts";
import { isPlain, luaString } from "../rules/lua/shared/literals.ts";
import { withLeadingComments } from "../rules/lua/shared/removal.ts";
import { applyEdits } from "../text/edit.ts";
import { appendItem } from "./appendItem.ts";
import { lineEnd, lineStart } from "../text/lines.ts";

/** `*` is the global section, else the name of a host or component. */
export type Target = string;

export interface NewSetting {
  readonly name: string;
  /** Lua source. */
  readonly value: string;
  /** Comment behind it. */
  readonly remark?: string;
}

export class Draft {
  private constructor(
    readonly analysis: LuaAnalysis,
    /** What was left as it is, and why. Sentences. */
    readonly notes: readonly string[],
  ) {}

  static of(text: string): Draft {
    return new Draft(parsed(text), []);
  }

  get text(): string {
    return this.analysis.text;
  }

  /** Whether there is a host or component of this name. */
  has(host: string): boolean {
    return this.sectionsOf(host).length > 0;
  }

  /** The names of the hosts that are certain. */
  get hosts(): readonly string[] {
    return this.analysis.file.sections.flatMap((section) => (section.kind === "host" ? (section.host ?? []) : []));
  }

  note(sentence: string): Draft {
    return this.notes.includes(sentence) ? this : new Draft(this.analysis, [...this.notes, sentence]);
  }

  /** Enables modules where they are not. A host has those of the global section, too. */
  enable(target: Target, modules: readonly string[]): Draft {
    return modules.reduce<Draft>((draft, module) => draft.enableOne(target, module), this);
  }

  private enableOne(target: Target, module: string): Draft {
    const lists = this.settings("modules_enabled", target);
    const disabled = this.disabledAt(module, target);
    if (disabled !== undefined)
      return this.note(`\`${module}\` is in \`modules_disabled\` (line ${disabled}); take it out there.`);
    if (this.enables(module, target)) return this;
    const list = lists.findLast((setting): setting is Setting & { readonly value: TableValue } => setting.value.kind === "table");
    if (list !== undefined) return this.changed(appendItem(this.text, list.value, luaString(module)));
    if (lists.length > 0)
      return this.note(`\`modules_enabled\` (line ${this.line(lists[0])}) is computed; add \`${module}\` to it yourself.`);
    return this.add(target, { name: "modules_enabled", value: `{ ${luaString(module)} }` });
  }

  /** Whether the section has the module, by its own list or by the global one. */
  enables(module: string, target: Target): boolean {
    const inherited = this.isHost(target) ? this.settings("modules_enabled", "*") : [];
    return [...this.settings("modules_enabled", target), ...inherited].some((setting) => names(setting).includes(module));
  }

  /** The line that switches the module off there, from 1. */
  disabledAt(module: string, target: Target): number | undefined {
    const all = [...this.settings("modules_disabled", "*"), ...this.settings("modules_disabled", target)];
    const found = all.find((setting) => names(setting).includes(module));
    return found === undefined ? undefined : this.line(found);
  }

  /** Says which hosts name a module that the global section has by now. */
  noteRepeated(module: string): Draft {
    const hosts = this.hosts.filter((host) => this.settings("modules_enabled", host).some((one) => names(one).includes(module)));
    return hosts.length === 0 ? this : this.note(`\`${module}\` need not be in the list of ${hosts.join(", ")} any more.`);
  }

  /** Whether the option is set in that section itself. */
  sets(name: string, target: Target): boolean {
    return this.settings(name, target).length > 0;
  }

  /** Sets an option that is not set there yet. */
  set(target: Target, setting: NewSetting): Draft {
    const known = this.settings(setting.name, target).at(-1);
    if (known === undefined) return this.add(target, setting);
    const { start, end } = known.value.span;
    if (this.text.slice(start, end) === setting.value) return this;
    return this.note(`\`${setting.name}\` is set already (line ${this.line(known)}) and was left as it is.`);
  }

  /** Sets an option, whatever it was set to, as long as that stands there as it is. */
  put(target: Target, setting: NewSetting): Draft {
    const known = this.settings(setting.name, target);
    const [only] = known;
    if (
      only === undefined ||
      known.length > 1 ||
      !only.certain ||
      only.form === "append" ||
      only.form === "member" ||
      !isPlain(only.value)
    )
      return this.set(target, setting);
    const { span } = only.value;
    const before = this.text.slice(span.start, span.end);
    if (before === setting.value) return this;
    return this.changed({ span, newText: setting.value }).note(`\`${setting.name}\` was ${before} before.`);
  }

  /** A section at the end of the file, unless there is one of this name. */
  addSection(header: string, name: string, settings: readonly NewSetting[]): Draft {
    const known = this.sectionsOf(name).at(0);
    if (known !== undefined) {
      const draft = this.note(
        `${name} is there already (line ${this.analysis.lines.at(known.header.start).line + 1}) and was kept.`,
      );
      return settings.reduce<Draft>((so, setting) => so.set(name, setting), draft);
    }
    const { text, eol } = this;
    const gap = text.trim() === "" ? "" : `${text.endsWith("\n") ? "" : eol}${eol}`;
    const lines = [header, ...settings.map((setting) => `\t${statement(setting)}`)];
    return this.changed({ span: { start: text.length, end: text.length }, newText: `${gap}${lines.join(eol)}${eol}` });
  }

  private add(target: Target, setting: NewSetting): Draft {
    const { text, eol } = this;
    if (target === "*") {
      const at = this.endOfGlobal();
      const before = text.slice(0, at);
      const lead = before.trim() === "" || /\n[ \t]*\r?\n$/.test(before) ? "" : before.endsWith("\n") ? eol : `${eol}${eol}`;
      const behind = text.slice(at).trim() === "" ? eol : `${eol}${eol}`;
      return this.changed({ span: { start: at, end: at }, newText: `${lead}${statement(setting)}${behind}` });
    }
    const section = this.sectionsOf(target).at(-1);
    if (section === undefined) return this.note(`There is no ${target} in this file, so \`${setting.name}\` was not set.`);
    if (section.table !== undefined) {
      const at = section.table.start + 1;
      return this.changed({ span: { start: at, end: at }, newText: ` ${statement(setting)};` });
    }
    const last = this.analysis.file.settings.filter((one) => one.section === section).at(-1);
    const at = lineEnd(text, last?.span.end ?? section.header.end);
    const indent = last === undefined ? "\t" : (/^[ \t]*/.exec(text.slice(lineStart(text, last.span.start)))?.[0] ?? "\t");
    return this.changed({ span: { start: at, end: at }, newText: `${eol}${indent}${statement(setting)}` });
  }

  /** Above the first host or component and the comments over it; the end of the text where there is none. */
  private endOfGlobal(): number {
    const { file } = this.analysis;
    const first = file.sections.find((section) => section.kind !== "global");
    return first === undefined ? this.text.length : withLeadingComments(this.text, first.header.start);
  }

  private settings(name: string, target: Target): readonly Setting[] {
    return this.analysis.file.settings.filter((setting) => setting.name === name && this.isOf(setting.section, target));
  }

  private sectionsOf(host: string): readonly Section[] {
    return this.analysis.file.sections.filter((section) => section.kind !== "global" && this.isOf(section, host));
  }

  private isOf(section: Section, target: Target): boolean {
    if (target === "*") return section.kind === "global";
    return section.host === target.normalize("NFKC").toLowerCase();
  }

  private isHost(target: Target): boolean {
    return this.sectionsOf(target).some(({ kind }) => kind === "host");
  }

  private line(setting: Setting | undefined): number {
    return this.analysis.lines.at(setting?.nameSpan.start ?? 0).line + 1;
  }

  private get eol(): string {
    return this.text.includes("\r\n") ? "\r\n" : "\n";
  }

  private changed(edit: { readonly span: { readonly start: number; readonly end: number }; readonly newText: string }): Draft {
    return new Draft(parsed(applyEdits(this.text, [edit]) ?? this.text), this.notes);
  }
}

function statement({ name, value, remark }: NewSetting): string {
  return `${name} = ${value}${remark === undefined ? "" : ` -- ${remark}`}`;
}

function names(setting: Setting): readonly string[] {
  return listItems(setting.value).flatMap((item) => (item.kind === "string" ? [item.value] : []));
}

function parsed(text: string): LuaAnalysis {
  const analysis = analyse("lua", text);
  if (analysis.kind !== "lua") throw new Error("a configuration is analysed as one");
  return analysis;
}
