// What a configuration makes use of: which modules run in which sections, and whether an option is set for them. Whatever the file
// and those around it do not tell counts as set, so that nothing is said of it.

import type { LuaAnalysis } from "../analyse.ts";
import type { ConfigFile, Section } from "../model/config.ts";
import type { Project } from "../model/project.ts";
import type { Schema } from "../schema/schema.ts";
import { configurationsOf } from "../semantics/around.ts";
import { Configuration, reaches } from "../semantics/configuration.ts";
import type { UsedModule } from "../semantics/configuration.ts";
import { withNeeded } from "../semantics/loaded.ts";
import type { Span } from "../text/span.ts";

export class Usage {
  readonly file: ConfigFile;
  /** The file by itself. */
  private readonly own: Configuration;
  /** All files that are known. */
  private readonly all: Configuration;

  constructor(
    { file, text }: LuaAnalysis,
    /** Of the version that the configuration runs with. */
    readonly schema: Schema,
    private readonly project: Project | undefined,
  ) {
    this.file = file;
    this.own = configurationsOf(file, text, schema, undefined).own;
    this.all = project === undefined ? this.own : new Configuration(schema, project.files, project.complete);
  }

  /** The file that a server starts from, as far as one can tell: what it does not set may be taken for unset. */
  get isMain(): boolean {
    // Alone, it may be a part whose main file is elsewhere.
    if (this.project !== undefined && this.project.files.length > 1) return this.project.files[0]?.path === this.project.path;
    return this.own.assignsGlobalModules;
  }

  /** Nothing is read from files that we do not see. */
  get isWhole(): boolean {
    return this.project?.complete === true || this.own.isClosed;
  }

  isLoaded(module: string): boolean {
    const { own, schema } = this;
    if (own.knowsModules) return own.isLoaded(module);
    // The file is not all there is: what it names and what every host has.
    if (own.hasSections || this.isMain) return own.surelyLoaded.has(module);
    return withNeeded(
      this.used.map(({ name }) => name),
      schema,
    ).has(module);
  }

  /** Where `modules_enabled` names it, or the component that it makes. */
  mention(module: string): Span | undefined {
    return this.used.find(({ name }) => name === module)?.span;
  }

  get used(): readonly UsedModule[] {
    return this.own.usedModules;
  }

  /** Sections of this file in which one of the modules runs; without modules, all hosts. The global one where there is no host. */
  sectionsWith(modules: readonly string[], only: "component" | "any"): readonly Section[] {
    const used = this.used.filter(({ name }) => modules.includes(name));
    const comeAlong = modules.some((name) => this.isLoaded(name) && this.comesAlong(name));
    const running = this.file.sections.filter(({ kind }) => kind !== "global" && (only === "any" || kind === "component"));
    const found = running.filter((section) => {
      if (modules.length === 0) return section.kind === "host";
      return used.some((module) => reaches(module.section, section)) || (section.kind === "host" && comeAlong);
    });
    return found.length === 0 && only === "any" && running.length === 0 ? [this.own.global] : found;
  }

  /** Perhaps in another file, perhaps only sometimes. */
  isSet(option: string, section: Section): boolean {
    return this.all.settingsFor(option, section).length > 0;
  }

  isSetAnywhere(option: string): boolean {
    return this.all.isSetAnywhere(option);
  }

  /** Loaded without being named. */
  private comesAlong(name: string): boolean {
    return this.schema.module(name) !== undefined && this.mention(name) === undefined;
  }
}
