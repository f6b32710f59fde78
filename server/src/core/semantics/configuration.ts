// One configuration, asked by name: settings of a section, hosts by their name, modules, and whether all of it is known. Made once for
// a check; rules, refactorings, scaffolds and migration ask it and never walk over all settings themselves.

import type { Include, LocalVariable, Section, Setting } from "../model/config.ts";
import { envValues } from "../model/envValues.ts";
import type { LuaFile } from "../model/luaFile.ts";
import type { PlacedPart } from "../model/part.ts";
import type { TableValue, Value } from "../model/value.ts";
import { indentAt } from "../text/indent.ts";
import { contains } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import type { Schema } from "../schema/schema.ts";
import { equals, printed, sameValue, shapeOf } from "./equals.ts";
import { isAutoloaded } from "../schema/schema.ts";
import { inheritsModule, loadedAnywhere, loadedWith, withNeeded } from "./loaded.ts";
import type { IsLoaded, Loaded } from "./loaded.ts";
import type { ModuleName, ModuleUse } from "./moduleNames.ts";
import { FileIndex } from "./fileIndex.ts";
import { FilesByName } from "./filesByName.ts";
import type { Totals } from "./fileIndex.ts";
import type { PartFacts } from "./partFacts.ts";
import { sectionKey } from "./sections.ts";

/** One file of a configuration. */
export interface ConfigurationFile {
  /** As in `Project.files`. */
  readonly path: string;
  /** For people. */
  readonly name: string;
  readonly text: string;
  readonly file: LuaFile;
}

export interface GlobalList {
  readonly setting: Setting;
  readonly table: TableValue;
  readonly identity: object | undefined;
}

/** What runs other files, or files that are computed. */
const READERS = ["RunScript", "dofile", "loadfile", "load", "loadstring", "require"];

/** In so many parts one does not look again and again. */
const LONG = 8;

/** More answers take more room than they save time. */
const MOST_ANSWERS = 20_000;

/** Where a template may choose between what stands before and what stands behind. */
const BRANCH = /\{\{|\{%|<%/;

/** Names that nobody can reach from the internet: a single word, or below what is no domain there. */
const LOCAL = /^[\w-]+$|\.(?:localhost|local|test|invalid|localdomain|lan|internal|intranet|home|private|corp|home\.arpa)$/i;

export interface Loader {
  readonly section: Section;
  readonly isOnly: boolean;
}

export interface UsedModule {
  readonly name: string;
  readonly span: Span;
  readonly section: Section;
}

/** The module that a component is made of, with its place. */
export function moduleOfComponent(section: Section): readonly UsedModule[] {
  const { kind, module, header } = section;
  if (kind !== "component" || (module !== undefined && module.kind !== "string")) return [];
  return [{ name: module?.value ?? "component", span: module?.span ?? header, section }];
}

/** Whether a module named in the one section is loaded in the other: hosts take over the global list, components do not. */
export function reaches(from: Section, to: Section): boolean {
  return sectionKey(from) === sectionKey(to) || (from.kind === "global" && to.kind === "host");
}

/** Notes which questions were asked and what was answered, so that one can tell whether the answers are still the same. */
export interface Recorder {
  /** Keys of the sections in question: what is asked about them is not noted. */
  readonly sections: ReadonlySet<string>;
  /** `topic`: the name without a change of which the answer stays the same, as long as sections begin where they did. */
  record(question: string, ask: (configuration: Configuration) => unknown, answer: unknown, topic: string): void;
}

export class Configuration {
  private readonly indexes: readonly FileIndex[];
  private readonly byPath: ReadonlyMap<string, FileIndex>;
  private readonly byName: FilesByName;
  private readonly loadedPerSection: Map<string, IsLoaded | undefined>;
  private loadedNames: Loaded | undefined;
  private globalNameList: readonly string[] | undefined;
  private readonly answers = new Map<string, unknown>();
  /** What they name, as a text. */
  private readonly namesOfSections = new Map<Section, string | undefined>();
  private recorder: Recorder | undefined;
  private depth = 0;

  constructor(
    readonly schema: Schema,
    /** In the order in which Prosody reads them. One file, unless all are known. */
    readonly files: readonly ConfigurationFile[],
    /** Every file that belongs to it is there. */
    readonly complete: boolean,
    /** Before the last changes: saves what did not change. */
    previous?: Configuration,
  ) {
    const before = previous?.schema === schema ? previous : undefined;
    this.indexes = files.map(({ path, file }) => {
      const old = before?.indexOf(path);
      return old?.file === file ? old : new FileIndex(file, schema, old);
    });
    this.byPath = new Map(this.indexes.map((index, i) => [files[i]?.path ?? "", index]));
    this.byName = new FilesByName(this.indexes);
    this.loadedPerSection = before?.loadedPerSection ?? new Map<string, IsLoaded | undefined>();
    if (before !== undefined && this.mayLoadTheSame(before)) this.loadedNames = before.loadedNames;
  }

  /** It is made of the same files, as they are now. */
  isOf(schema: Schema, files: readonly ConfigurationFile[]): boolean {
    return (
      this.schema === schema &&
      this.files.length === files.length &&
      this.files.every(({ path, text, file }, i) => {
        const other = files[i];
        return path === other?.path && file === other.file && text === other.text;
      })
    );
  }

  /** Of a file of the configuration. */
  indexOf(path: string): FileIndex | undefined {
    return this.byPath.get(path);
  }

  /** Notes what is asked while something is done. */
  recording<Result>(recorder: Recorder, work: () => Result): Result {
    this.recorder = recorder;
    try {
      return work();
    } finally {
      this.recorder = undefined;
    }
  }

  /** `about`: the host or option that it is about, as a topic. */
  private ask<Answer>(question: string, work: (configuration: Configuration) => Answer, about = ""): Answer {
    let answer = this.answers.get(question) as Answer;
    if (answer === undefined && !this.answers.has(question)) {
      this.depth++;
      try {
        answer = work(this);
      } finally {
        this.depth--;
      }
      this.answers.set(question, answer);
    }
    if (this.depth === 0 && this.recorder !== undefined && !this.isTopicInQuestion(about))
      this.recorder.record(question, work, answer, about);
    return answer;
  }

  /** Asks again what was asked of another configuration. */
  answerTo(question: string, work: (configuration: Configuration) => unknown): unknown {
    return this.ask(question, work);
  }

  /** Topics of which something may be different from another configuration of the same files; undefined: of all. */
  topicsSince(before: Configuration): ReadonlySet<string> | undefined {
    if (this.indexes.length !== before.indexes.length || this.complete !== before.complete) return undefined;
    const topics = new Set<string>();
    for (const [i, index] of this.indexes.entries()) {
      const old = before.indexes[i];
      if (index === old) continue;
      const { change } = index;
      if (change === undefined || index.madeFrom !== old?.id || !change.keepsSections) return undefined;
      for (const { hosts, settings } of [...change.gone, ...change.come]) {
        for (const host of hosts) topics.add(aboutHost(host));
        for (const name of settings.keys()) topics.add(aboutOption(name));
      }
    }
    // Whether a host is on depends on it.
    return topics.has(aboutOption("enabled")) ? undefined : topics;
  }

  /** Many answers are kept. */
  get isLarge(): boolean {
    return this.answers.size > MOST_ANSWERS;
  }

  forgetAnswers(): void {
    this.answers.clear();
    this.namesOfSections.clear();
  }

  /** Lets go of answers, and of the things in their places that are part of them. */
  forgetPlaces(): void {
    this.forgetAnswers();
    for (const { file } of this.indexes) file.forgetPlaces();
  }

  private isTopicInQuestion(topic: string): boolean {
    return topic.startsWith(HOST) && this.recorder?.sections.has(topic.slice(HOST.length)) === true;
  }

  private isInQuestion(section: Section): boolean {
    return section.kind !== "global" && this.recorder?.sections.has(sectionKey(section)) === true;
  }

  /** Files in which a section may be; all for the global one. */
  private filesOf({ host }: Section): readonly FileIndex[] {
    return host === undefined ? this.indexes : this.byName.with("host", host);
  }

  /** Files that may set an option, in a section or anywhere. */
  private filesWith(option: string, section: Section | undefined): readonly FileIndex[] {
    const setting = this.byName.with("option", option);
    const mentioning = section === undefined ? this.indexes : this.filesOf(section);
    return setting.length < mentioning.length ? setting : mentioning;
  }

  private total(what: keyof Totals): number {
    return this.indexes.reduce((sum, { totals }) => sum + totals[what], 0);
  }

  private someFacts(isWanted: (facts: PartFacts) => boolean): boolean {
    return this.indexes.some((index) => index.facts.some(isWanted));
  }

  // ── What is known ──

  /** It is set whatever the program does, and in no other file for the same section. */
  isCertain({ certain, section, name }: Setting): boolean {
    if (!certain || this.files.length === 1) return certain;
    const { host, kind } = section;
    const key = kind === "global" ? "*" : (host ?? "");
    return this.ask(`certain ${key} ${name}`, (all) => all.filesSetting(name, section) < 2);
  }

  private filesSetting(option: string, section: Section): number {
    return this.filesWith(option, section).filter((index) => {
      if (!index.isSet(option)) return false;
      if (section.kind === "global") return index.globalSettings(option).length > 0;
      return section.host !== undefined && index.hasHost(section.host) && index.settingsIn(option, section).length > 0;
    }).length;
  }

  /** Where two files set the same, the order of reading decides, which is not followed here. */
  private withDoubt(settings: readonly Setting[]): readonly Setting[] {
    if (this.files.length === 1) return settings;
    return settings.map((setting) => (!setting.certain || this.isCertain(setting) ? setting : { ...setting, certain: false }));
  }

  get includes(): readonly Include[] {
    if (this.total("includes") === 0) return [];
    return this.indexes.flatMap((index) => index.placedWith((facts) => facts.hasIncludes).flatMap(({ includes }) => includes));
  }

  /** The first of the first file. */
  get firstInclude(): Include | undefined {
    return this.indexes[0]?.firstInclude;
  }

  get locals(): readonly LocalVariable[] {
    if (this.total("locals") === 0) return [];
    return this.indexes.flatMap((index) => index.placedWith((facts) => facts.hasLocals).flatMap(({ locals }) => locals));
  }

  /** Between two settings of the one file, a template may choose between them. */
  mayBranchBetween(before: Setting, after: Setting): boolean {
    if (!this.ask("branches", (all) => BRANCH.test(all.files[0]?.text ?? ""))) return false;
    return BRANCH.test(this.files[0]?.text.slice(before.span.end, after.span.start) ?? "");
  }

  /** Nothing is read from elsewhere, and no section depends on what the program does. */
  get isClosed(): boolean {
    return this.ask("closed", (all) => {
      if (!all.complete && all.hasIncludes) return false;
      return all.total("uncertain") === 0 && !READERS.some((name) => all.isRead(name));
    });
  }

  /** All there is; where that is not known, a closed file with hosts and with the list of modules, which is where a main file is told from a part. */
  get isWhole(): boolean {
    return this.ask("whole", (all) => all.isClosed && (all.complete || (all.hasSections && all.assignsGlobalModules)));
  }

  /** The file has the global list of modules: it is a main file and no part of one. */
  get assignsGlobalModules(): boolean {
    return this.ask("global modules", (all) => all.globalSettings("modules_enabled").some(({ form }) => form === "assign"));
  }

  /** The global list of modules is there, and this is all there is. */
  get knowsModuleList(): boolean {
    return this.ask("knows list", (all) => all.moduleList !== undefined);
  }

  /** The global list of modules, where this is all there is. */
  get moduleList(): GlobalList | undefined {
    return this.ask("list", (all) => {
      if (!all.isWhole || all.total("inFunctions") > 0) return undefined;
      const setting = all.globalSettings("modules_enabled").findLast(({ form }) => form === "assign");
      if (setting?.certain !== true || setting.value.kind !== "table") return undefined;
      return { setting, table: setting.value, identity: setting.identity };
    });
  }

  /** All hosts that are not switched off have names that nobody reaches from the internet, and there are none elsewhere. */
  get isForTests(): boolean {
    return this.ask("for tests", (all) => {
      if (!all.complete && all.hasIncludes) return false;
      const isOff = (host: Section): boolean => all.disabling(host) !== undefined;
      return !all.someHost((host) => !LOCAL.test(host.host ?? "") && !isOff(host)) && all.someHost((host) => !isOff(host));
    });
  }

  get hasIncludes(): boolean {
    return this.ask("includes", (all) => all.total("includes") > 0);
  }

  /** A variable of the environment is looked at in another way than by taking its value as it is. */
  isProbed(variable: string): boolean {
    return this.ask(`probed ${variable}`, (all) =>
      all.indexes.some((index) => index.placedWith(({ hasEnvRefs }) => hasEnvRefs).some((part) => isProbedIn(part, variable))),
    );
  }

  /** Another statement reads a variable of that name: what is set under it may be the author's own. */
  isRead(name: string): boolean {
    return this.ask(`read ${name}`, (all) => all.byName.with("read", name).some((index) => index.isRead(name)));
  }

  // ── Sections ──

  /** Hosts and components. */
  get sectionCount(): number {
    return this.ask("sections", (all) => all.total("sections"));
  }

  get hasSections(): boolean {
    return this.ask("any section", (all) => all.total("sections") > 0);
  }

  get hasSeveralSections(): boolean {
    return this.ask("several sections", (all) => all.sectionCount > 1);
  }

  get hasHosts(): boolean {
    return this.ask("any host", (all) => all.total("hosts") > 0);
  }

  /** Some VirtualHost is as wanted; looked at in their order, until one is found. */
  someHost(isWanted: (host: Section) => boolean): boolean {
    return this.findHost(isWanted) !== undefined;
  }

  /** The first VirtualHost that is as wanted. Not noted: for what is said once of a configuration. */
  findHost(isWanted: (host: Section) => boolean): Section | undefined {
    for (const index of this.indexes) {
      for (let i = 0; i < index.facts.length; i++) {
        if (index.facts[i]?.sections.some(({ kind }) => kind === "host") !== true) continue;
        const found = index.placed(i).sections.find((section) => section.kind === "host" && isWanted(section));
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  /** The one VirtualHost, where there is just one. */
  get onlyHost(): Section | undefined {
    return this.ask("only host", (all) => {
      let first: Section | undefined;
      const hasMore = all.someHost((host) => {
        first ??= host;
        return first !== host;
      });
      return hasMore ? undefined : first;
    });
  }

  /** The name of the one host there is, in however many sections it is told of. */
  get onlyHostName(): string | undefined {
    return this.ask("only host name", (all) => {
      const name = all.findHost(() => true)?.host;
      return name === undefined || all.someHost(({ host }) => host !== name) ? undefined : name;
    });
  }

  /** The name of some host or component is computed. */
  get hasUnknownNames(): boolean {
    return this.ask("unknown names", (all) => all.total("unnamed") > 0);
  }

  /** That of one that is not switched off. */
  get hasUnknownEnabledNames(): boolean {
    return this.ask(
      "unknown enabled names",
      (all) =>
        all.total("unnamed") > 0 &&
        all.indexes.some((index) =>
          index
            .placedWith(({ sections }) => sections.some(({ host }) => host === undefined))
            .some(({ sections }) => sections.some((one) => one.host === undefined && all.disabling(one) === undefined)),
        ),
    );
  }

  /** The global section of the first file. */
  get global(): Section {
    const [index] = this.indexes;
    if (index === undefined) throw new Error("a configuration has a file");
    return index.file.global;
  }

  /** The first host or component. */
  get firstSection(): Section | undefined {
    return this.ask("first section", (all) => {
      for (const index of all.indexes) {
        const i = index.facts.findIndex(({ sections }) => sections.length > 0);
        if (i >= 0) return index.placed(i).sections[0];
      }
      return undefined;
    });
  }

  /** Hosts and components of a name, which is compared as Prosody does: `Section.host`. */
  sectionsNamed(host: string): readonly Section[] {
    return this.ask(
      `named ${host}`,
      (all) => all.byName.with("host", host).flatMap((index) => index.sectionsNamed(host)),
      aboutHost(host),
    );
  }

  /** Of hosts and components, each once. */
  get hostNames(): readonly string[] {
    return this.indexes.flatMap((index) => index.names("host"));
  }

  /** Names that are used for several sections. */
  get repeatedNames(): readonly string[] {
    const names = new Set(this.indexes.flatMap((index) => [...index.repeatedHosts]));
    if (this.indexes.length === 1) return [...names];
    const seen = new Set<string>();
    for (const index of this.indexes) {
      for (const name of index.names("host")) {
        if (seen.has(name)) names.add(name);
        seen.add(name);
      }
    }
    return [...names];
  }

  isHost(name: string): boolean {
    return this.ask(
      `host ${name}`,
      (all) => all.byName.with("host", name).some((index) => index.isOfKind("host", name)),
      aboutHost(name),
    );
  }

  /** A host or component of that name is not switched off. */
  isOn(name: string): boolean {
    const work = (all: Configuration): boolean => {
      if (!all.isSetAnywhere("enabled")) return all.byName.with("host", name).some((index) => index.hasHost(name));
      return all.sectionsNamed(name).some((section) => all.disabling(section) === undefined);
    };
    return this.ask(`on ${name}`, work, aboutHost(name));
  }

  isComponent(name: string): boolean {
    return this.ask(
      `component ${name}`,
      (all) => all.byName.with("host", name).some((index) => index.isOfKind("component", name)),
      aboutHost(name),
    );
  }

  // ── Settings ──

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
    return this.ask(`set ${name}`, (all) => all.byName.with("option", name).some((index) => index.isSet(name)));
  }

  /** What the sections of one host say of an option. */
  settingsIn(name: string, section: Section): readonly Setting[] {
    if (section.kind === "global") return this.globalSettings(name);
    const work = (all: Configuration): readonly Setting[] =>
      all.settingsOf(name, section, (index) => index.settingsIn(name, section));
    const isAsked = this.isInQuestion(section);
    if (isAsked && !this.filesOf(section).some((index) => index.partsOf(section).length > LONG)) return work(this);
    const key = sectionKey(section);
    return this.ask(`in ${key} ${name}`, work, isAsked ? aboutHost(key) : "");
  }

  /** What the global section says of an option. */
  globalSettings(name: string): readonly Setting[] {
    return this.ask(`global ${name}`, (all) => all.settingsOf(name, undefined, (index) => index.globalSettings(name)));
  }

  private settingsOf(
    name: string,
    section: Section | undefined,
    inFile: (index: FileIndex) => readonly Setting[],
  ): readonly Setting[] {
    const [only, second] = this.indexes;
    if (only !== undefined && second === undefined) return only.isSet(name) ? inFile(only) : NO_SETTINGS;
    const files = this.filesWith(name, section).filter((index) => index.isSet(name));
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
    const work = (all: Configuration): boolean => {
      const value = all.globalSettings(name).at(-1)?.value;
      return value !== undefined && shapeOf(value) === shape;
    };
    return this.ask(`shape of ${name} ${shape}`, work, aboutOption(name));
  }

  /** The last value that the global section gives an option is this one. */
  isGlobalValue(name: string, value: Value): boolean {
    const work = (all: Configuration): boolean => {
      const global = all.globalSettings(name).at(-1)?.value;
      return global !== undefined && sameValue(global, value);
    };
    return this.ask(`value of ${name} ${printed(value)}`, work, aboutOption(name));
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

  /** Some host takes what the global section says of an option. */
  isInherited(name: string): boolean {
    return this.ask(`inherited ${name}`, (all) =>
      all.someHost((host) => all.settingsFor(name, host).at(-1)?.section.kind === "global"),
    );
  }

  /** The file in which a setting or section stands. */
  homeOf(thing: Setting | Section): ConfigurationFile | undefined {
    return this.files[this.placeOf(thing)];
  }

  /** Which of the files it is; -1: none. */
  private placeOf(thing: Setting | Section): number {
    if (this.indexes.length === 1) return this.indexes[0]?.holds(thing) === true ? 0 : -1;
    const files = "header" in thing ? this.filesOf(thing) : this.filesWith(thing.name, thing.section);
    const home = files.find((index) => index.holds(thing));
    return home === undefined ? -1 : this.indexes.indexOf(home);
  }

  // ── Modules ──

  /** Every place that names a module, for whatever use. */
  modulesNamed(name: string, use?: ModuleUse): readonly ModuleName[] {
    return this.ask(`module ${name} ${use ?? ""}`, (all) => {
      return all.withDoubtfulModules(
        all.byName.with("module", use === undefined ? name : `${use} ${name}`).flatMap((index) => index.modulesNamed(name, use)),
      );
    });
  }

  private withDoubtfulModules(modules: readonly ModuleName[]): readonly ModuleName[] {
    if (this.files.length === 1) return modules;
    return modules.map((module) => {
      const { setting } = module;
      const [now] = setting === undefined ? [] : this.withDoubt([setting]);
      return now === undefined || now === setting ? module : { ...module, setting: now };
    });
  }

  /** Where one of the modules is named in the section or in the global one; for the global one: anywhere. In the order of the files. */
  modulesFor(names: readonly string[], section: Section): readonly ModuleName[] {
    if (section.kind === "global") return this.ask(`modules ${names.join(" ")}`, (all) => all.inOrder(all.anyOf(names)));
    const own = this.filesOf(section).flatMap((index) => names.flatMap((name) => index.modulesOf(section, name)));
    return this.inOrder([...own, ...names.flatMap((name) => this.globalModulesNamed(name))]);
  }

  private anyOf(names: readonly string[]): readonly ModuleName[] {
    return names.flatMap((name) => this.modulesNamed(name));
  }

  private globalModulesNamed(name: string): readonly ModuleName[] {
    return this.ask(`global module ${name}`, (all) => all.modulesNamed(name).filter(({ section }) => section.kind === "global"));
  }

  private inOrder(modules: readonly ModuleName[]): readonly ModuleName[] {
    if (modules.length < 2) return modules;
    const placed = modules.map((module) => {
      const { setting, section, value } = module;
      return {
        module,
        file: this.placeOf(setting ?? section),
        start: (setting?.span ?? section.header).start,
        at: value.span.start,
      };
    });
    placed.sort((a, b) => a.file - b.file || a.start - b.start || a.at - b.at);
    return placed.map(({ module }) => module);
  }

  /** `modules_enabled` of the section or the global one names it; for the global one: of any. */
  isEnabledFor(module: string, section: Section): boolean {
    return this.modulesFor([module], section).some(({ use }) => use === "enable");
  }

  /** All that is named somewhere, each once. */
  get namedModules(): readonly string[] {
    return this.ask("named modules", (all) => [...new Set(all.indexes.flatMap((index) => index.moduleNames))]);
  }

  /** Named in `modules_disabled` of some section. */
  isDisabledAnywhere(name: string): boolean {
    if (!this.isSetAnywhere("modules_disabled")) return false;
    return this.ask(`disabled ${name}`, (all) =>
      all.byName.with("module", `disable ${name}`).some((index) => index.namesModule(name, "disable")),
    );
  }

  /** `modules_enabled` names it for sure. What is switched off anywhere is left out. */
  isEnabling({ name, use, setting }: ModuleName): boolean {
    return use === "enable" && setting !== undefined && this.isCertain(setting) && !this.isDisabledAnywhere(name);
  }

  /** Where `modules_enabled` names a module for sure. */
  enabled(name: string): readonly ModuleName[] {
    return this.ask(`enabled ${name}`, (all) => all.modulesNamed(name, "enable").filter((module) => all.isEnabling(module)));
  }

  /** Where the global section does. */
  enabledGlobally(name: string): ModuleName | undefined {
    return this.ask(`enabled globally ${name}`, (all) => all.globalModulesNamed(name).find((module) => all.isEnabling(module)));
  }

  /** All names of modules, in the order of the files: for what is asked once for a configuration. */
  get moduleNames(): readonly ModuleName[] {
    return this.withDoubtfulModules(this.indexes.flatMap((index) => index.file.parts.flatMap((_, i) => index.modulesAt(i))));
  }

  /** Whether a module may be loaded anywhere. */
  mayLoad(module: string): boolean {
    return this.ask(`may load ${module}`, (all) => all.loaded.may(module));
  }

  /** Modules that may be loaded anywhere. */
  private get loaded(): Loaded {
    if (!this.knowsModuleList) return loadedAnywhere(undefined, this.schema);
    this.loadedNames ??= loadedAnywhere(this.mayBeLoaded(), this.schema);
    return this.loadedNames;
  }

  /** It is known which modules may be loaded. */
  get knowsModules(): boolean {
    return this.ask("knows modules", (all) => all.loaded.names.size > 0);
  }

  /** A module is named, or comes along with one that is; never where any module may be loaded. */
  isLoaded(module: string): boolean {
    return this.ask(`loaded ${module}`, (all) => all.loaded.names.has(module));
  }

  /** Some community module that may be loaded reads an option of that name. */
  isReadByCommunityModule(option: string): boolean {
    return this.ask(`community ${option}`, (all) =>
      [...all.loaded.names].some((module) => Object.hasOwn(all.schema.module(module)?.community?.options ?? {}, option)),
    );
  }

  /** Whether one module may be loaded in a section; undefined where it cannot be told. */
  mayLoadIn(module: string, section: Section): boolean | undefined {
    const named = this.namedIn(section);
    if (named === undefined) return undefined;
    return this.ask(`may load ${module} ${section.kind} ${named}`, (all) => all.loadedWith(section.kind, named)?.(module));
  }

  /** What a section itself names, as a text; undefined where that is computed. */
  private namedIn(section: Section): string | undefined {
    let names = this.namesOfSections.get(section);
    if (names === undefined && !this.namesOfSections.has(section)) {
      names = this.findNamesIn(section);
      this.namesOfSections.set(section, names);
    }
    return names;
  }

  private findNamesIn(section: Section): string | undefined {
    const { kind, module } = section;
    if (kind === "component" && module !== undefined && module.kind !== "string") return undefined;
    const own = new Set<string>();
    for (const index of this.filesOf(section)) {
      for (const { name, use } of index.modulesOf(section)) if (use !== "disable") own.add(name);
    }
    if (kind === "component" && module === undefined) own.add("component");
    return [...own].sort().join(" ");
  }

  private loadedWith(kind: Section["kind"], named: string): IsLoaded | undefined {
    const global = this.globalNames.filter((name) => inheritsModule(name, kind, this.schema));
    const signature = `${kind} ${named} + ${global.join(" ")}`;
    if (!this.loadedPerSection.has(signature)) {
      const names = [...named.split(" ").filter((name) => name !== ""), ...global];
      this.loadedPerSection.set(signature, loadedWith(names, kind === "component", this.schema));
    }
    return this.loadedPerSection.get(signature);
  }

  /** Modules that the global section names and does not disable, by name. */
  private get globalNames(): readonly string[] {
    this.globalNameList ??= [
      ...new Set(
        this.indexes.flatMap((index) =>
          index.globalModules().flatMap(({ name, use }) => (use === "disable" || use === "component" ? [] : [name])),
        ),
      ),
    ].sort();
    return this.globalNameList;
  }

  /** The first host or component that may load one of the modules, and whether there are others. */
  loader(modules: readonly string[]): Loader | undefined {
    return this.ask(`loader ${modules.join(" ")}`, (all) => {
      const perKind = new Map<string, boolean>();
      let first: Section | undefined;
      for (const index of all.indexes) {
        for (let i = 0; i < index.facts.length; i++) {
          if (index.facts[i]?.sections.length === 0) continue;
          for (const section of index.placed(i).sections) {
            const named = all.namedIn(section);
            if (named === undefined) continue;
            const kind = `${section.kind} ${named}`;
            let loads = perKind.get(kind);
            if (loads === undefined) {
              const isLoaded = all.loadedWith(section.kind, named);
              loads = isLoaded !== undefined && modules.some(isLoaded);
              perKind.set(kind, loads);
            }
            if (!loads) continue;
            if (first !== undefined) return { section: first, isOnly: false };
            first = section;
          }
        }
      }
      return first === undefined ? undefined : { section: first, isOnly: true };
    });
  }

  /** Modules that are surely loaded somewhere, with what they load. */
  get surelyLoaded(): ReadonlySet<string> {
    const always = [...this.schema.modules.values()].filter((module) => isAutoloaded(module, this.schema.version));
    return withNeeded([...always.map(({ name }) => name), ...this.usedNames], this.schema);
  }

  /** Names of modules that are surely used. */
  private get usedNames(): readonly string[] {
    const enabled = this.namedModules.filter((name) => this.enabled(name).length > 0);
    const components = new Set<string>();
    this.someFacts(({ sections }) => {
      for (const section of sections) for (const { name } of moduleOfComponent(section)) components.add(name);
      return false;
    });
    return [...enabled, ...components];
  }

  /** What `modules_enabled` names for sure, and what components are made of; a component without a module is one of `component`. */
  get usedModules(): readonly UsedModule[] {
    const enabled = this.namedModules.flatMap((name) => this.enabled(name));
    const components = this.indexes.flatMap((index) =>
      index.placedWith(({ sections }) => sections.length > 0).flatMap(({ sections }) => sections.flatMap(moduleOfComponent)),
    );
    return [...enabled.map(({ name, value, section }) => ({ name, span: value.span, section })), ...components];
  }

  private mayBeLoaded(): readonly string[] | undefined {
    const names = new Set<string>();
    const isComputed = this.someFacts(({ mayLoad }) => {
      for (const name of mayLoad ?? []) names.add(name);
      return mayLoad === undefined;
    });
    return isComputed ? undefined : [...names];
  }

  /** What changed since then loads nothing else. */
  private mayLoadTheSame(before: Configuration): boolean {
    if (this.indexes.length !== before.indexes.length || this.complete !== before.complete) return false;
    return this.indexes.every((index, i) => {
      if (index === before.indexes[i]) return true;
      const { change } = index;
      if (change === undefined || index.madeFrom !== before.indexes[i]?.id) return false;
      const load = (facts: readonly PartFacts[]): string => facts.map(({ mayLoad }) => mayLoad?.join(" ") ?? "?").join("|");
      return load(change.gone) === load(change.come);
    });
  }
}

const NO_SETTINGS: readonly Setting[] = [];

const HOST = "host ";

function aboutHost(host: string): string {
  return HOST + host;
}

function aboutOption(option: string): string {
  return `option ${option}`;
}

function isSameSection(one: Section, other: Section): boolean {
  return one === other || (one.identity !== undefined && one.identity === other.identity);
}

function isProbedIn(part: PlacedPart, variable: string): boolean {
  const refs = part.envRefs.filter(({ name }) => name === variable);
  const taken = refs.length === 0 ? [] : envValues(part).filter(({ value }) => value.name === variable);
  const plain = taken.filter(({ value, certain }) => certain && value.fallback === undefined);
  return !refs.every((ref) => plain.some(({ value }) => contains(value.span, ref.span)));
}
