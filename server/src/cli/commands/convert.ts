// `prosody-config convert`: from an env file of the official image to a configuration of one's own, and the other way; and from one
// tool's form of an env file to another's.

import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { Option } from "commander";
import type { Command } from "commander";
import { configToEnv, envToConfig } from "../../core/convert/convert.ts";
import type { Conversion, ConvertedFile } from "../../core/convert/convert.ts";
import { refusalOf } from "../../core/effective/environment.ts";
import { envToForm } from "../../core/convert/envToForm.ts";
import type { EnvDialectChoice } from "../../core/model/envFile.ts";
import { Schema } from "../../core/schema/schema.ts";
import type { Version } from "../../core/schema/types.ts";
import type { EnvTarget } from "../../core/syntax/env/write.ts";
import { evaluateFiles } from "../effective/evaluateFiles.ts";
import { readEnvironment } from "../effective/readEnvironment.ts";
import { envReadersOf } from "../input/envReaders.ts";
import { problemWithFile, readUtf8 } from "../input/readInput.ts";
import { dialectFor, versionFor } from "../input/projectSettings.ts";
import { readKnowledgeFiles } from "../../nodeKnowledge.ts";
import { projectDialectOption, projectVersionOption } from "../options.ts";
import { ENV_DIALECTS, USUAL_DIALECTS } from "../../core/syntax/env/dialects.ts";
import { toJson } from "../print/json.ts";
import { printNote, printOut, printProblem, printProblems } from "../print/output.ts";
import { printable } from "../print/printable.ts";
import type { Done, ExitCode } from "../program.ts";
import { writeFiles } from "../writeFiles.ts";

const TARGETS = ["config", "env", ...ENV_DIALECTS, "portable"] as const;

interface ConvertOptions {
  readonly to: (typeof TARGETS)[number];
  readonly environment?: string;
  readonly envDialect?: EnvDialectChoice;
  readonly prosodyVersion?: Version;
  readonly output?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

export function addConvertCommand(program: Command, done: Done): void {
  program
    .command("convert")
    .description(
      "convert an env file of the official image to a configuration or for another tool, or a configuration to an env file",
    )
    .argument("<FILE>", "the env file, or the main configuration file")
    .addOption(
      new Option("--to <FORM>", "what to make of it; portable: an env file that docker, Compose and podman read alike")
        .choices(TARGETS)
        .makeOptionMandatory(),
    )
    .option("--environment <FILE>", "with --to env: an env file with what the configuration reads")
    .addOption(projectDialectOption("which tool reads the env file that is given"))
    .addOption(projectVersionOption("the version of your server"))
    .option("-o, --output <FILE>", "write it there instead of to standard output; what is there already is kept")
    .option("--force", "overwrite what is there already")
    .option("--json", "all files and notes, for programs")
    .addHelpText("after", DETAILS)
    .action(async (file: string, options: ConvertOptions) => {
      done(await run(file, options));
    });
}

const DETAILS = `
A configuration made of an env file reads its secrets from the environment. Those that have no variable of the image get one, in a file
component-secrets.env beside the output. Secrets are never written to standard output, nor values that may be some.
An env file for another tool keeps its values, comments and empty lines. What has no form there stays as it is and is named.

Exit codes:
  0  done
  1  the server would not start with what is there, or the tool that reads an env file refuses it
  2  wrong use, or a file that cannot be read or written

Examples:
  prosody-config convert --to config prosody.env > prosody.cfg.lua
  prosody-config convert --to env -o prosody.env prosody.cfg.lua
  prosody-config convert --to portable -o portable.env prosody.env`;

async function run(file: string, options: ConvertOptions): Promise<ExitCode> {
  const conversion = await convert(file, options);
  if (conversion === undefined) return 2;
  if (!conversion.ok) {
    printProblem({ path: file, reason: `cannot be converted: ${conversion.reason.replace(/\.$/, "")}` });
    return 1;
  }
  const { files, notes } = conversion;
  if (options.json === true && options.output === undefined) {
    printOut(toJson({ files: files.map(({ name, kind, shown }) => ({ name, kind, text: shown })), notes }));
    return 0;
  }
  notes.forEach(printNote);
  if (options.output !== undefined) return writeAll(options.output, files, options.force === true);
  if (files.some(({ text, shown }) => text !== shown))
    printNote("what is or may be a secret is left out on standard output; --output writes it");
  printOut(files[0]?.shown ?? "");
  return 0;
}

async function convert(file: string, options: ConvertOptions): Promise<Conversion | undefined> {
  const { to, envDialect } = options;
  const version = await versionFor(options.prosodyVersion, file);
  for (const path of [file, ...(options.environment === undefined ? [] : [options.environment])]) {
    const problem = await problemWithFile(path, "refused");
    if (problem === undefined) continue;
    printProblem(problem);
    return undefined;
  }
  if (to !== "config" && to !== "env") return convertEnvFile(file, to === "portable" ? "everywhere" : to, version, options);
  if (to === "config") {
    const environment = await readEnvironment(file, envDialect);
    if (environment === undefined) return undefined;
    const refused = refusalOf(environment.env, environment.lines);
    return refused === undefined
      ? envToConfig({ variables: environment.variables, version, hostname: hostname() })
      : { ok: false, reason: `line ${refused.line}: ${refused.message}` };
  }
  const environment = await readEnvironment(options.environment, envDialect);
  if (environment === undefined) return undefined;
  const refused = refusalOf(environment.env, environment.lines);
  if (refused !== undefined)
    return { ok: false, reason: `line ${refused.line} of ${printable(environment.path)}: ${refused.message}` };
  const [result] = await evaluateFiles([{ file, version, variables: environment.variables }]);
  if (result === undefined) return undefined;
  if (result.status === "ok" && JSON.stringify(result.config).includes("\uFFFD"))
    return { ok: false, reason: "a value is not valid UTF-8, so it would not be the same in an env file" };
  if (result.status === "ok") return configToEnv(result.config, new Schema(readKnowledgeFiles(), version));
  return { ok: false, reason: `line ${result.error.line}: ${result.error.message}` };
}

async function convertEnvFile(
  path: string,
  to: EnvTarget,
  version: Version,
  options: ConvertOptions,
): Promise<Conversion | undefined> {
  const read = await readUtf8({ from: "file", path, kind: "env" });
  if (!read.ok) {
    printProblem(read.problem);
    return undefined;
  }
  const envDialect = await dialectFor(options.envDialect, path);
  const found = envDialect === "auto" ? (await envReadersOf(path)).map(({ dialect }) => dialect) : [envDialect];
  return envToForm({
    text: read.text,
    readers: found.length > 0 ? found : USUAL_DIALECTS,
    to,
    schema: new Schema(readKnowledgeFiles(), version),
  });
}

/** The first under the name that was given, others beside it. */
async function writeAll(output: string, files: readonly ConvertedFile[], force: boolean): Promise<ExitCode> {
  const folder = dirname(output);
  const placed = files.map(({ name, kind, text }, i) => {
    // A configuration reads its secrets from elsewhere, and the server's user has to be able to read it.
    const file = { text, secret: kind === "env" };
    return i === 0 ? { ...file, path: output } : { ...file, path: join(folder, name), within: [folder] };
  });
  return printProblems(await writeFiles(placed, force));
}
