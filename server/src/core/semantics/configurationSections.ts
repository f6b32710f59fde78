// What is known of a configuration as a whole, and its hosts and components by name.

import type { Include, LocalVariable, LuaRead, Section, Setting } from "../model/config.ts";
import { envValues } from "../model/envValues.ts";
import type { PlacedPart } from "../model/part.ts";
import type { TableValue } from "../model/value.ts";
import { contains } from "../text/span.ts";
import type { Configuration } from "./configuration.ts";
import { aboutHost } from "./configurationQuestions.ts";
import { ConfigurationSettings } from "./configurationSettings.ts";

const MOST_HOSTS = 300;

export interface GlobalList {
  readonly setting: Setting;
  readonly table: TableValue;
  readonly identity: object | undefined;
}

/** What runs other files, or files that are computed. */
export const READERS = ["RunScript", "dofile", "loadfile", "load", "loadstring", "require"];

/** Where a template may choose between what stands before and what stands behind. */
const BRANCH = /\{\{|\{%|<%/;

/** Names that nobody can reach from the internet: a single word, or below what is no domain there. */
const LOCAL = /^[\w-]+$|\.(?:localhost|local|test|invalid|localdomain|lan|internal|intranet|home|private|corp|home\.arpa)$/i;

export abstract class ConfigurationSections extends ConfigurationSettings {
  get includes(): readonly Include[] {
    if (this.total("includes") === 0) return [];
    return this.indexes.flatMap((index) => index.placedWith((facts) => facts.hasIncludes).flatMap(({ includes }) => includes));
  }

  /** The first of the first file. */
  get firstInclude(): Include | undefined {
    return this.indexes[0]?.firstInclude;
  }

  get luaReads(): readonly LuaRead[] {
    if (this.total("luaReads") === 0) return [];
    return this.indexes.flatMap((index) => index.placedWith((facts) => facts.hasLuaReads).flatMap(({ luaReads }) => luaReads));
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

  /** Some statement does not parse, and may say anything. */
  get hasDoubtful(): boolean {
    return this.ask("doubtful", (all) => all.total("doubtful") > 0);
  }

  /** Nothing is read from elsewhere, and no section depends on what the program does. */
  get isClosed(): boolean {
    return this.ask("closed", (all) => {
      if (!all.complete && all.hasIncludes) return false;
      return all.total("uncertain") + all.total("doubtful") === 0 && !READERS.some((name) => all.isRead(name));
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
  /** All of them, as they may be directives that are written wrongly. */
  get readNames(): readonly string[] {
    return this.ask("read names", (all) => [...new Set(all.indexes.flatMap((index) => index.names("read")))]);
  }

  isRead(name: string): boolean {
    return this.ask(`read ${name}`, (all) => all.has("read", name));
  }

  /** Hosts and components. */
  get hasSections(): boolean {
    return this.ask("any section", (all) => all.total("sections") > 0);
  }

  get hasSeveralSections(): boolean {
    return this.ask("several sections", (all) => all.total("sections") > 1);
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

  /** Some host takes what the global section says of an option. */
  isInherited(name: string): boolean {
    return this.ask(`inherited ${name}`, (all) =>
      all.someHost((host) => all.settingsFor(name, host).at(-1)?.section.kind === "global"),
    );
  }

  /**
   * The name of the first VirtualHost that is on and as wanted. The question says what is wanted. It is asked again after every key stroke, so
   * of thousands of hosts only the first ones are looked at.
   */
  hostThat(question: string, isWanted: (host: Section, all: Configuration) => boolean): string | undefined {
    return this.ask(question, (all) => {
      const configuration = all as unknown as Configuration;
      let looked = 0;
      const found = all.findHost((host) => {
        if (++looked > MOST_HOSTS) return true;
        return host.host !== undefined && all.disabling(host) === undefined && isWanted(host, configuration);
      });
      return looked > MOST_HOSTS ? undefined : found?.host;
    });
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
    return this.ask("host names", (all) => [...new Set(all.indexes.flatMap((index) => index.names("host")))]);
  }

  /** The first of them with a part, in whatever case. */
  hostNameWith(part: string): string | undefined {
    return this.ask(`host name with ${part}`, (all) =>
      all.hostNames.find((name) => name.toLowerCase().includes(part.toLowerCase())),
    );
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
    return this.ask(`host ${name}`, (all) => all.has("kind", `host ${name}`), aboutHost(name));
  }

  /** A host or component of that name is not switched off. */
  isOn(name: string): boolean {
    const work = (all: this): boolean => {
      if (!all.isSetAnywhere("enabled")) return all.has("host", name);
      return all.sectionsNamed(name).some((section) => all.disabling(section) === undefined);
    };
    return this.ask(`on ${name}`, work, aboutHost(name));
  }

  isComponent(name: string): boolean {
    return this.ask(`component ${name}`, (all) => all.has("kind", `component ${name}`), aboutHost(name));
  }
}

function isProbedIn(part: PlacedPart, variable: string): boolean {
  const refs = part.envRefs.filter(({ name }) => name === variable);
  const taken = refs.length === 0 ? [] : envValues(part).filter(({ value }) => value.name === variable);
  const plain = taken.filter(({ value, certain }) => certain && value.fallback === undefined);
  return !refs.every((ref) => plain.some(({ value }) => contains(value.span, ref.span)));
}
