// `prosody-config effective`: what Prosody makes of a configuration with all its includes, host by host, found out by running it in
// a sandbox.

import { readFileSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Option } from "commander";
import type { Command } from "commander";
import { environmentOf } from "../../core/effective/environment.ts";
import { nameprep } from "../../core/effective/nameprep.ts";
import type { EffectiveResult } from "../../core/effective/types.ts";
import { readEnvFile } from "../../core/model/envFile.ts";
import type { EnvDialectChoice } from "../../core/model/envFile.ts";
import { Schema } from "../../core/schema/schema.ts";
import type { Version } from "../../core/schema/types.ts";
import { diskFiles } from "../../effective/diskFiles.ts";
import { Evaluator } from "../../effective/evaluator.ts";
import { startNodeThread } from "../../effective/nodeThread.ts";
import { relabel } from "../../effective/relabel.ts";
import { problemOf } from "../input/problem.ts";
import { readInput } from "../input/readInput.ts";
import { readKnowledgeFiles } from "../../nodeKnowledge.ts";
import { CURRENT_VERSION, prosodyVersionOption } from "../options.ts";
import { outputColours } from "../print/colours.ts";
import { formatEffective } from "../print/effective.ts";
import { toJson } from "../print/json.ts";
import { printNote, printOut, printProblem } from "../print/output.ts";
import type { Done, ExitCode } from "../program.ts";

interface EffectiveOptions {
  readonly envFile?: string;
  readonly envDialect: EnvDialectChoice;
  readonly host?: string;
  readonly prosodyVersion: Version;
  readonly format: "pretty" | "json";
}

export function addEffectiveCommand(program: Command, done: Done): void {
  program
    .command("effective")
    .description("show what Prosody makes of a configuration, host by host")
    .argument("<FILE>", "the main configuration file; what it includes is read from its folder and below")
    .option("--env-file <FILE>", "the environment that the server runs with; without it, none")
    .addOption(
      new Option("--env-dialect <TOOL>", "which tool reads that env file")
        .choices(["auto", "docker", "compose", "podman"])
        .default("auto"),
    )
    .option("--host <HOST>", "only this host or component")
    .addOption(prosodyVersionOption("the version of your server").default(CURRENT_VERSION))
    .addOption(new Option("--format <FORMAT>", "for people or for programs").choices(["pretty", "json"]).default("pretty"))
    .addHelpText("after", DETAILS)
    .action(async (file: string, options: EffectiveOptions) => {
      done(await runEffective(file, options));
    });
}

const DETAILS = `
The configuration runs in a sandbox: it reads nothing outside of the folder of FILE, starts nothing, and is stopped when it takes
too long. Secrets are left out for people and included in JSON.

Exit codes:
  0  the configuration loads
  1  it does not
  2  wrong use, or a file that cannot be read

Examples:
  prosody-config effective /etc/prosody/prosody.cfg.lua
  prosody-config effective --host chat.example.com prosody.cfg.lua
  prosody-config effective --env-file prosody.env --format json prosody.cfg.lua`;

async function runEffective(file: string, options: EffectiveOptions): Promise<ExitCode> {
  const environment = await readEnvironment(options);
  if (environment === undefined || !isReadable(file)) return 2;
  const root = forwardSlashes(resolve(dirname(file)));
  const entry = forwardSlashes(resolve(file));
  const evaluator = new Evaluator(() =>
    startNodeThread({ worker: join(__dirname, "evaluator.cjs"), wasm: join(__dirname, "lua.wasm") }),
  );
  let evaluated: EffectiveResult;
  try {
    const request = { entry, version: options.prosodyVersion, environment, now: Date.now() / 1000, hostname: hostname() };
    evaluated = await evaluator.evaluate({ ...request, missingFolders: "empty" }, await diskFiles(root));
  } finally {
    evaluator.dispose();
  }
  const result = relabel(evaluated, `${root}/`, file.slice(0, file.length - (entry.length - root.length - 1)));
  return show(result, options);
}

function show(result: EffectiveResult, { host, format, prosodyVersion }: EffectiveOptions): ExitCode {
  const name = host === undefined || host === "*" ? host : (nameprep(host) ?? host);
  if (name !== undefined && result.status === "ok" && !Object.hasOwn(result.config, name)) {
    const known = Object.keys(result.config).filter((each) => each !== "*");
    const hint = known.length === 0 ? "it has no host at all" : `it has ${known.join(", ")}`;
    printProblem({ path: name, reason: `is no host of this configuration; ${hint}` });
    return 2;
  }
  if (format === "json") printOut(toJson(forPrograms(result, name)));
  else printOut(formatEffective(result, new Schema(readKnowledgeFiles(), prosodyVersion), outputColours(), name));
  return result.status === "ok" ? 0 : 1;
}

function forPrograms(result: EffectiveResult, host: string | undefined): object {
  const { status, warnings } = result;
  if (result.status === "error") return { status, error: result.error, warnings, config: {}, origins: {} };
  const only = <T>(table: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    host === undefined ? table : Object.fromEntries(Object.entries(table).filter(([name]) => name === host));
  return { status, warnings, config: only(result.config), origins: only(result.origins) };
}

async function readEnvironment({ envFile, envDialect }: EffectiveOptions): Promise<Readonly<Record<string, string>> | undefined> {
  if (envFile === undefined) return {};
  const read = await readInput({ from: "file", path: envFile, kind: "env" });
  if (!read.ok) {
    printProblem(read.problem);
    return undefined;
  }
  const { variables, unclear } = environmentOf(readEnvFile(read.text, envDialect));
  for (const name of unclear)
    printNote(
      `the value of ${name} in ${envFile} depends on which tool reads the file, or on what runs it; --env-dialect says which`,
    );
  return variables;
}

function isReadable(file: string): boolean {
  try {
    if (statSync(file).isDirectory()) {
      printProblem({ path: file, reason: "is a folder, not a file" });
      return false;
    }
    readFileSync(file);
    return true;
  } catch (error) {
    printProblem(problemOf(file, error));
    return false;
  }
}

function forwardSlashes(path: string): string {
  return path.replaceAll("\\", "/");
}
