// `prosody-config diff`: what differs between two effective configurations, such as before and after a change, with two env files, or
// for two versions.

import { Option } from "commander";
import type { Command } from "commander";
import { diffConfigs } from "../../core/effective/diff.ts";
import type { ConfigDifference } from "../../core/effective/diff.ts";
import { nameprep } from "../../core/effective/nameprep.ts";
import type { EffectiveError, EffectiveResult } from "../../core/effective/types.ts";
import type { EnvDialectChoice } from "../../core/model/envFile.ts";
import { Schema } from "../../core/schema/schema.ts";
import type { Version } from "../../core/schema/types.ts";
import { evaluateFiles } from "../effective/evaluateFiles.ts";
import { IMAGE_VERSIONS, evaluateImage, isImageVersion, noteOnHosts } from "../effective/evaluateImage.ts";
import { readEnvironment, refusedEnvironment } from "../effective/readEnvironment.ts";
import type { GivenEnvironment } from "../effective/readEnvironment.ts";
import { versionFor } from "../input/projectSettings.ts";
import { problemWithFile } from "../input/readInput.ts";
import { readKnowledgeFiles } from "../../nodeKnowledge.ts";
import { projectDialectOption, projectVersionOption } from "../options.ts";
import { outputColours } from "../print/colours.ts";
import { formatDifference } from "../print/difference.ts";
import type { Compared } from "../print/difference.ts";
import { toJson } from "../print/json.ts";
import { printNote, printOut, printProblem } from "../print/output.ts";
import { printable } from "../print/printable.ts";
import type { Done, ExitCode } from "../program.ts";

interface DiffOptions {
  readonly image?: boolean;
  readonly beforeEnv?: string;
  readonly afterEnv?: string;
  readonly beforeVersion?: Version;
  readonly afterVersion?: Version;
  readonly envDialect?: EnvDialectChoice;
  readonly host?: string;
  readonly format: "pretty" | "json";
}

/** One of the two. */
interface Side {
  readonly label: "BEFORE" | "AFTER";
  readonly version: Version;
  readonly environment: GivenEnvironment;
}

/** Undefined where one of the two has none, which has been told by then. */
type Evaluated = Compared | undefined;

export function addDiffCommand(program: Command, done: Done): void {
  program
    .command("diff")
    .description("show what differs between two configurations as Prosody sees them")
    .argument("[BEFORE]", "the main configuration file")
    .argument("[AFTER]", "the one to compare it with; may be the same file, with another env file or version")
    .option("--image", "instead of files: the official image without a configuration of its own, from the variables alone")
    .option("--before-env <FILE>", "the env file that BEFORE runs with")
    .option("--after-env <FILE>", "the env file that AFTER runs with")
    .addOption(named("--before-version <VERSION>", "the version of Prosody for BEFORE"))
    .addOption(named("--after-version <VERSION>", "the version of Prosody for AFTER"))
    .addOption(projectDialectOption("which tool reads the env files"))
    .option("--host <HOST>", "only this host or component, with what it takes over from the global section")
    .addOption(new Option("--format <FORMAT>", "for people or for programs").choices(["pretty", "json"]).default("pretty"))
    .addHelpText("after", DETAILS)
    .action(async (before: string | undefined, after: string | undefined, options: DiffOptions, command: Command) => {
      const { image, beforeEnv, afterEnv } = options;
      const versions = [
        await versionFor(options.beforeVersion, before ?? beforeEnv),
        await versionFor(options.afterVersion, after ?? afterEnv),
      ] as const;
      if (image !== true) {
        if (before === undefined || after === undefined)
          command.error("error: give BEFORE and AFTER (they may be the same file), or --image");
        done(await run(options, versions, (sides) => compareFiles([before, after], sides)));
        return;
      }
      if (before !== undefined) command.error("error: give either files or --image");
      if (!versions.every(isImageVersion)) command.error(`error: there are images of ${IMAGE_VERSIONS.join(", ")} only`);
      done(await run(options, versions, compareImages));
    });
}

/** As all commands take a version, under another name. */
function named(flags: string, description: string): Option {
  const { argChoices, parseArg, description: described } = projectVersionOption(description);
  const option = new Option(flags, described).choices(argChoices ?? []);
  return parseArg === undefined ? option : option.argParser(parseArg);
}

const DETAILS = `
What a host takes over from the global section is listed once, in the global section. Secrets are left out for people, who are told
only that they differ, and included in JSON.

Exit codes:
  0  no difference
  1  something differs
  2  wrong use, or one of the two does not load

Examples:
  prosody-config diff /etc/prosody/prosody.cfg.lua new/prosody.cfg.lua
  prosody-config diff --before-version 0.12 --after-version 13.0 prosody.cfg.lua prosody.cfg.lua
  prosody-config diff --image --before-env old.env --after-env new.env`;

async function run(
  options: DiffOptions,
  [beforeVersion, afterVersion]: readonly [Version, Version],
  compare: (sides: readonly [Side, Side]) => Evaluated | Promise<Evaluated>,
): Promise<ExitCode> {
  const { beforeEnv, afterEnv, envDialect } = options;
  const before = await readEnvironment(beforeEnv, envDialect);
  const after = afterEnv === beforeEnv ? before : await readEnvironment(afterEnv, envDialect);
  if (before === undefined || after === undefined) return 2;
  const compared = await compare([
    { label: "BEFORE", version: beforeVersion, environment: before },
    { label: "AFTER", version: afterVersion, environment: after },
  ]);
  return compared === undefined ? 2 : show(compared, afterVersion, options);
}

async function compareFiles(files: readonly [string, string], sides: readonly [Side, Side]): Promise<Evaluated> {
  const problems = (await Promise.all([...new Set(files)].map((file) => problemWithFile(file)))).filter(
    (problem) => problem !== undefined,
  );
  problems.forEach(printProblem);
  if (problems.length > 0) return undefined;
  const [beforeFile, afterFile] = files;
  const [before, after] = sides;
  const refused = sides.map(({ environment }) => refusedEnvironment(environment));
  if (refused.some((one) => one !== undefined)) return bothLoad(refused);
  const results = await evaluateFiles([
    { file: beforeFile, version: before.version, variables: before.environment.variables },
    { file: afterFile, version: after.version, variables: after.environment.variables },
  ]);
  const notes = results.flatMap(({ warnings }) => warnings.map(({ file, line, message }) => `${file}:${line}: ${message}`));
  for (const note of new Set(notes)) printNote(note);
  return bothLoad(results);
}

/** What a container happens to be called is no difference between the two, so a side without a host takes over that of the other. */
function compareImages(sides: readonly [Side, Side]): Evaluated {
  const [before, after] = sides;
  const pairs = [[before, hostFrom(after, before)] as const, [after, hostFrom(before, after)] as const];
  const notes = pairs.map(([{ environment }, standIn]) => noteOnHosts(environment, standIn)).filter((note) => note !== undefined);
  for (const note of new Set(notes)) printNote(note);
  return bothLoad(pairs.map(([{ version, environment }, standIn]) => evaluateImage(version, environment, standIn)));
}

/** The first host that the one side names; undefined: it names none, or the other side has a component of that name. */
function hostFrom(one: Side, other: Side): string | undefined {
  if (noteOnHosts(one.environment) !== undefined) return undefined;
  const result = evaluateImage(one.version, one.environment);
  const host = Object.keys(result.status === "ok" ? result.config : {}).find((name) => name !== "*");
  if (host === undefined || evaluateImage(other.version, other.environment, host).status === "ok") return host;
  return undefined;
}

function bothLoad([before, after]: readonly (EffectiveResult | undefined)[]): Evaluated {
  if (before?.status === "ok" && after?.status === "ok") return { before: before.config, after: after.config };
  if (before?.status === "error") printProblem({ path: "BEFORE", reason: reasonOf(before.error) });
  if (after?.status === "error") printProblem({ path: "AFTER", reason: reasonOf(after.error) });
  return undefined;
}

function reasonOf({ file, line, message }: EffectiveError): string {
  return printable(`does not load: ${file}:${line}: ${message.replace(/\.$/, "")}`);
}

function show(compared: Compared, version: Version, { host, format }: DiffOptions): ExitCode {
  const name = host === undefined || host === "*" ? host : (nameprep(host) ?? host);
  if (name !== undefined && !Object.hasOwn(compared.before, name) && !Object.hasOwn(compared.after, name)) {
    printProblem({ path: name, reason: "is a host of neither configuration" });
    return 2;
  }
  const all = diffConfigs(compared.before, compared.after);
  const difference = name === undefined ? all : ofHost(name, all, compared);
  if (format === "json") printOut(toJson(difference));
  else printOut(formatDifference(difference, compared, new Schema(readKnowledgeFiles(), version), outputColours()));
  const { addedHosts, removedHosts, changes } = difference;
  return addedHosts.length + removedHosts.length + changes.length === 0 ? 0 : 1;
}

/** With the global options that the host does not always set itself, as those change for it, too. */
function ofHost(
  host: string,
  { addedHosts, removedHosts, changes }: ConfigDifference,
  { before, after }: Compared,
): ConfigDifference {
  const [was, is] = [before[host], after[host]];
  const takesOver = (option: string): boolean =>
    was !== undefined && is !== undefined && !(Object.hasOwn(was, option) && Object.hasOwn(is, option));
  return {
    addedHosts: addedHosts.filter((each) => each === host),
    removedHosts: removedHosts.filter((each) => each === host),
    changes: changes.filter((change) => change.host === host || (change.host === "*" && takesOver(change.option))),
  };
}
