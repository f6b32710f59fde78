// The rules over one Lua file, part by part. What was found in a part of the text before is kept where the part is the same, its
// section is the same, and everything that its rules asked about the rest has the same answer.

import type { LuaAnalysis } from "../analyse.ts";
import type { ConfigPart } from "../model/config.ts";
import { INHERITED } from "../model/loweredChunk.ts";
import type { LuaFile } from "../model/luaFile.ts";
import type { Project } from "../model/project.ts";
import type { Schema } from "../schema/schema.ts";
import { Answers } from "../semantics/answers.ts";
import { configurationsOf } from "../semantics/around.ts";
import type { Configurations, SharedConfiguration } from "../semantics/around.ts";
import type { Recorder } from "../semantics/configuration.ts";
import { partsChange } from "../semantics/fileIndex.ts";
import type { OwnAndConfig } from "../semantics/questions.ts";
import { Questions } from "../semantics/questions.ts";
import { sectionKey } from "../semantics/sections.ts";
import { carried, changeBetween } from "../text/change.ts";
import type { Change } from "../text/change.ts";
import { kept, keptOf } from "../text/kept.ts";
import { replaced } from "../text/replaced.ts";
import type { Pace } from "../text/pace.ts";
import { shift } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import { RuleContext } from "./luaContext.ts";
import type { Finding, LuaRule, Report } from "./rule.ts";
import { RuleChoice } from "./ruleChoice.ts";

/** What a rule reported, as a finding of it; undefined: it is silenced. */
export type ToFinding = (rule: LuaRule, report: Report) => Finding;

export interface LuaCheckOptions {
  readonly analysis: LuaAnalysis;
  readonly schema: Schema;
  readonly project: Project | undefined;
  readonly rules: readonly LuaRule[];
  readonly toFinding: ToFinding;
  /** Of the same rules and severities. */
  readonly previous: LuaCheck | undefined;
  readonly shared: SharedConfiguration | undefined;
  readonly pace: Pace | undefined;
}

/** What was found in one part, with offsets that count from its start. */
interface PartResult {
  readonly findings: readonly Finding[];
  readonly asked: OwnAndConfig;
  /** Rules that had nothing to say, or less, for want of knowledge. */
  readonly unsure: readonly string[];
  /** The section that goes on where it begins. */
  readonly inherited: object | undefined;
  /** It depends on more than answers: on places in other parts, or on other files. */
  readonly isLoose: boolean;
  /** Something related stands in another part. */
  readonly looksOutside: boolean;
}

/** So many parts are kept in their places at a time. */
const MOST_PLACES = 500;

/** So many questions are kept that nobody asks any more. */
const MOST_UNUSED = 2000;

/** What is handed on from one check to the next. */
interface Memory {
  readonly own: Answers;
  readonly config: Answers;
  /** Before anything is asked. Whatever follows has its answer among those of the memory. */
  nothing: OwnAndConfig;
  /** How many questions there were when they were last looked through. */
  inUse: number;
}

export class LuaCheck {
  readonly configurations: Configurations;
  private readonly results: readonly PartResult[];
  private readonly general: readonly Finding[];
  private readonly generalUnsure: ReadonlySet<string>;
  private readonly choice: RuleChoice;
  private memory: Memory | undefined;
  private generalWithFixes: readonly Finding[] | undefined;
  private readonly withFixes = new Map<number, readonly Finding[]>();

  constructor(private readonly options: LuaCheckOptions) {
    const { analysis, schema, project } = options;
    const { file, text } = analysis;
    const previous = options.previous?.options.schema === schema ? options.previous : undefined;
    this.choice = previous?.choice ?? new RuleChoice(options.rules, schema);
    this.configurations = configurationsOf(file, text, schema, project, previous?.configurations, options.shared);
    // What is remembered can be handed on once.
    const memory = previous?.memory ?? { own: new Answers(), config: new Answers(), nothing: nothingAsked(), inUse: 0 };
    const results = previous?.memory === undefined ? [] : this.keptResults(previous, memory);
    if (previous !== undefined) previous.memory = undefined;
    const complete: PartResult[] = [];
    let places = 0;
    for (let i = 0; i < file.parts.length; i++) {
      const known = results[i];
      if (known === undefined) options.pace?.();
      complete.push(known ?? this.checkPart(i, memory));
      if (known === undefined && ++places % MOST_PLACES === 0) this.forget();
    }
    this.results = complete;
    const general = new RuleContext(EMPTY, undefined, this.options, this.configurations);
    general.run(this.choice.general);
    this.generalUnsure = general.unsure;
    this.general = general.findings.map((finding, at) =>
      finding.fixable ? { ...finding, fixes: () => this.generalFixes(at) } : finding,
    );
    this.memory = memory;
    const { own, config } = this.configurations;
    // Other files of the configuration have the same questions.
    if (config === own || config.files.length === 1 || config.isLarge) this.forget();
    else own.forgetAnswers();
    this.dropQuestions(memory);
  }

  /** Rules that had nothing to say, or less, for want of knowledge. */
  get unsure(): ReadonlySet<string> {
    return new Set([...this.generalUnsure, ...this.results.flatMap(({ unsure }) => unsure)]);
  }

  /** All findings, in the order of the file. Fixes are worked out when they are asked for. */
  get findings(): readonly Finding[] {
    const found = this.results.flatMap((_, i) => this.placed(i));
    return this.general.length === 0 ? found : [...found, ...this.general];
  }

  /** Findings of the parts that touch a span, those that may be about another part, and those that are said once for all of the file. */
  findingsAround({ start, end }: Span): readonly Finding[] {
    const { file } = this.options.analysis;
    const found = [...this.general];
    const first = Math.max(0, file.partAt(start) - 1);
    this.results.forEach(({ isLoose }, i) => {
      if (isLoose || (i >= first && file.startOf(i) <= end)) found.push(...this.placed(i));
    });
    return found;
  }

  /** At least the first ones of the file, and perhaps some more. */
  first(count: number): readonly Finding[] {
    const found = [...this.general];
    let inParts = 0;
    this.results.forEach(({ findings, isLoose }, i) => {
      if (findings.length === 0 || (inParts >= count && !isLoose)) return;
      if (!isLoose) inParts += findings.length;
      found.push(...this.placed(i));
    });
    return found;
  }

  private placed(i: number): readonly Finding[] {
    const result = this.results[i];
    if (result === undefined || result.findings.length === 0) return [];
    const start = this.options.analysis.file.startOf(i);
    return result.findings.map((finding, at): Finding => ({
      ...moved(finding, start),
      ...(finding.fixable ? { fixes: () => this.fixesOf(i, at) } : {}),
    }));
  }

  /** Asked again, so that they fit the text and the other parts as they are now. */
  private fixesOf(i: number, at: number): ReturnType<NonNullable<Finding["fixes"]>> {
    let found = this.withFixes.get(i);
    if (found === undefined) {
      found = this.run(i).findings;
      this.withFixes.set(i, found);
    }
    return found[at]?.fixes?.() ?? [];
  }

  private generalFixes(at: number): ReturnType<NonNullable<Finding["fixes"]>> {
    if (this.generalWithFixes === undefined) {
      const context = new RuleContext(EMPTY, undefined, this.options, this.configurations);
      context.run(this.choice.general);
      this.generalWithFixes = context.findings;
    }
    return this.generalWithFixes[at]?.fixes?.() ?? [];
  }

  // ── What is kept ──

  private keptResults(previous: LuaCheck, memory: Memory): (PartResult | undefined)[] {
    const { analysis, project } = this.options;
    const { file, text } = analysis;
    const before = previous.options.analysis;
    const { own, config } = this.configurations;
    const stale = {
      own: memory.own.noteChanged(own, own.topicsSince(previous.configurations.own)),
      config: config === own ? NONE : memory.config.noteChanged(config, config.topicsSince(previous.configurations.config)),
    };
    // Where other files are asked or left alone all of a sudden, the answers were those of others.
    const asksOthers = config !== own;
    const askedOthers = previous.configurations.config !== previous.configurations.own;
    if (asksOthers !== askedOthers || !isSameAround(project, previous.options.project)) return [];
    if (file.isProgram || before.file.isProgram) return [];
    const { before: front, removed, added } = partsChange(before.file.parts, file.parts);
    const behind = front + added.length;
    const known: readonly (PartResult | undefined)[] = previous.results;
    const results = replaced(
      known,
      front,
      front + removed.length,
      added.map(() => undefined),
    );
    for (const i of this.partsOfSections(front, file, added.length, before.file, removed.length)) results[i] = undefined;
    // What follows stands in another section, perhaps.
    for (let i = behind; i < results.length; i++) {
      if (results[i]?.inherited !== inheritedBy(file, i)) results[i] = undefined;
      if (file.parts[i]?.section !== INHERITED) break;
    }
    dropStale(results, stale);
    const change = changeBetween(before.text, text);
    results.forEach((result, i) => {
      if (result?.isLoose === true) results[i] = undefined;
      else if (result?.looksOutside === true) {
        const old = i < front ? i : i - added.length + removed.length;
        results[i] = carriedResult(result, before.file.startOf(old), file.startOf(i), change);
      }
    });
    return results;
  }

  /** Parts of hosts and components of which some part is another one now. */
  private partsOfSections(front: number, file: LuaFile, added: number, old: LuaFile, removed: number): ReadonlySet<number> {
    const index = this.configurations.own.indexOf(this.path);
    const chunksIn = (of: LuaFile, count: number): ReadonlySet<object> =>
      new Set(of.parts.slice(front, front + count).flatMap(({ chunks }) => chunks));
    const hosts = new Set([
      ...hostsChanged(file, front, added, chunksIn(old, removed)),
      ...hostsChanged(old, front, removed, chunksIn(file, added)),
    ]);
    return new Set([...hosts].flatMap((host) => index?.partsOfHost(host) ?? []));
  }

  /** Those that no part asks any more: while somebody types, others take their place all the time. */
  private dropQuestions(memory: Memory): void {
    if (memory.own.size + memory.config.size < 2 * memory.inUse + MOST_UNUSED) return;
    const asked = new Set(this.results.map((result) => result.asked));
    for (const which of ["own", "config"] as const) {
      memory[which].keepOnly(new Set([...asked].flatMap((one) => [...one[which].all()])));
    }
    memory.nothing = nothingAsked();
    memory.inUse = memory.own.size + memory.config.size;
  }

  /** Things in their places take much room. */
  private forget(): void {
    this.configurations.own.forgetPlaces();
    this.configurations.config.forgetPlaces();
  }

  private get path(): string {
    return this.options.project?.path ?? "";
  }

  // ── Running rules ──

  private checkPart(i: number, memory: Memory): PartResult {
    const { file } = this.options.analysis;
    const noted = { asked: { ...memory.nothing }, memory };
    const { findings, unsure, isLoose } = this.run(i, noted);
    const { start, end } = file.placedPart(i);
    const isOutside = ({ span }: { readonly span: Span }): boolean => span.start < start || span.end > end;
    return {
      findings: kept(findings.map(({ fixes: _, ...finding }) => moved(finding, -start))),
      asked: noted.asked.own.with(noted.asked.config),
      unsure: keptOf(unsure),
      inherited: inheritedBy(file, i),
      isLoose,
      looksOutside: findings.some(({ related }) => related?.some(isOutside) === true),
    };
  }

  /** Findings with offsets of the file. What is asked is noted, unless nobody wants to know. */
  private run(
    i: number,
    noted?: { readonly asked: Record<"own" | "config", Questions>; readonly memory: Memory },
  ): { readonly findings: readonly Finding[]; readonly unsure: ReadonlySet<string>; readonly isLoose: boolean } {
    const placed = this.options.analysis.file.placedPart(i);
    const { own, config } = this.configurations;
    const context = new RuleContext(placed, placed, this.options, this.configurations);
    const sections = new Set([placed.inherited, ...placed.sections].map(sectionKey));
    const recorder = (which: "own" | "config"): Recorder => ({
      sections,
      record: (question, ask, answer, topic) => {
        if (noted === undefined) return;
        noted.asked[which] = noted.asked[which].and(question, () => {
          noted.memory[which].record(question, ask, answer, topic);
        });
      },
    });
    const work = (): void => {
      context.run(this.choice.for(placed.settings));
    };
    own.recording(recorder("own"), () => {
      if (config === own) work();
      else config.recording(recorder("config"), work);
    });
    return context;
  }
}

const NONE: ReadonlySet<string> = new Set();
const EMPTY: ConfigPart = { sections: [], settings: [], includes: [], envRefs: [], locals: [], luaReads: [], wordReads: [] };

/** All that rules see of other files without asking a configuration. */
function isSameAround(one: Project | undefined, other: Project | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  const [mine, theirs] = [one, other].map((project) => project.files.find(({ path }) => path === project.path));
  return (
    one.path === other.path &&
    one.complete === other.complete &&
    one.environment === other.environment &&
    mine?.versioned === theirs?.versioned &&
    mine?.worldReadable === theirs?.worldReadable &&
    one.files.length === other.files.length &&
    one.files.every(({ path }, i) => path === other.files[i]?.path)
  );
}

function inheritedBy(file: LuaFile, i: number): object | undefined {
  const opener = file.openerOf(i);
  return opener < 0 ? undefined : file.parts[opener]?.section;
}

/** The hosts and components in which statements stand that `other` does not have. */
function hostsChanged(file: LuaFile, from: number, count: number, other: ReadonlySet<object>): readonly string[] {
  const hosts: string[] = [];
  for (let i = from; i < from + count; i++) {
    const part = file.parts[i];
    let section = file.parts[file.openerOf(i)]?.section;
    part?.lowered.forEach((lowered, k) => {
      if (lowered.section !== INHERITED) section = lowered.section;
      if (other.has(part.chunks[k] ?? part)) return;
      for (const one of [section, ...lowered.sections]) if (one?.host !== undefined) hosts.push(one.host);
    });
  }
  return hosts;
}

function nothingAsked(): OwnAndConfig {
  return { own: new Questions(), config: new Questions() };
}

/** Takes out what was found with answers that are others now. */
function dropStale(results: (PartResult | undefined)[], stale: Record<"own" | "config", ReadonlySet<string>>): void {
  if (stale.own.size === 0 && stale.config.size === 0) return;
  const known = new Map<OwnAndConfig, boolean>();
  results.forEach((result, i) => {
    if (result === undefined) return;
    const { asked } = result;
    let isStale = known.get(asked);
    if (isStale === undefined) {
      isStale = asked.own.isAnyOf(stale.own) || asked.config.isAnyOf(stale.config);
      known.set(asked, isStale);
    }
    if (isStale) results[i] = undefined;
  });
}

function moved(finding: Finding, by: number): Finding {
  const { related } = finding;
  return {
    ...finding,
    span: shift(finding.span, by),
    ...(related === undefined ? {} : { related: related.map((one) => ({ ...one, span: shift(one.span, by) })) }),
  };
}

/** What is told of other parts has moved in its own way. */
function carriedResult(result: PartResult, from: number, to: number, change: Change): PartResult {
  const move = (span: Span): Span => shift(carried(shift(span, from), change), -to);
  const findings = result.findings.map((finding) =>
    finding.related === undefined
      ? finding
      : { ...finding, related: finding.related.map((one) => ({ ...one, span: move(one.span) })) },
  );
  return { ...result, findings };
}
