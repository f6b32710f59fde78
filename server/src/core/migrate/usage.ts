// What a configuration makes use of: which modules run in which sections, and whether an option is set for them. Whatever the file
// and those around it do not tell counts as set, so that nothing is said of it.

import type { LuaAnalysis } from "../analyse.ts";
import type { ConfigFile, Section } from "../model/config.ts";
import type { Project } from "../model/project.ts";
import { enabledModules, reaches, usedModules } from "../rules/lua/shared/hostModules.ts";
import { loadedModules } from "../rules/lua/shared/oldLoaded.ts";
import { sectionKey } from "../semantics/sections.ts";
import { isClosed } from "../rules/lua/shared/wholeFile.ts";
import { isAutoloaded } from "../schema/schema.ts";
import type { Schema } from "../schema/schema.ts";
import type { Span } from "../text/span.ts";

export class Usage {
  readonly file: ConfigFile;
  private readonly files: readonly ConfigFile[];
  private readonly loaded: ReadonlySet<string>;

  constructor(
    private readonly analysis: LuaAnalysis,
    /** Of the version that the configuration runs with. */
    readonly schema: Schema,
    private readonly project: Project | undefined,
  ) {
    this.file = analysis.file;
    this.files = project === undefined ? [this.file] : project.files.map(({ file }) => file);
    this.loaded = this.loadedNames();
  }

  /** The file that a server starts from, as far as one can tell: what it does not set may be taken for unset. */
  get isMain(): boolean {
    // Alone, it may be a part whose main file is elsewhere.
    if (this.project !== undefined && this.project.files.length > 1) return this.project.files[0]?.path === this.project.path;
    return this.file.settings.some(
      ({ name, section, form }) => name === "modules_enabled" && section.kind === "global" && form === "assign",
    );
  }

  /** Nothing is read from files that we do not see. */
  get isWhole(): boolean {
    return this.project?.complete === true || isClosed(this.file);
  }

  isLoaded(module: string): boolean {
    return this.loaded.has(module);
  }

  /** Where `modules_enabled` names it, or the component that it makes. */
  mention(module: string): Span | undefined {
    return usedModules(this.file, this.schema).find(({ name }) => name === module)?.span;
  }

  mentions(): readonly { readonly name: string; readonly span: Span }[] {
    const named = enabledModules(this.file, this.schema).map(({ name, value }) => ({ name, span: value.span }));
    const components = this.file.sections.flatMap(({ kind, module }) =>
      kind === "component" && module?.kind === "string" ? [{ name: module.value, span: module.span }] : [],
    );
    return [...named, ...components];
  }

  /** Sections of this file in which one of the modules runs; without modules, all hosts. The global one where there is no host. */
  sectionsWith(modules: readonly string[], only: "component" | "any"): readonly Section[] {
    const { sections } = this.file;
    const used = usedModules(this.file, this.schema);
    const running = sections.filter(({ kind }) => kind !== "global" && (only === "any" || kind === "component"));
    const found = running.filter((section) => {
      if (modules.length === 0) return section.kind === "host";
      if (used.some(({ name, section: at }) => modules.includes(name) && reaches(at, section))) return true;
      return section.kind === "host" && modules.some((name) => this.isLoaded(name) && this.comesAlong(name));
    });
    const [global] = sections;
    return found.length === 0 && only === "any" && global !== undefined && running.length === 0 ? [global] : found;
  }

  /** Perhaps in another file, perhaps only sometimes. */
  isSet(option: string, section: Section): boolean {
    const key = sectionKey(section);
    return this.files.some((file) =>
      file.settings.some(({ name, section: at }) => name === option && (at.kind === "global" || sectionKey(at) === key)),
    );
  }

  isSetAnywhere(option: string): boolean {
    return this.files.some((file) => file.settings.some(({ name }) => name === option));
  }

  /** Loaded without being named. */
  private comesAlong(name: string): boolean {
    const module = this.schema.module(name);
    return module !== undefined && !usedModules(this.file, this.schema).some((used) => used.name === name);
  }

  private loadedNames(): ReadonlySet<string> {
    const { file, analysis, schema } = this;
    const { names } = loadedModules({ file, text: analysis.text, schema, report: () => undefined });
    if (names.size > 0) return names;
    // The file is not all there is: what it names and what every host has.
    const found = new Set(usedModules(file, schema).map(({ name }) => name));
    if (file.sections.length > 1 || this.isMain) {
      for (const name of Object.keys(schema.bundledModules)) {
        const module = schema.module(name);
        if (module !== undefined && isAutoloaded(module, schema.version)) found.add(name);
      }
    }
    for (const name of found) {
      for (const { name: other, optional } of schema.module(name)?.depends ?? []) if (optional !== true) found.add(other);
    }
    return found;
  }
}
