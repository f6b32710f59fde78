// What each tool passes on for a line of an env file, for its hover. The value of a secret is never shown, and neither is one that
// was put together from other variables, since one of those may be a secret.

import type { EnvAnalysis } from "../analyse.ts";
import type { EnvVariable } from "../model/envFile.ts";
import { parseEnv } from "../syntax/env/index.ts";
import type { EnvAssignment, EnvDialect } from "../syntax/env/index.ts";
import { readAsShell } from "../syntax/env/shell.ts";
import { DIALECT_NAMES, ENV_DIALECTS } from "../syntax/env/dialects.ts";

/** What a tool makes of the line. */
type Outcome = { readonly kind: "value"; readonly value: string } | { readonly kind: "words"; readonly words: string };

const NAMES: Readonly<Record<EnvDialect | "sh", string>> = { ...DIALECT_NAMES, sh: "sh" };

/** Markdown. */
export function envReadings(analysis: EnvAnalysis, variable: EnvVariable, secret: boolean): string {
  const { text, file } = analysis;
  const readings = ENV_DIALECTS.map((dialect) => ({ dialect, ...outcomeOf(text, variable, dialect) }));
  const outcomes = new Map<EnvDialect | "sh", Outcome>(readings.map(({ dialect, outcome }) => [dialect, outcome]));
  const shell = ofShell(text, variable);
  if (shell !== undefined) outcomes.set("sh", shell);
  const groups = grouped(outcomes);
  const evidence = (file.readers ?? []).map((reader) => reader.evidence).join(" ");
  const raw = text.slice(variable.valueSpan.start, variable.valueSpan.end);
  // What one tool takes for the rest of a value is another variable to the next one, and may be a secret.
  const holdsAnother = (value: string): boolean =>
    file.variables.some(({ name }) => name !== variable.name && value.includes(`${name}=`));
  const isHidden = (value: string): boolean =>
    secret || holdsAnother(value) || (/\$[A-Za-z_{]/.test(raw) && !raw.includes(value));
  const differ = groups.length > 1;
  const refusals = readings.flatMap(({ dialect, refusedAt }) =>
    refusedAt === undefined
      ? []
      : [`${NAMES[dialect]} refuses the file because of line ${analysis.lines.at(refusedAt).line + 1}.`],
  );
  const main = differ ? list(groups, isHidden) : agreement(groups[0], isHidden);
  return [evidence, main, refusals.join(" ")].filter((part) => part !== "").join("\n\n");
}

interface Group {
  readonly tools: readonly (EnvDialect | "sh")[];
  readonly outcome: Outcome;
}

function grouped(outcomes: ReadonlyMap<EnvDialect | "sh", Outcome>): readonly Group[] {
  const groups = new Map<string, { tools: (EnvDialect | "sh")[]; outcome: Outcome }>();
  for (const [tool, outcome] of outcomes) {
    const key = JSON.stringify(outcome);
    const group = groups.get(key) ?? { tools: [], outcome };
    group.tools.push(tool);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function agreement(group: Group | undefined, isHidden: (value: string) => boolean): string {
  if (group === undefined) return "";
  const { tools, outcome } = group;
  const who = and(tools);
  return outcome.kind === "words"
    ? `${who}: ${outcome.words}.`
    : `${who} read the same: ${shown(outcome.value, isHidden, "•••")}.`;
}

function list(groups: readonly Group[], isHidden: (value: string) => boolean): string {
  let hidden = 0;
  const rows = groups.map(({ tools, outcome }) => {
    if (outcome.kind === "words") return `- ${and(tools)}: ${outcome.words}`;
    const instead = hidden === 0 ? "•••" : "••• (another text)";
    if (outcome.value !== "" && isHidden(outcome.value)) hidden++;
    return `- ${and(tools)}: ${shown(outcome.value, isHidden, instead)}`;
  });
  return ["The tools read this differently:", "", ...rows].join("\n");
}

function shown(value: string, isHidden: (value: string) => boolean, instead: string): string {
  if (value === "") return "nothing";
  if (isHidden(value)) return instead;
  const visible = value.replace(/\r/g, "␍").replace(/\n/g, "⏎").replace(/\t/g, "⇥");
  const short = visible.length > 120 ? `${visible.slice(0, 119)}…` : visible;
  const fence = short.includes("`") ? "``" : "`";
  // Blanks at the ends are what this is about, and Markdown takes one at each end away.
  const inner = /^[ `]|[ `]$/.test(short) ? ` ${short} ` : short;
  return `${fence}${inner}${fence}`;
}

interface OutcomeOf {
  readonly outcome: Outcome;
  /** Where another line makes the tool refuse the file. */
  readonly refusedAt?: number;
}

function outcomeOf(text: string, { name, nameSpan, span }: EnvVariable, dialect: EnvDialect): OutcomeOf {
  const { assignments, issues } = parseEnv(text, dialect);
  const refused = issues.filter((issue) => issue.fatal);
  if (refused.some((issue) => issue.span.start <= span.end && span.start <= issue.span.end))
    return { outcome: { kind: "words", words: "refuses the whole file because of this line" } };
  const refusedAt = refused[0]?.span.start;
  const own = assignments.find((one) => one.nameSpan.start === nameSpan.start && one.name === name);
  return { outcome: assigned(own), ...(refusedAt === undefined ? {} : { refusedAt }) };
}

function assigned(own: EnvAssignment | undefined): Outcome {
  if (own === undefined) return { kind: "words", words: "not set" };
  if (own.value === undefined) return { kind: "words", words: "the value of its own environment, if there is one" };
  if (own.uncertain === true) return { kind: "words", words: "with other variables put in, which this file does not tell" };
  return { kind: "value", value: own.value };
}

/** Undefined: not certain. */
function ofShell(text: string, { nameSpan }: EnvVariable): Outcome | undefined {
  const { readings, refused } = readAsShell(text);
  if (refused) return { kind: "words", words: "stops at a quote that is never closed" };
  const reading = readings.get(nameSpan.start);
  if (reading === undefined) return undefined;
  return reading.kind === "value" ? reading : { kind: "words", words: "takes it for a command, and sets nothing" };
}

function and(tools: readonly (EnvDialect | "sh")[]): string {
  const names = tools.map((tool) => NAMES[tool]);
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
