// `prosody-config check`: the checks of the editor for files, folders and standard input.

import { Option } from "commander";
import type { Command } from "commander";
import { analyse } from "../../core/analyse.ts";
import type { EnvDialectChoice } from "../../core/model/envFile.ts";
import { check } from "../../core/rules/check.ts";
import { SEVERITIES } from "../../core/rules/rule.ts";
import type { Finding, Severity } from "../../core/rules/rule.ts";
import { Schema } from "../../core/schema/schema.ts";
import type { Version } from "../../core/schema/types.ts";
import { resolveInputs } from "../input/inputs.ts";
import type { Input } from "../input/inputs.ts";
import { withOwnKnowledge } from "../input/ownKnowledge.ts";
import type { Problem } from "../input/problem.ts";
import { readInput } from "../input/readInput.ts";
import { readKnowledgeFiles } from "../../nodeKnowledge.ts";
import { CURRENT_VERSION, prosodyVersionOption } from "../options.ts";
import { outputColours } from "../print/colours.ts";
import { toDiagnostics } from "../print/diagnostic.ts";
import type { CheckedFile } from "../print/diagnostic.ts";
import { formatJson } from "../print/json.ts";
import { printNote, printOut, printProblem } from "../print/output.ts";
import { formatPretty } from "../print/pretty.ts";
import type { Done, ExitCode } from "../program.ts";

/** Of one file. Nobody reads more, and a damaged file of megabytes could have hundreds of thousands. */
const MAX_SHOWN = 1_000;

interface CheckOptions {
  readonly format: "pretty" | "json";
  readonly prosodyVersion: Version;
  readonly envDialect: EnvDialectChoice;
  readonly failOn: Severity | "never";
  readonly stdinPath?: string;
  readonly schema: readonly string[];
  readonly pluginPath: readonly string[];
}

export function addCheckCommand(program: Command, done: Done): void {
  program
    .command("check")
    .description("check configurations and env files")
    .argument("<PATH...>", "files, folders to search for *.cfg.lua, .env, .env.* and *.env, or - for standard input")
    .addOption(new Option("--format <FORMAT>", "for people or for programs").choices(["pretty", "json"]).default("pretty"))
    .addOption(prosodyVersionOption("the version of your server").default(CURRENT_VERSION))
    .addOption(
      new Option("--env-dialect <TOOL>", "which tool reads your env files; they differ in quotes and comments")
        .choices(["auto", "docker", "compose", "podman"])
        .default("auto"),
    )
    .addOption(
      new Option("--fail-on <SEVERITY>", "the mildest finding that makes the exit code 1")
        .choices([...SEVERITIES, "never"])
        .default("error"),
    )
    .option("--stdin-path <NAME>", "the name to check standard input under; it decides whether that is an env file")
    .addOption(repeatable("--schema <FILE>", "a file that declares modules and options of your own (prosody-schema.json)"))
    .addOption(repeatable("--plugin-path <FOLDER>", "a folder with modules of your own; the options that they read become known"))
    .addHelpText("after", DETAILS)
    .action(async (paths: readonly string[], options: CheckOptions, command: Command) => {
      if (options.stdinPath !== undefined && !paths.includes("-"))
        command.error("error: --stdin-path is of use only with the path -");
      done(await runCheck(paths, options));
    });
}

const DETAILS = `
Lines and columns count from 1, columns in Unicode code points, and an end is the place after the last character.

Exit codes:
  0  nothing found of the severity of --fail-on or worse
  1  something found
  2  wrong use, or a file that cannot be read

Examples:
  prosody-config check /etc/prosody
  prosody-config check --format json --prosody-version 0.12 prosody.cfg.lua .env
  prosody-config check --fail-on warning conf.d
  prosody-config check --stdin-path prosody.env - < settings
  prosody-config check --schema prosody-schema.json --plugin-path modules prosody.cfg.lua`;

function repeatable(flags: string, description: string): Option {
  const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];
  return new Option(flags, `${description}; may be given several times`).argParser(collect).default([], "none");
}

async function runCheck(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const { inputs, problems } = resolveInputs(paths, options.stdinPath);
  const own = await withOwnKnowledge(readKnowledgeFiles(), { schemas: options.schema, pluginPaths: options.pluginPath });
  [...problems, ...own.problems].forEach(printProblem);
  let complete = problems.length + own.problems.length === 0;
  const schema = new Schema(own.knowledge, options.prosodyVersion);
  const files: CheckedFile[] = [];
  for (const input of inputs) {
    const read = await readInput(input);
    const result = read.ok ? checkText(input, read.text, schema, options.envDialect) : read.problem;
    if ("reason" in result) {
      printProblem(result);
      complete = false;
    } else files.push(result);
  }
  printOut(options.format === "json" ? formatJson(files) : formatPretty(files, outputColours()));
  if (!complete) return 2;
  return files.some((file) => file.diagnostics.some(({ severity }) => fails(severity, options.failOn))) ? 1 : 0;
}

function checkText({ path, kind }: Input, text: string, schema: Schema, dialect: EnvDialectChoice): CheckedFile | Problem {
  try {
    const analysis = analyse(kind, text, { dialect });
    const findings = check(analysis, schema);
    if (findings.length > MAX_SHOWN)
      printNote(`${path} has ${findings.length} findings; the ${MAX_SHOWN} most severe are shown.`);
    return { path, kind, diagnostics: toDiagnostics(mostSevere(findings), text, analysis.lines) };
  } catch (error) {
    // A mistake of ours must not keep the other files from being checked. Its message could quote the file, so it stays unsaid.
    const name = error instanceof Error ? error.name : typeof error;
    return { path, reason: `could not be checked, because of a mistake in prosody-config itself (${name})` };
  }
}

/** In the order of the file, like all findings. */
function mostSevere(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MAX_SHOWN) return findings;
  const ranked = SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const kept = new Set(ranked.slice(0, MAX_SHOWN));
  return findings.filter((finding) => kept.has(finding));
}

function fails(severity: Severity, limit: Severity | "never"): boolean {
  return limit !== "never" && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit);
}
