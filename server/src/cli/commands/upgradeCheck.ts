// `prosody-config check --upgrade-from VERSION`: what moving from that version to --prosody-version means for each file, and, with
// --fix, the changes that can be made without asking.

import { Option } from "commander";
import { analyse } from "../../core/analyse.ts";
import type { Analysis } from "../../core/analyse.ts";
import { applyUpgrade } from "../../core/migrate/apply.ts";
import { upgradeReport } from "../../core/migrate/report.ts";
import type { Upgrade } from "../../core/migrate/upgrade.ts";
import { SEVERITIES } from "../../core/rules/rule.ts";
import type { Severity } from "../../core/rules/rule.ts";
import type { Schema } from "../../core/schema/schema.ts";
import type { Version } from "../../core/schema/types.ts";
import { compareVersions } from "../../core/schema/version.ts";
import type { FileKind } from "../../core/source.ts";
import { ConditionsByFile } from "../check/conditions.ts";
import type { Asked, Conditions } from "../check/conditions.ts";
import { isFileKind } from "../input/guessKind.ts";
import { resolveInputs } from "../input/inputs.ts";
import type { Input } from "../input/inputs.ts";
import type { Problem } from "../input/problem.ts";
import { DiskProjects } from "../input/project.ts";
import { readInput } from "../input/readInput.ts";
import { replaceFile } from "../input/replaceFile.ts";
import { prosodyVersionOption } from "../options.ts";
import { outputColours } from "../print/colours.ts";
import { printNote, printOut, printProblem } from "../print/output.ts";
import { formatUpgrades, formatUpgradesAsJson, placeOf, placesOf } from "../print/upgrade.ts";
import type { UpgradedFile } from "../print/upgrade.ts";
import type { ExitCode } from "../program.ts";

export interface UpgradeCheckOptions extends Asked {
  readonly format: string;
  readonly failOn: Severity | "never";
  readonly stdinPath?: string;
}

/** `safe`: make the changes that need no question; `unsafe`: also those that change what the server does. */
export type Changes = "none" | "safe" | "unsafe";

export function upgradeFromOption(): Option {
  const description = "show what moving from this version to --prosody-version changes, in place of all findings";
  const { argChoices, parseArg } = prosodyVersionOption(description);
  const option = new Option("--upgrade-from <VERSION>", description).choices(argChoices ?? []);
  return parseArg === undefined ? option : option.argParser(parseArg);
}

interface Read {
  readonly input: Input;
  readonly kind: FileKind;
  readonly from: Schema;
  readonly conditions: Conditions;
  readonly analysis: Analysis;
}

export async function runUpgradeCheck(
  paths: readonly string[],
  upgradeFrom: Version,
  options: UpgradeCheckOptions,
  changes: Changes,
): Promise<ExitCode> {
  const { inputs, problems: unresolved } = resolveInputs(paths, options.stdinPath);
  const [before, after] = [new ConditionsByFile({ ...options, prosodyVersion: upgradeFrom }), new ConditionsByFile(options)];
  const problems: Problem[] = [];
  const projects = new DiskProjects();
  const read: Read[] = [];
  for (const input of inputs) {
    const { path, kind } = input;
    if (!isFileKind(kind)) {
      if (paths.includes(path)) printNote(`${path} is left out: --upgrade-from is for configurations and env files.`);
      continue;
    }
    const conditions = await after.of(input);
    if (conditions.ignored) continue;
    const result = await readInput(input);
    if (!result.ok) {
      problems.push(result.problem);
      continue;
    }
    const analysis = analyse(kind, result.text, { dialect: conditions.dialect });
    if (input.from === "file") await projects.add(path, analysis);
    read.push({ input, kind, from: (await before.of(input)).schema, conditions, analysis });
  }
  const files = read.flatMap((one) => upgraded(one, projects, changes, problems));
  const all = [...unresolved, ...after.problems, ...problems];
  all.forEach(printProblem);
  printOut(options.format === "json" ? formatUpgradesAsJson(files) : formatUpgrades(files, outputColours()));
  if (all.length > 0) return 2;
  if (options.failOn !== "never" && files.some(({ syntaxError }) => syntaxError !== undefined)) return 1;
  return files.some(({ upgrade }) => upgrade.entries.some(({ severity }) => fails(severity, options.failOn))) ? 1 : 0;
}

function upgraded(one: Read, projects: DiskProjects, changes: Changes, problems: Problem[]): readonly UpgradedFile[] {
  const { input, kind, from, conditions } = one;
  const { path } = input;
  try {
    const broken = syntaxErrorOf(one);
    if (broken !== undefined) return [{ path, kind, ...broken, ...(changes === "none" ? {} : { applied: 0 }) }];
    const { analysis, applied } = changes === "none" ? { analysis: one.analysis } : change(one, changes, problems);
    const project = input.from === "file" ? projects.of(path) : undefined;
    const { severities } = conditions;
    const upgrade = upgradeReport(analysis, from, conditions.schema, {
      severities,
      ...(project === undefined ? {} : { project }),
    });
    const places = placesOf(upgrade, analysis.text, analysis.lines);
    return [{ path, kind, upgrade, places, ...(applied === undefined ? {} : { applied }) }];
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error;
    problems.push({ path, reason: `could not be checked, because of a mistake in prosody-config itself (${name})` });
    return [];
  }
}

/** The first one. What a damaged file seems to say is no base for a comparison, nor for changes. */
function syntaxErrorOf({
  from,
  conditions,
  analysis,
}: Read): Pick<UpgradedFile, "upgrade" | "places" | "syntaxError"> | undefined {
  const [issue] = analysis.kind === "lua" ? analysis.syntax.issues : analysis.kind === "env" ? analysis.file.issues : [];
  if (issue === undefined) return undefined;
  const order = compareVersions(from.version, conditions.schema.version);
  const direction = order === 0 ? "none" : order < 0 ? "up" : "down";
  const upgrade: Upgrade = {
    from: from.version,
    to: conditions.schema.version,
    direction,
    entries: [],
    fixable: 0,
    unreadable: true,
  };
  const place = placeOf(issue.span, analysis.text, analysis.lines);
  return place === undefined ? undefined : { upgrade, places: [], syntaxError: { message: issue.message, ...place } };
}

function change(
  { input, kind, conditions, analysis }: Read,
  changes: Changes,
  problems: Problem[],
): { readonly analysis: Analysis; readonly applied?: number } {
  const analysed = (text: string): Analysis => analyse(kind, text, { dialect: conditions.dialect });
  const { severities, schema } = conditions;
  const { text, applied } = applyUpgrade(analysis, schema, {
    severities,
    unsafe: changes === "unsafe",
    analyse: analysed,
  });
  if (text === analysis.text) return { analysis, applied: 0 };
  const problem = replaceFile(input.path, analysis.text, text);
  if (problem === undefined) return { analysis: analysed(text), applied };
  problems.push(problem);
  return { analysis };
}

function fails(severity: Severity, limit: Severity | "never"): boolean {
  return limit !== "never" && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit);
}
