// One configuration, asked by name: settings of a section, hosts by their name, modules, and whether all of it is known. Made once for
// a check; rules, refactorings, scaffolds and migration ask it and never walk over all settings themselves.

import type { Section } from "../model/config.ts";
import { isAutoloaded } from "../schema/schema.ts";
import type { Schema } from "../schema/schema.ts";
import type { Span } from "../text/span.ts";
import type { ConfigurationFile } from "./configurationQuestions.ts";
import { ConfigurationSections } from "./configurationSections.ts";
import { inheritsModule, loadedAnywhere, loadedWith, withNeeded } from "./loaded.ts";
import type { IsLoaded, Loaded } from "./loaded.ts";
import type { ModuleName, ModuleUse } from "./moduleNames.ts";
import type { PartFacts } from "./partFacts.ts";
import { sectionKey } from "./sections.ts";

export type { ConfigurationFile, Recorder } from "./configurationQuestions.ts";
export type { GlobalList } from "./configurationSections.ts";

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

export class Configuration extends ConfigurationSections {
  private readonly loadedPerSection: Map<string, IsLoaded | undefined>;
  private loadedNames: Loaded | undefined;
  private globalNameList: readonly string[] | undefined;
  /** What they name, as a text. */
  private readonly namesOfSections = new Map<Section, string | undefined>();

  constructor(schema: Schema, files: readonly ConfigurationFile[], complete: boolean, previous?: Configuration) {
    super(schema, files, complete, previous);
    const before = previous?.schema === schema ? previous : undefined;
    this.loadedPerSection = before?.loadedPerSection ?? new Map<string, IsLoaded | undefined>();
    if (before !== undefined && this.mayLoadTheSame(before)) this.loadedNames = before.loadedNames;
  }

  override forgetAnswers(): void {
    super.forgetAnswers();
    this.namesOfSections.clear();
  }

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
    const anywhere = (all: this): readonly ModuleName[] => all.inOrder(names.flatMap((name) => all.modulesNamed(name)));
    if (section.kind === "global") return this.ask(`modules ${names.join(" ")}`, anywhere);
    const own = this.filesOf(section).flatMap((index) => names.flatMap((name) => index.modulesOf(section, name)));
    return this.inOrder([...own, ...names.flatMap((name) => this.globalModulesNamed(name))]);
  }

  private globalModulesNamed(name: string): readonly ModuleName[] {
    return this.ask(`global module ${name}`, (all) =>
      all.withDoubtfulModules(all.byName.with("module", name).flatMap((index) => index.globalModules(name))),
    );
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
    return this.ask(`disabled ${name}`, (all) => all.has("module", `disable ${name}`));
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

  /** Whether a module may be loaded anywhere. */
  mayLoad(module: string): boolean {
    return this.ask(`may load ${module}`, (all) => all.loaded.may(module));
  }

  /** Whether a module may be there to read its options; one that is not known brings along only what is likely. */
  mayRead(module: string): boolean {
    return this.ask(`may read ${module}`, (all) => all.loaded.mayRead(module));
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
