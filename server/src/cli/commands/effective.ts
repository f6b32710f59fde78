// `prosody-config effective`: what Prosody makes of a configuration with all its includes, host by host, found out by running it in
// a sandbox.

import { Option } from "commander";
import type { Command } from "commander";
import { nameprep } from "../../core/effective/nameprep.ts";
import type { EffectiveResult, HostOptions } from "../../core/effective/types.ts";
import type { EnvDialectChoice } from "../../core/model/envFile.ts";
import { Schema } from "../../core/schema/schema.ts";
import type { Version } from "../../core/schema/types.ts";
import { evaluateFiles } from "../effective/evaluateFiles.ts";
import { IMAGE_VERSIONS, evaluateImage, isImageVersion, noteOnHosts, variablesByLine } from "../effective/evaluateImage.ts";
import { readEnvironment, refusedEnvironment } from "../effective/readEnvironment.ts";
import type { GivenEnvironment } from "../effective/readEnvironment.ts";
import { versionFor } from "../input/projectSettings.ts";
import { problemWithFile } from "../input/readInput.ts";
import { readKnowledgeFiles } from "../../nodeKnowledge.ts";
import { projectDialectOption, projectVersionOption } from "../options.ts";
import { outputColours } from "../print/colours.ts";
import type { Colours } from "../print/colours.ts";
import { formatEffective } from "../print/effective.ts";
import { formatImage } from "../print/effectiveImage.ts";
import { toJson } from "../print/json.ts";
import { printNote, printOut, printProblem } from "../print/output.ts";
import { printable } from "../print/printable.ts";
import type { Done, ExitCode } from "../program.ts";

interface EffectiveOptions {
  readonly envFile?: string;
  readonly environment?: string;
  readonly envDialect?: EnvDialectChoice;
  readonly image?: boolean;
  readonly host?: string;
  readonly prosodyVersion?: Version;
  readonly format: "pretty" | "json";
}

interface Given extends EffectiveOptions {
  readonly prosodyVersion: Version;
}

export function addEffectiveCommand(program: Command, done: Done): void {
  program
    .command("effective")
    .description("show what Prosody makes of a configuration, host by host")
    .argument("[FILE]", "the main configuration file; what it includes is read from its folder and below")
    .option("--image", "instead of FILE: the official image without a configuration of its own, from the variables alone")
    .option("--env-file <FILE>", "the environment that the server runs with; without it, none")
    .addOption(new Option("--environment <FILE>", "the same as --env-file").conflicts("envFile"))
    .addOption(projectDialectOption("which tool reads that env file"))
    .option("--host <HOST>", "only this host or component")
    .addOption(projectVersionOption("the version of your server"))
    .addOption(new Option("--format <FORMAT>", "for people or for programs").choices(["pretty", "json"]).default("pretty"))
    .addHelpText("after", DETAILS)
    .action(async (file: string | undefined, options: EffectiveOptions, command: Command) => {
      const { image, environment, envFile } = options;
      const prosodyVersion = await versionFor(options.prosodyVersion, file ?? environment ?? envFile);
      const given = { ...options, prosodyVersion };
      if (image !== true) {
        if (file === undefined) command.error("error: missing required argument 'FILE'; or give --image");
        done(await runFile(file, given));
        return;
      }
      if (file !== undefined) command.error("error: give either FILE or --image: the image reads only one configuration");
      if (!isImageVersion(prosodyVersion)) command.error(`error: there are images of ${IMAGE_VERSIONS.join(", ")} only`);
      done(await runImage(given));
    });
}

const DETAILS = `
The configuration runs in a sandbox: it reads nothing outside of the folder of FILE, starts nothing, and is stopped when it takes
too long. Secrets are left out for people and included in JSON.
With --image, what the image includes from its folder conf.d or for PROSODY_EXTRA_CONFIG comes on top and is not shown.
Prefer --environment to --env-file: Node.js 20 and 22, which run this program, act on --env-file themselves.

Exit codes:
  0  the configuration loads
  1  it does not, or the tool that reads the env file refuses that
  2  wrong use, or a file that cannot be read

Examples:
  prosody-config effective /etc/prosody/prosody.cfg.lua
  prosody-config effective --host chat.example.com prosody.cfg.lua
  prosody-config effective --environment prosody.env --format json prosody.cfg.lua
  prosody-config effective --image --environment prosody.env`;

async function runFile(file: string, options: Given): Promise<ExitCode> {
  const environment = await givenEnvironment(options);
  if (environment === undefined) return 2;
  const problem = await problemWithFile(file);
  if (problem !== undefined) {
    printProblem(problem);
    return 2;
  }
  const refused = refusedEnvironment(environment);
  if (refused !== undefined) return show(refused, options, (...how) => formatEffective(refused, ...how));
  const subject = { file, version: options.prosodyVersion, variables: environment.variables };
  const [result] = await evaluateFiles([subject]);
  return result === undefined ? 2 : show(result, options, (...how) => formatEffective(result, ...how));
}

async function runImage(options: Given): Promise<ExitCode> {
  const environment = await givenEnvironment(options);
  if (environment === undefined) return 2;
  const note = noteOnHosts(environment);
  if (note !== undefined) printNote(note);
  const result = evaluateImage(options.prosodyVersion, environment);
  return show(result, options, (...how) => formatImage(result, variablesByLine(environment), ...how));
}

function givenEnvironment({ environment, envFile, envDialect }: EffectiveOptions): Promise<GivenEnvironment | undefined> {
  return readEnvironment(environment ?? envFile, envDialect);
}

type Format = (schema: Schema, colours: Colours, onlyHost?: string) => string;

function show(result: EffectiveResult, { host, format, prosodyVersion }: Given, forPeople: Format): ExitCode {
  const name = host === undefined || host === "*" ? host : (nameprep(host) ?? host);
  if (name !== undefined && result.status === "ok" && !Object.hasOwn(result.config, name)) {
    printProblem({ path: name, reason: `is no host of this configuration; ${hostsOf(result.config)}` });
    return 2;
  }
  if (format === "json") printOut(toJson(forPrograms(result, name)));
  else printOut(forPeople(new Schema(readKnowledgeFiles(), prosodyVersion), outputColours(), name));
  return result.status === "ok" ? 0 : 1;
}

function hostsOf(config: HostOptions): string {
  const known = Object.keys(config).filter((each) => each !== "*");
  return known.length === 0 ? "it has no host at all" : `it has ${printable(known.join(", "))}`;
}

function forPrograms(result: EffectiveResult, host: string | undefined): object {
  const { status, warnings } = result;
  if (result.status === "error") return { status, error: result.error, warnings, config: {}, origins: {} };
  const only = <T>(table: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    host === undefined ? table : Object.fromEntries(Object.entries(table).filter(([name]) => name === host));
  return { status, warnings, config: only(result.config), origins: only(result.origins) };
}
