// The rules over one Lua file, part by part. What was found in a part of the text before is kept where the part is the same, its
// section is the same, and everything that its rules asked about the rest has the same answer.

import type { LuaAnalysis } from "../analyse.ts";
import type { ConfigPart } from "../model/config.ts";
import type { LuaFile } from "../model/luaFile.ts";
import type { Project } from "../model/project.ts";
import type { Schema } from "../schema/schema.ts";
import { changedQuestions } from "../semantics/answers.ts";
import type { Question } from "../semantics/answers.ts";
import { configurationsOf } from "../semantics/around.ts";
import type { Configurations } from "../semantics/around.ts";
import type { Recorder } from "../semantics/configuration.ts";
import { partsChange } from "../semantics/fileIndex.ts";
import { sectionKey } from "../semantics/sections.ts";
import { carried, changeBetween } from "../text/change.ts";
import type { Change } from "../text/change.ts";
import { shift } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import { RuleContext } from "./luaContext.ts";
import type { Finding, LuaRule, Report } from "./rule.ts";

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
}

/** What was found in one part, with offsets that count from its start. */
interface PartResult {
  readonly findings: readonly Finding[];
  readonly asked: Asked;
  /** Rules that had nothing to say, or less, for want of knowledge. */
  readonly unsure: ReadonlySet<string>;
  /** The section that goes on where it begins. */
  readonly inherited: object | undefined;
  /** It depends on more than answers: on places in other parts, or on other files. */
  readonly isLoose: boolean;
}

/** Questions about the file and about the whole configuration, by their words; the same object for the same questions. */
interface Asked {
  readonly own: ReadonlySet<string>;
  readonly config: ReadonlySet<string>;
}

/** So many sets of questions are kept that nobody asks any more. */
const MOST_UNUSED = 200;

export class LuaCheck {
  readonly configurations: Configurations;
  /** Rules that had nothing to say, or less, for want of knowledge. */
  readonly unsure: ReadonlySet<string>;
  private readonly results: readonly PartResult[];
  private readonly general: readonly Finding[];
  private readonly questions: { readonly own: Map<string, Question>; readonly config: Map<string, Question> };
  private readonly askedSets: Map<string, Asked>;
  private generalWithFixes: readonly Finding[] | undefined;
  private readonly withFixes = new Map<number, readonly Finding[]>();

  constructor(private readonly options: LuaCheckOptions) {
    const { analysis, schema, project } = options;
    const { file, text } = analysis;
    const previous = options.previous?.options.schema === schema ? options.previous : undefined;
    this.configurations = configurationsOf(file, text, schema, project, previous?.configurations);
    this.questions = { own: new Map(previous?.questions.own), config: new Map(previous?.questions.config) };
    this.askedSets = previous?.askedSets ?? new Map();
    const kept = previous === undefined ? [] : this.keptResults(previous);
    this.results = file.parts.map((_, i) => kept[i] ?? this.checkPart(i));
    const unsure = new Set<string>();
    this.general = this.checkConfiguration(unsure).map((finding, at) =>
      finding.fixable ? { ...finding, fixes: () => this.generalFixes(at) } : finding,
    );
    for (const { unsure: some } of this.results) for (const rule of some) unsure.add(rule);
    this.unsure = unsure;
    this.forget();
    this.dropQuestions();
  }

  /** All findings, in the order of the file. Fixes are worked out when they are asked for. */
  get findings(): readonly Finding[] {
    const found = this.results.flatMap((_, i) => this.placed(i));
    return this.general.length === 0 ? found : [...found, ...this.general];
  }

  /** Findings of the parts that touch a span, and those that are said once for all of the file. */
  findingsAround({ start, end }: Span): readonly Finding[] {
    const { file } = this.options.analysis;
    const found = [...this.general];
    for (let i = Math.max(0, file.partAt(start) - 1); i < file.parts.length && file.startOf(i) <= end; i++)
      found.push(...this.placed(i));
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
    return result.findings.map((finding, at): Finding => {
      const { related } = finding;
      return {
        ...finding,
        span: shift(finding.span, start),
        ...(related === undefined ? {} : { related: related.map((one) => ({ ...one, span: shift(one.span, start) })) }),
        ...(finding.fixable ? { fixes: () => this.fixesOf(i, at) } : {}),
      };
    });
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
    this.generalWithFixes ??= this.checkConfiguration(new Set());
    return this.generalWithFixes[at]?.fixes?.() ?? [];
  }

  // ── What is kept ──

  private keptResults(previous: LuaCheck): readonly (PartResult | undefined)[] {
    const { analysis, project } = this.options;
    const { file, text } = analysis;
    const before = previous.options.analysis;
    if (file.isProgram || before.file.isProgram || !isSameAround(project, previous.options.project)) return [];
    const stale = {
      own: changedQuestions(this.questions.own, this.configurations.own),
      config: changedQuestions(this.questions.config, this.configurations.config),
    };
    for (const words of stale.own) this.questions.own.delete(words);
    for (const words of stale.config) this.questions.config.delete(words);
    const isStale = new Map<Asked, boolean>();
    const asksStale = (asked: Asked): boolean => {
      let known = isStale.get(asked);
      if (known === undefined) {
        known = hasAny(stale.own, asked.own) || hasAny(stale.config, asked.config);
        isStale.set(asked, known);
      }
      return known;
    };
    const change = changeBetween(before.text, text);
    const { before: front, removed, added } = partsChange(before.file.parts, file.parts);
    const touched = this.partsOfSections(front, file, added.length, before.file, removed.length);
    return file.parts.map((_, i): PartResult | undefined => {
      const old = i < front ? i : i - added.length + removed.length;
      const result = i < front || i >= front + added.length ? previous.results[old] : undefined;
      if (result === undefined || result.isLoose || touched.has(i) || asksStale(result.asked)) return undefined;
      if (result.inherited !== inheritedBy(file, i)) return undefined;
      return carriedResult(result, before.file.startOf(old), file.startOf(i), change);
    });
  }

  /** Parts of hosts and components of which some part is another one now. */
  private partsOfSections(front: number, file: LuaFile, added: number, old: LuaFile, removed: number): ReadonlySet<number> {
    const index = this.configurations.own.indexOf(this.path);
    const hosts = new Set([...hostsAround(file, front, added), ...hostsAround(old, front, removed)]);
    return new Set([...hosts].flatMap((host) => index?.partsOfHost(host) ?? []));
  }

  /** Those that no part asks any more: while somebody types, others take their place all the time. */
  private dropQuestions(): void {
    const asked = new Set(this.results.map((result) => result.asked));
    if (this.askedSets.size < 2 * asked.size + MOST_UNUSED) return;
    this.askedSets.clear();
    for (const set of asked) this.askedSets.set(keyOf(set), set);
    for (const which of ["own", "config"] as const) {
      const used = new Set([...asked].flatMap((set) => [...set[which]]));
      for (const question of [...this.questions[which].keys()]) if (!used.has(question)) this.questions[which].delete(question);
    }
  }

  /** Things in their places take much room. */
  private forget(): void {
    this.configurations.own.forgetAnswers();
    this.configurations.config.forgetAnswers();
  }

  private get path(): string {
    return this.options.project?.path ?? "";
  }

  // ── Running rules ──

  private checkPart(i: number): PartResult {
    const { file } = this.options.analysis;
    const asked = { own: new Set<string>(), config: new Set<string>() };
    const { findings, unsure, isLoose } = this.run(i, asked);
    const { start } = file.placedPart(i);
    return {
      findings: findings.map(({ fixes: _, ...finding }) => relative(finding, -start)),
      asked: this.shared(asked),
      unsure,
      inherited: inheritedBy(file, i),
      isLoose,
    };
  }

  private shared({ own, config }: { readonly own: Set<string>; readonly config: Set<string> }): Asked {
    const key = keyOf({ own, config });
    const known = this.askedSets.get(key) ?? { own, config };
    this.askedSets.set(key, known);
    return known;
  }

  /** Findings with offsets of the file. What is asked is noted, unless nobody wants to know. */
  private run(
    i: number,
    asked?: { readonly own: Set<string>; readonly config: Set<string> },
  ): { readonly findings: readonly Finding[]; readonly unsure: ReadonlySet<string>; readonly isLoose: boolean } {
    const placed = this.options.analysis.file.placedPart(i);
    const { own, config } = this.configurations;
    const context = new RuleContext(placed, placed, this.options, this.configurations);
    const section = sectionKey(placed.sections.find(({ kind }) => kind !== "global") ?? placed.inherited);
    const recorder = (which: "own" | "config"): Recorder => ({
      section,
      record: (question, ask, answer) => {
        asked?.[which].add(question);
        if (asked !== undefined) this.questions[which].set(question, { ask, answer });
      },
    });
    const work = (): void => {
      context.run((rule) => rule.scope !== "configuration");
    };
    own.recording(recorder("own"), () => {
      if (config === own) work();
      else config.recording(recorder("config"), work);
    });
    return context;
  }

  private checkConfiguration(unsure: Set<string>): readonly Finding[] {
    const context = new RuleContext(EMPTY, undefined, this.options, this.configurations);
    context.run((rule) => rule.scope === "configuration");
    for (const rule of context.unsure) unsure.add(rule);
    return context.findings;
  }
}

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

/** The hosts and components that begin, or go on, in some parts. */
function hostsAround(file: LuaFile, from: number, count: number): readonly string[] {
  const hosts: string[] = [];
  for (let i = from; i < from + count; i++) {
    for (const part of [file.parts[i], file.parts[file.openerOf(i)]]) {
      for (const { sections } of part?.lowered ?? []) hosts.push(...sections.flatMap(({ host }) => host ?? []));
    }
  }
  return hosts;
}

function keyOf({ own, config }: Asked): string {
  return `${[...own].sort().join("\n")}\n\n${[...config].sort().join("\n")}`;
}

function hasAny(some: ReadonlySet<string>, of: ReadonlySet<string>): boolean {
  for (const one of some) if (of.has(one)) return true;
  return false;
}

function relative(finding: Finding, by: number): Finding {
  const { related } = finding;
  return {
    ...finding,
    span: shift(finding.span, by),
    ...(related === undefined ? {} : { related: related.map((one) => ({ ...one, span: shift(one.span, by) })) }),
  };
}

/** What is told of other parts has moved in its own way. */
function carriedResult(result: PartResult, from: number, to: number, change: Change): PartResult {
  if (!result.findings.some(({ related }) => related !== undefined)) return result;
  const move = ({ start, end }: Span): Span => ({
    start: carried(from + start, change) - to,
    end: carried(from + end, change) - to,
  });
  const findings = result.findings.map((finding) =>
    finding.related === undefined
      ? finding
      : { ...finding, related: finding.related.map((one) => ({ ...one, span: move(one.span) })) },
  );
  return { ...result, findings };
}
