// What the rules for Lua files see while they look at one part of a file, and what they say of it. It notes whether what they say depends
// on more than the part and the answers they got.

import type { ConfigPart, Section, Setting } from "../model/config.ts";
import type { Environment, Project } from "../model/project.ts";
import type { Schema } from "../schema/schema.ts";
import type { Configurations } from "../semantics/around.ts";
import type { Configuration } from "../semantics/configuration.ts";
import type { Span } from "../text/span.ts";
import type { LuaCheckOptions } from "./luaCheck.ts";
import type { Finding, LuaContext, LuaRule, Report } from "./rule.ts";

export class RuleContext implements LuaContext {
  readonly findings: Finding[] = [];
  /** Rules that had nothing to say, or less, for want of knowledge. */
  readonly unsure = new Set<string>();
  /** It depends on places in other parts, or on other files. */
  isLoose = false;
  readonly text: string;
  readonly schema: Schema;
  readonly own: Configuration;
  private readonly answers = new Map<unknown, unknown>();
  private rule: LuaRule | undefined;

  constructor(
    readonly file: ConfigPart,
    /** Where the part stands; undefined: all of the file is looked at. */
    private readonly span: Span | undefined,
    private readonly options: LuaCheckOptions,
    private readonly configurations: Configurations,
  ) {
    this.text = options.analysis.text;
    this.schema = options.schema;
    this.own = configurations.own;
  }

  run(rules: readonly LuaRule[]): void {
    for (const rule of rules) {
      this.rule = rule;
      rule.check(this);
    }
  }

  readonly report = (report: Report): void => {
    const { rule } = this;
    if (rule === undefined) return;
    this.looksAt(report.span);
    // Of what does not parse, only that is said.
    if (this.options.analysis.syntax.isDoubtful(report.span)) return;
    this.findings.push(this.options.toFinding(rule, report));
  };

  readonly isHere = (thing: Setting | Section): boolean => {
    const { own, config } = this.configurations;
    return own.homeOf(thing) !== undefined || (config !== own && config.homeOf(thing)?.path === this.options.project?.path);
  };

  /** In a message, the number is another one as soon as lines are added above. */
  readonly line = (offset: number): number => {
    this.isLoose = true;
    return this.options.analysis.lines.at(offset).line + 1;
  };

  get config(): Configuration {
    this.wants(this.options.project?.complete === true);
    return this.configurations.config;
  }

  get project(): Project | undefined {
    const { project } = this.options;
    this.wants(project?.complete === true);
    this.isLoose = true;
    return project;
  }

  get environment(): Environment | undefined {
    const environment = this.options.project?.environment;
    this.wants(environment?.certain === true);
    return environment;
  }

  get exposure(): LuaContext["exposure"] {
    const { project } = this.options;
    this.wants(project?.complete === true);
    return project?.files.find(({ path }) => path === project.path);
  }

  once<Answer>(work: (context: LuaContext) => Answer): Answer {
    const known = this.answers.get(work);
    if (known !== undefined || this.answers.has(work)) return known as Answer;
    const answer = work(this);
    this.answers.set(work, answer);
    return answer;
  }

  private looksAt({ start, end }: Span): void {
    if (this.span !== undefined && (start < this.span.start || end > this.span.end)) this.isLoose = true;
  }

  private wants(isKnown: boolean): void {
    if (!isKnown && this.rule !== undefined) this.unsure.add(this.rule.id);
  }
}
