// One configuration, asked by name: settings of a section, hosts by their name, modules, and whether all of it is known. Made once for
// a check; rules, refactorings, scaffolds and migration ask it and never walk over all settings themselves.

import type { ConfigFile, Include, LocalVariable, Section, Setting } from "../model/config.ts";
import { envValues } from "../model/envValues.ts";
import type { TableValue } from "../model/value.ts";
import { indentAt } from "../text/indent.ts";
import { contains } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import type { Schema } from "../schema/schema.ts";
import { equals } from "./equals.ts";
import { isAutoloaded } from "../schema/schema.ts";
import { inheritsModule, loadedAnywhere, loadedWith, withNeeded } from "./loaded.ts";
import type { IsLoaded, Loaded } from "./loaded.ts";
import { loadedByName, moduleNamesIn } from "./moduleNames.ts";
import type { ModuleName, ModuleUse } from "./moduleNames.ts";
import { hostName, sectionKey } from "./sections.ts";

/** One file of a configuration. */
export interface ConfigurationFile {
  /** As in `Project.files`. */
  readonly path: string;
  /** For people. */
  readonly name: string;
  readonly text: string;
  readonly file: ConfigFile;
}

export interface GlobalList {
  readonly setting: Setting;
  readonly table: TableValue;
}

/** What runs other files, or files that are computed. */
const READERS = ["RunScript", "dofile", "loadfile", "load", "loadstring", "require"];

/** Where a template may choose between what stands before and what stands behind. */
const BRANCH = /\{\{|\{%|<%/g;

/** Names that nobody can reach from the internet: a single word, or below what is no domain there. */
const LOCAL = /^[\w-]+$|\.(?:localhost|local|test|invalid|localdomain|lan|internal|intranet|home|private|corp|home\.arpa)$/i;

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

export class Configuration {
  private readonly settingsByPlace = new Map<string, Setting[]>();
  private readonly settingsByName = new Map<string, Setting[]>();
  private readonly sectionsByHost = new Map<string, Section[]>();
  /** Hosts and components whose name is computed. */
  private readonly unnamed: Section[] = [];
  private readonly modulesByName = new Map<string, ModuleName[]>();
  private readonly modulesBySection = new Map<string, ModuleName[]>();
  private readonly modulesByUse = new Map<string, ModuleName[]>();
  private readonly globallyEnabled = new Map<string, ModuleName[]>();
  private readonly firstAssignments = new Map<Section, Setting>();
  /** Options of a section that several files set. */
  private readonly doubts = new Set<string>();
  private readonly homes = new Map<Setting | Section, ConfigurationFile>();
  private readonly allModules: ModuleName[] = [];
  private readonly perSection = new Map<string, IsLoaded | undefined>();
  private loadedNames: Loaded | undefined;
  private branches: readonly number[] | undefined;

  constructor(
    readonly schema: Schema,
    /** In the order in which Prosody reads them. One file, unless all are known. */
    readonly files: readonly ConfigurationFile[],
    /** Every file that belongs to it is there. */
    readonly complete: boolean,
  ) {
    const several = files.length > 1;
    const places = new Map<string, number>();
    files.forEach(({ file }, i) => {
      for (const { section, name } of several ? file.settings : []) {
        const key = `${sectionKey(section)} ${name}`;
        const before = places.get(key);
        places.set(key, i);
        if (before !== undefined && before !== i) this.doubts.add(key);
      }
    });
    for (const home of files) {
      for (const section of home.file.sections) {
        this.homes.set(section, home);
        const host = hostName(section);
        if (section.kind === "global") continue;
        if (host === undefined) this.unnamed.push(section);
        else push(this.sectionsByHost, host, section);
      }
      const settings = home.file.settings.map((setting) => this.withDoubt(setting));
      for (const setting of settings) {
        const { name, section, form, certain } = setting;
        this.homes.set(setting, home);
        push(this.settingsByPlace, `${sectionKey(section)} ${name}`, setting);
        push(this.settingsByName, name, setting);
        if (certain && form === "assign" && !this.firstAssignments.has(section)) this.firstAssignments.set(section, setting);
      }
      for (const module of moduleNamesIn({ sections: home.file.sections, settings }, schema)) {
        const { name, use, section } = module;
        this.allModules.push(module);
        push(this.modulesByName, name, module);
        push(this.modulesBySection, sectionKey(section), module);
        push(this.modulesByUse, `${use} ${name}`, module);
        if (use === "enable" && section.kind === "global") push(this.globallyEnabled, name, module);
      }
    }
  }

  /** Where two files set the same, the order of reading decides, which is not followed here. */
  private withDoubt(setting: Setting): Setting {
    return this.isCertain(setting) || !setting.certain ? setting : { ...setting, certain: false };
  }

  // ── What is known ──

  /** It is set whatever the program does, and in no other file for the same section. */
  isCertain({ certain, section, name }: Setting): boolean {
    return certain && (this.doubts.size === 0 || !this.doubts.has(`${sectionKey(section)} ${name}`));
  }

  get includes(): readonly Include[] {
    return this.files.flatMap(({ file }) => file.includes);
  }

  get locals(): readonly LocalVariable[] {
    return this.files.flatMap(({ file }) => file.locals);
  }

  /** Between two settings of the one file, a template may choose between them. */
  mayBranchBetween(before: Setting, after: Setting): boolean {
    this.branches ??= [...(this.files[0]?.text ?? "").matchAll(BRANCH)].map(({ index }) => index);
    return this.branches.some((at) => at >= before.span.end && at < after.span.start);
  }

  /** Nothing is read from elsewhere, and no section depends on what the program does. */
  get isClosed(): boolean {
    return this.files.every(
      ({ file }) =>
        (this.complete || file.includes.length === 0) &&
        file.sections.every((section) => section.certain) &&
        !READERS.some((name) => file.readNames.has(name)),
    );
  }

  /** All there is; where that is not known, a closed file with hosts and with the list of modules, which is where a main file is told from a part. */
  get isWhole(): boolean {
    if (!this.isClosed) return false;
    return this.complete || (this.sectionCount > 0 && this.assignsGlobalModules);
  }

  /** The file has the global list of modules: it is a main file and no part of one. */
  get assignsGlobalModules(): boolean {
    return this.settingsNamed("modules_enabled").some(({ section, form }) => section.kind === "global" && form === "assign");
  }

  /** The global list of modules is there, and this is all there is. */
  get knowsModuleList(): boolean {
    return this.moduleList !== undefined;
  }

  /** The global list of modules, where this is all there is. */
  get moduleList(): GlobalList | undefined {
    if (!this.isWhole || this.hasFunctionSections) return undefined;
    const setting = this.settingsNamed("modules_enabled").findLast(
      ({ section, form }) => section.kind === "global" && form === "assign",
    );
    if (setting?.certain !== true || setting.value.kind !== "table") return undefined;
    return { setting, table: setting.value };
  }

  private get hasFunctionSections(): boolean {
    return this.files.some(({ file }) => file.sections.some((section) => section.until !== undefined));
  }

  /** All hosts that are not switched off have names that nobody reaches from the internet, and there are none elsewhere. */
  get isForTests(): boolean {
    if (!this.complete && this.hasIncludes) return false;
    const isOff = (host: Section): boolean => this.disabling(host) !== undefined;
    const { hosts } = this;
    return hosts.every((host) => LOCAL.test(hostName(host) ?? "") || isOff(host)) && !hosts.every(isOff);
  }

  get hasIncludes(): boolean {
    return this.includes.length > 0;
  }

  /** A variable of the environment is looked at in another way than by taking its value as it is. */
  isProbed(variable: string): boolean {
    return this.files.some(({ file }) => {
      const refs = file.envRefs.filter(({ name }) => name === variable);
      const taken = refs.length === 0 ? [] : envValues(file).filter(({ value }) => value.name === variable);
      const plain = taken.filter(({ value, certain }) => certain && value.fallback === undefined);
      return !refs.every((ref) => plain.some(({ value }) => contains(value.span, ref.span)));
    });
  }

  /** Another statement reads a variable of that name: what is set under it may be the author's own. */
  isRead(name: string): boolean {
    return this.files.some(({ file }) => file.readNames.has(name));
  }

  // ── Sections ──

  /** Hosts and components. */
  get sectionCount(): number {
    return this.files.reduce((sum, { file }) => sum + file.sections.filter(({ kind }) => kind !== "global").length, 0);
  }

  get hasSections(): boolean {
    return this.sectionCount > 0;
  }

  get hasSeveralSections(): boolean {
    return this.sectionCount > 1;
  }

  get hosts(): readonly Section[] {
    return this.files.flatMap(({ file }) => file.sections.filter(({ kind }) => kind === "host"));
  }

  get hasHosts(): boolean {
    return this.hosts.length > 0;
  }

  /** The one VirtualHost, where there is just one. */
  get onlyHost(): Section | undefined {
    const { hosts } = this;
    return hosts.length === 1 ? hosts[0] : undefined;
  }

  /** The name of the one host there is, in however many sections it is told of. */
  get onlyHostName(): string | undefined {
    const [first, ...others] = this.hosts;
    const name = first === undefined ? undefined : hostName(first);
    return others.every((section) => hostName(section) === name) ? name : undefined;
  }

  /** The name of some host or component is computed. */
  get hasUnknownNames(): boolean {
    return this.unnamed.length > 0;
  }

  /** That of one that is not switched off. */
  get hasUnknownEnabledNames(): boolean {
    return this.unnamed.some((section) => this.disabling(section) === undefined);
  }

  /** The global section of the first file. */
  get global(): Section {
    const [section] = this.files[0]?.file.sections ?? [];
    if (section === undefined) throw new Error("a configuration always has its global section");
    return section;
  }

  /** The first host or component. */
  get firstSection(): Section | undefined {
    for (const { file } of this.files) {
      const first = file.sections.find(({ kind }) => kind !== "global");
      if (first !== undefined) return first;
    }
    return undefined;
  }

  /** Hosts and components of a name, which is compared as Prosody does: in lower case, `hostName`. */
  sectionsNamed(host: string): readonly Section[] {
    return this.sectionsByHost.get(host) ?? [];
  }

  /** Names that are used for several sections. */
  get repeatedNames(): readonly string[] {
    return [...this.sectionsByHost].flatMap(([name, sections]) => (sections.length > 1 ? [name] : []));
  }

  isHost(name: string): boolean {
    return this.sectionsNamed(name).some(({ kind }) => kind === "host");
  }

  isComponent(name: string): boolean {
    return this.sectionsNamed(name).some(({ kind }) => kind === "component");
  }

  // ── Settings ──

  /** All of an option, in the order of the files. */
  settingsNamed(name: string): readonly Setting[] {
    return this.settingsByName.get(name) ?? [];
  }

  get firstSetting(): Setting | undefined {
    return this.files[0]?.file.settings[0];
  }

  isSetAnywhere(name: string): boolean {
    return this.settingsByName.has(name);
  }

  /** What the sections of one host say of an option. */
  settingsIn(name: string, section: Section): readonly Setting[] {
    return this.settingsByPlace.get(`${sectionKey(section)} ${name}`) ?? [];
  }

  /** What the global section says of an option. */
  globalSettings(name: string): readonly Setting[] {
    return this.settingsByPlace.get(`* ${name}`) ?? [];
  }

  /** All that is said of an option in a section, or in the global one where the section says nothing. */
  settingsFor(name: string, section: Section): readonly Setting[] {
    const own = this.settingsIn(name, section);
    return own.length > 0 ? own : this.globalSettings(name);
  }

  /** The one that counts of those that surely set an option in the sections of one host. */
  assignmentIn(name: string, section: Section): Setting | undefined {
    return this.settingsIn(name, section).findLast(({ certain, form }) => certain && (form === "assign" || form === "field"));
  }

  /** The blanks before the first option of a section; undefined where that shares a line with something else, or is none. */
  firstIndent(section: Section): string | undefined {
    const first = this.firstAssignments.get(section);
    const text = first === undefined ? undefined : this.homeOf(first)?.text;
    return first === undefined || text === undefined ? undefined : indentAt(text, first.nameSpan.start);
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
    const setting = this.settingFor("enabled", section);
    return setting?.value.kind === "boolean" && !setting.value.value ? setting : undefined;
  }

  /** Some host takes what the global section says of an option. */
  isInherited(name: string): boolean {
    return this.hosts.some((host) => this.settingsFor(name, host).at(-1)?.section.kind === "global");
  }

  /** The file in which a setting or section stands. */
  homeOf(thing: Setting | Section): ConfigurationFile | undefined {
    return this.homes.get(thing);
  }

  // ── Modules ──

  /** Every place that names a module, for whatever use. */
  modulesNamed(name: string, use?: ModuleUse): readonly ModuleName[] {
    return (use === undefined ? this.modulesByName.get(name) : this.modulesByUse.get(`${use} ${name}`)) ?? [];
  }

  /** Where one of the modules is named in the section or in the global one; for the global one: anywhere. In the order of the files. */
  modulesFor(names: readonly string[], section: Section): readonly ModuleName[] {
    const keys = new Set(["*", sectionKey(section)]);
    const found = names
      .flatMap((name) => this.modulesNamed(name))
      .filter((module) => section.kind === "global" || keys.has(sectionKey(module.section)));
    const fileOf = ({ setting, section: at }: ModuleName): number =>
      this.files.findIndex((home) => home === this.homes.get(setting ?? at));
    const startOf = ({ setting, section: at }: ModuleName): number => setting?.span.start ?? at.header.start;
    return found.sort((a, b) => fileOf(a) - fileOf(b) || startOf(a) - startOf(b) || a.value.span.start - b.value.span.start);
  }

  /** `modules_enabled` of the section or the global one names it; for the global one: of any. */
  isEnabledFor(module: string, section: Section): boolean {
    return this.modulesFor([module], section).some(({ use }) => use === "enable");
  }

  /** All that is named somewhere, each once. */
  get namedModules(): readonly string[] {
    return [...this.modulesByName.keys()];
  }

  /** Named in `modules_disabled` of some section. */
  isDisabledAnywhere(name: string): boolean {
    return this.modulesNamed(name, "disable").length > 0;
  }

  /** `modules_enabled` names it for sure. What is switched off anywhere is left out. */
  isEnabling({ name, use, setting }: ModuleName): boolean {
    return use === "enable" && setting !== undefined && this.isCertain(setting) && !this.isDisabledAnywhere(name);
  }

  /** Where `modules_enabled` names a module for sure. */
  enabled(name: string): readonly ModuleName[] {
    return this.modulesNamed(name, "enable").filter((module) => this.isEnabling(module));
  }

  /** Where the global section does. */
  enabledGlobally(name: string): ModuleName | undefined {
    return this.globallyEnabled.get(name)?.find((module) => this.isEnabling(module));
  }

  /** All names of modules, in the order of the files: for what is asked once for a configuration. */
  get moduleNames(): readonly ModuleName[] {
    return this.allModules;
  }

  /** Whether a module may be loaded anywhere. */
  mayLoad(module: string): boolean {
    return this.loaded.may(module);
  }

  /** Modules that may be loaded anywhere. */
  private get loaded(): Loaded {
    this.loadedNames ??= loadedAnywhere(this.knowsModuleList ? this.mayBeLoaded() : undefined, this.schema);
    return this.loadedNames;
  }

  /** It is known which modules may be loaded. */
  get knowsModules(): boolean {
    return this.loaded.names.size > 0;
  }

  /** A module is named, or comes along with one that is; never where any module may be loaded. */
  isLoaded(module: string): boolean {
    return this.loaded.names.has(module);
  }

  /** Some community module that may be loaded reads an option of that name. */
  isReadByCommunityModule(option: string): boolean {
    return [...this.loaded.names].some((module) => Object.hasOwn(this.schema.module(module)?.community?.options ?? {}, option));
  }

  /** Whether a module may be loaded in a section; undefined where it cannot be told. */
  loadedIn(section: Section): IsLoaded | undefined {
    const { kind, module } = section;
    const isComponent = kind === "component";
    if (isComponent && module !== undefined && module.kind !== "string") return undefined;
    const key = sectionKey(section);
    const global = (this.modulesBySection.get("*") ?? []).filter(
      ({ name, use }) => use !== "component" && inheritsModule(name, kind, this.schema),
    );
    const named = [...(this.modulesBySection.get(key) ?? []), ...global].filter(({ use }) => use !== "disable");
    const names = named.map(({ name }) => name);
    if (isComponent && module === undefined) names.push("component");
    const signature = `${kind} ${[...new Set(names)].sort().join(" ")}`;
    if (!this.perSection.has(signature)) this.perSection.set(signature, loadedWith(names, isComponent, this.schema));
    return this.perSection.get(signature);
  }

  /** Whether one module may be loaded there; undefined where it cannot be told. */
  mayLoadIn(module: string, section: Section): boolean | undefined {
    return this.loadedIn(section)?.(module);
  }

  /** Hosts and components that may load one of the modules. */
  sectionsLoading(modules: readonly string[]): readonly Section[] {
    return this.files.flatMap(({ file }) =>
      file.sections.filter((section) => {
        if (section.kind === "global") return false;
        const isLoaded = this.loadedIn(section);
        return isLoaded !== undefined && modules.some(isLoaded);
      }),
    );
  }

  /** Modules that are surely loaded somewhere, with what they load. */
  get surelyLoaded(): ReadonlySet<string> {
    const always = [...this.schema.modules.values()].filter((module) => isAutoloaded(module, this.schema.version));
    return withNeeded([...always.map(({ name }) => name), ...this.usedModules.map(({ name }) => name)], this.schema);
  }

  /** What `modules_enabled` names for sure, and what components are made of; a component without a module is one of `component`. */
  get usedModules(): readonly UsedModule[] {
    const enabled = [...this.modulesByName.keys()].flatMap((name) => this.enabled(name));
    const components = this.files.flatMap(({ file }) => file.sections.flatMap(moduleOfComponent));
    return [...enabled.map(({ name, value, section }) => ({ name, span: value.span, section })), ...components];
  }

  private mayBeLoaded(): readonly string[] | undefined {
    const names: string[] = [];
    for (const { file } of this.files) {
      const named = loadedByName(file, this.schema);
      if (named === undefined) return undefined;
      names.push(...named);
    }
    return names;
  }
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}
