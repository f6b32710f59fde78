// `prosody-config check --upgrade-from VERSION`: what moving from that version to --prosody-version means for each file, and, with
// --fix, the changes that can be made without asking.

import { Option } from "commander";
import type { Upgrade } from "../../core/migrate/upgrade.ts";
import { SEVERITIES } from "../../core/rules/rule.ts";
import type { Severity } from "../../core/rules/rule.ts";
import type { Schema } from "../../core/schema/schema.ts";
import type { Version } from "../../core/schema/types.ts";
import { compareVersions } from "../../core/schema/version.ts";
import { upgradeOf, upgradedText } from "../../workspace/upgrade.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { guarded, openInputs, writeFixed } from "../check/run.ts";
import type { Mending } from "../check/run.ts";
import { addressOf } from "../input/documents.ts";
import { isFileKind } from "../input/guessKind.ts";
import { resolveInputs } from "../input/inputs.ts";
import type { Input } from "../input/inputs.ts";
import type { Problem } from "../input/problem.ts";
import { openWorkspace } from "../openWorkspace.ts";
import type { Asked, OpenedWorkspace } from "../openWorkspace.ts";
import { prosodyVersionOption } from "../options.ts";
import { outputColours } from "../print/colours.ts";
import { printNote, printOut, printProblem } from "../print/output.ts";
import { formatUpgrades, formatUpgradesAsJson, placeOf, placesOf } from "../print/upgrade.ts";
import type { UpgradedFile } from "../print/upgrade.ts";
import type { ExitCode } from "../program.ts";

export interface UpgradeCheckOptions extends Asked {
  readonly format: keyof typeof UPGRADE_FORMATS;
  readonly failOn: Severity | "never";
  readonly stdinPath?: string;
}

export const UPGRADE_FORMATS = {
  pretty: (files: readonly UpgradedFile[]) => formatUpgrades(files, outputColours()),
  json: formatUpgradesAsJson,
} as const;

export function upgradeFromOption(): Option {
  const description = "show what moving from this version to --prosody-version changes, in place of all findings";
  const { argChoices, parseArg } = prosodyVersionOption(description);
  const option = new Option("--upgrade-from <VERSION>", description).choices(argChoices ?? []);
  return parseArg === undefined ? option : option.argParser(parseArg);
}

export async function runUpgradeCheck(
  paths: readonly string[],
  upgradeFrom: Version,
  options: UpgradeCheckOptions,
  mending: Mending,
): Promise<ExitCode> {
  const { inputs, folders, problems: unresolved } = await resolveInputs(paths, options.stdinPath);
  const opened = openWorkspace(options, { folders, files: filesIn(inputs) });
  const wanted = inputs.filter(({ path, kind }) => {
    if (isFileKind(kind)) return true;
    if (paths.includes(path)) printNote(`${path} is left out: --upgrade-from is for configurations and env files.`);
    return false;
  });
  const { inputs: read, problems: unread } = await openInputs(wanted, opened);
  const problems = [...unread];
  const files: UpgradedFile[] = [];
  for (const input of read) {
    const work = async (): Promise<void> => void files.push(...(await upgraded(input, upgradeFrom, opened, mending, problems)));
    await guarded(input, problems, work);
  }
  const all = [...unresolved, ...opened.problems(), ...problems];
  all.forEach(printProblem);
  printOut(UPGRADE_FORMATS[options.format](files));
  if (all.length > 0) return 2;
  if (options.failOn !== "never" && files.some(({ syntaxError }) => syntaxError !== undefined)) return 1;
  return files.some(({ upgrade }) => upgrade.entries.some(({ severity }) => fails(severity, options.failOn))) ? 1 : 0;
}

/** What was named is opened, what was found lies in its folder. */
export function filesIn(inputs: readonly Input[]): readonly string[] {
  return inputs.flatMap(({ from, path }) => (from === "file" ? [path] : []));
}

async function upgraded(
  input: Input,
  upgradeFrom: Version,
  opened: OpenedWorkspace,
  mending: Mending,
  problems: Problem[],
): Promise<readonly UpgradedFile[]> {
  const { path, kind } = input;
  if (!isFileKind(kind)) return [];
  const address = addressOf(input);
  const { workspace } = opened;
  const before = await workspace.snapshot(address);
  if (before === undefined) return [];
  const { schema: from } = await workspace.surroundings(address, upgradeFrom);
  const broken = syntaxErrorOf(before, from);
  if (broken !== undefined) return [{ path, kind, ...broken, ...(mending === "none" ? {} : { applied: 0 }) }];
  let applied: number | undefined;
  if (mending !== "none") {
    const fixed = upgradedText(before, before.schema, mending === "unsafe");
    const isDone = await writeFixed(input, before, fixed.text, opened, problems);
    applied = isDone || fixed.text === before.analysis.text ? fixed.fixes.length : undefined;
  }
  const snapshot = (await workspace.snapshot(address)) ?? before;
  const upgrade = upgradeOf(snapshot, from);
  const places = placesOf(upgrade, snapshot.analysis.text, snapshot.analysis.lines);
  return [{ path, kind, upgrade, places, ...(applied === undefined ? {} : { applied }) }];
}

/** The first one. What a damaged file seems to say is no base for a comparison, nor for changes. */
function syntaxErrorOf(
  { analysis, schema }: Snapshot,
  from: Schema,
): Pick<UpgradedFile, "upgrade" | "places" | "syntaxError"> | undefined {
  const [issue] = analysis.kind === "lua" ? analysis.syntax.issues : analysis.kind === "env" ? analysis.file.issues : [];
  if (issue === undefined) return undefined;
  const order = compareVersions(from.version, schema.version);
  const direction = order === 0 ? "none" : order < 0 ? "up" : "down";
  const upgrade: Upgrade = { from: from.version, to: schema.version, direction, entries: [], fixable: 0, unreadable: true };
  const place = placeOf(issue.span, analysis.text, analysis.lines);
  return place === undefined ? undefined : { upgrade, places: [], syntaxError: { message: issue.message, ...place } };
}

export function fails(severity: Severity, limit: Severity | "never"): boolean {
  return limit !== "never" && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit);
}
