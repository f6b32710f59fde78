// The rules over one Lua file, part by part.

import type { LuaAnalysis } from "../analyse.ts";
import type { ConfigPart } from "../model/config.ts";
import type { Project } from "../model/project.ts";
import type { Schema } from "../schema/schema.ts";
import { configurationsOf } from "../semantics/around.ts";
import type { Configurations, SharedConfiguration } from "../semantics/around.ts";
import type { Recorder } from "../semantics/configuration.ts";
import type { Questions } from "../semantics/questions.ts";
import { sectionKey } from "../semantics/sections.ts";
import { kept, keptOf } from "../text/kept.ts";
import type { Pace } from "../text/pace.ts";
import type { Span } from "../text/span.ts";
import { RuleContext } from "./luaContext.ts";
import { inheritedBy, keptResults, moved, newMemory, nothingAsked } from "./luaKept.ts";
import type { Checked, Memory, PartResult } from "./luaKept.ts";
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

/** So many statements are kept in their places at a time. */
const MOST_PLACES = 4000;

/** So many questions are kept that nobody asks any more. */
const MOST_UNUSED = 2000;

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
    const memory = previous?.memory ?? newMemory();
    const results = previous?.memory === undefined ? [] : keptResults(this.looked, previous.looked, previous.results, memory);
    if (previous !== undefined) previous.memory = undefined;
    const complete: PartResult[] = [];
    let places = 0;
    for (const [i, part] of file.parts.entries()) {
      const known = results[i];
      if (known === undefined) {
        options.pace?.();
        places += part.chunks.length;
      }
      complete.push(known ?? this.checkPart(i, memory));
      if (places > MOST_PLACES) {
        this.forget();
        places = 0;
      }
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

  private get looked(): Checked {
    const { analysis, project } = this.options;
    return { analysis, project, configurations: this.configurations };
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

const EMPTY: ConfigPart = { sections: [], settings: [], includes: [], envRefs: [], locals: [], luaReads: [], wordReads: [] };
