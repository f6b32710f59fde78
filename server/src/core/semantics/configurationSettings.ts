// What a configuration sets: options in the sections of a host, in the global section, and anywhere.

import type { Section, Setting } from "../model/config.ts";
import type { Value } from "../model/value.ts";
import { indentAt } from "../text/indent.ts";
import { ConfigurationQuestions, aboutHost, aboutOption } from "./configurationQuestions.ts";
import type { ConfigurationFile } from "./configurationQuestions.ts";
import { equals, printed, sameValue, shapeOf } from "./equals.ts";
import type { FileIndex } from "./fileIndex.ts";
import { sectionKey } from "./sections.ts";

export abstract class ConfigurationSettings extends ConfigurationQuestions {
  /** It is set whatever the program does, and in no other file for the same section. */
  isCertain({ certain, section, name }: Setting): boolean {
    if (!certain || this.files.length === 1) return certain;
    const { host, kind } = section;
    const key = kind === "global" ? "*" : (host ?? "");
    return this.ask(`certain ${key} ${name}`, (all) => all.filesSetting(name, section) < 2);
  }

  protected filesSetting(option: string, section: Section): number {
    return this.filesWith(option, section).filter((index) => {
      if (!index.has("option", option)) return false;
      if (section.kind === "global") return index.globalSettings(option).length > 0;
      return section.host !== undefined && index.has("host", section.host) && index.settingsIn(option, section).length > 0;
    }).length;
  }

  /** Where two files set the same, the order of reading decides, which is not followed here. */
  protected withDoubt(settings: readonly Setting[]): readonly Setting[] {
    if (this.files.length === 1) return settings;
    return settings.map((setting) => (!setting.certain || this.isCertain(setting) ? setting : { ...setting, certain: false }));
  }

  /** All of an option, in the order of the files. */
  settingsNamed(name: string): readonly Setting[] {
    return this.ask(`all ${name}`, (all) => all.settingsOf(name, undefined, (index) => index.settingsNamed(name)));
  }

  get firstSetting(): Setting | undefined {
    return this.ask("first setting", ({ indexes: [index] }) => {
      const i = index?.facts.findIndex(({ settings }) => settings.size > 0) ?? -1;
      return i < 0 ? undefined : index?.placed(i).settings[0];
    });
  }

  isSetAnywhere(name: string): boolean {
    return this.ask(`set ${name}`, (all) => all.has("option", name));
  }

  /** What the sections of one host say of an option. */
  settingsIn(name: string, section: Section): readonly Setting[] {
    if (section.kind === "global") return this.globalSettings(name);
    const work = (all: this): readonly Setting[] => all.settingsOf(name, section, (index) => index.settingsIn(name, section));
    const isAsked = this.isInQuestion(section);
    if (isAsked && !this.filesOf(section).some((index) => index.partsOf(section).length > LONG)) return work(this);
    const key = sectionKey(section);
    return this.ask(`in ${key} ${name}`, work, isAsked ? aboutHost(key) : "");
  }

  /** What the global section says of an option. */
  globalSettings(name: string): readonly Setting[] {
    return this.ask(`global ${name}`, (all) => all.settingsOf(name, undefined, (index) => index.globalSettings(name)));
  }

  protected settingsOf(
    name: string,
    section: Section | undefined,
    inFile: (index: FileIndex) => readonly Setting[],
  ): readonly Setting[] {
    const [only, second] = this.indexes;
    if (only !== undefined && second === undefined) return only.has("option", name) ? inFile(only) : NO_SETTINGS;
    const files = this.filesWith(name, section).filter((index) => index.has("option", name));
    const [first, ...others] = files.map(inFile);
    return this.withDoubt(others.length === 0 ? (first ?? NO_SETTINGS) : [first ?? NO_SETTINGS, ...others].flat());
  }

  /** All that is said of an option in a section, or in the global one where the section says nothing. */
  settingsFor(name: string, section: Section): readonly Setting[] {
    const own = this.settingsIn(name, section);
    return own.length > 0 ? own : this.globalSettings(name);
  }

  /** The value that the global section gives an option looks like that: `shapeOf`. */
  looksGlobally(name: string, shape: string): boolean {
    return this.isGlobally(`shape of ${name} ${shape}`, name, (value) => shapeOf(value) === shape);
  }

  /** The last value that the global section gives an option is this one. */
  isGlobalValue(name: string, value: Value): boolean {
    return this.isGlobally(`value of ${name} ${printed(value)}`, name, (global) => sameValue(global, value));
  }

  private isGlobally(question: string, name: string, isWanted: (value: Value) => boolean): boolean {
    const work = (all: this): boolean =>
      all
        .globalSettings(name)
        .slice(-1)
        .some(({ value }) => isWanted(value));
    return this.ask(question, work, aboutOption(name));
  }

  /** The one that counts of those that surely set an option in the sections of one host. */
  assignmentIn(name: string, section: Section): Setting | undefined {
    return this.settingsIn(name, section).findLast(({ certain, form }) => certain && (form === "assign" || form === "field"));
  }

  /** The blanks before the first option of a section; undefined where that shares a line with something else, or is none. */
  firstIndent(section: Section): string | undefined {
    const i = this.placeOf(section);
    const index = this.indexes[i];
    if (index !== undefined) {
      for (const part of index.partsFrom(section.header.start)) {
        const first = index
          .placed(part)
          .settings.find((setting) => isSameSection(setting.section, section) && setting.certain && setting.form === "assign");
        if (first !== undefined) return indentAt(this.files[i]?.text ?? "", first.nameSpan.start);
      }
    }
    return undefined;
  }

  /** The setting that holds, when there is no doubt about it. */
  settingFor(name: string, section: Section): Setting | undefined {
    const found = this.settingsFor(name, section);
    return found.every(({ certain, form }) => certain && (form === "assign" || form === "field")) ? found.at(-1) : undefined;
  }

  /** Whether the option certainly has that value in a section. */
  isSetTo(name: string, section: Section, wanted: string | number | boolean): boolean {
    const setting = this.settingsFor(name, section).at(-1);
    return setting?.certain === true && equals(setting.value, wanted);
  }

  /** The one that switches a host off. */
  disabling(section: Section): Setting | undefined {
    if (!this.isSetAnywhere("enabled")) return undefined;
    const setting = this.settingFor("enabled", section);
    return setting?.value.kind === "boolean" && !setting.value.value ? setting : undefined;
  }

  /** The file in which a setting or section stands. */
  homeOf(thing: Setting | Section): ConfigurationFile | undefined {
    return this.files[this.placeOf(thing)];
  }

  /** Which of the files it is; -1: none. */
  protected placeOf(thing: Setting | Section): number {
    if (this.indexes.length === 1) return this.indexes[0]?.holds(thing) === true ? 0 : -1;
    const files = "header" in thing ? this.filesOf(thing) : this.filesWith(thing.name, thing.section);
    const home = files.find((index) => index.holds(thing));
    return home === undefined ? -1 : this.indexes.indexOf(home);
  }
}

const NO_SETTINGS: readonly Setting[] = [];

/** In so many parts one does not look again and again. */
const LONG = 8;

function isSameSection(one: Section, other: Section): boolean {
  return one === other || (one.identity !== undefined && one.identity === other.identity);
}
