// `prosody-config check`: the checks of the editor for files, folders and standard input.

import { Option } from "commander";
import type { Command } from "commander";
import type { EnvDialectChoice } from "../../core/model/envFile.ts";
import { SEVERITIES } from "../../core/rules/rule.ts";
import type { Severity } from "../../core/rules/rule.ts";
import type { Version } from "../../core/schema/types.ts";
import { checkInputs, uncheckedNotes } from "../check/run.ts";
import { resolveInputs } from "../input/inputs.ts";
import { toAddress } from "../input/paths.ts";
import { openWorkspace } from "../openWorkspace.ts";
import { projectDialectOption, projectVersionOption } from "../options.ts";
import { outputColours } from "../print/colours.ts";
import type { CheckedFile } from "../print/diagnostic.ts";
import { formatGithub } from "../print/github.ts";
import { formatJson } from "../print/json.ts";
import { printNote, printOut, printProblem } from "../print/output.ts";
import { formatPretty } from "../print/pretty.ts";
import type { Done, ExitCode } from "../program.ts";
import { DIFF_FORMATS, runDiffCheck } from "./diffCheck.ts";
import type { DiffCheckOptions } from "./diffCheck.ts";
import { UPGRADE_FORMATS, fails, filesIn, runUpgradeCheck, upgradeFromOption } from "./upgradeCheck.ts";
import type { UpgradeCheckOptions } from "./upgradeCheck.ts";

interface CheckOptions {
  readonly format: keyof typeof FORMATS;
  readonly prosodyVersion?: Version;
  readonly envDialect?: EnvDialectChoice;
  readonly failOn: Severity | "never";
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  readonly evaluate: boolean;
  readonly diff?: boolean;
  readonly upgradeFrom?: Version;
  readonly stdinPath?: string;
  readonly schema: readonly string[];
  readonly pluginPath: readonly string[];
  readonly config: string | boolean;
}

/** Each writes all files. */
const FORMATS = {
  pretty: (files: readonly CheckedFile[]) => formatPretty(files, outputColours()),
  json: formatJson,
  github: formatGithub,
};

export function addCheckCommand(program: Command, done: Done): void {
  program
    .command("check")
    .description("check configurations, env files, and what runs Prosody's image")
    .argument("<PATH...>", "files, folders to search, or - for standard input")
    .addOption(
      new Option("--format <FORMAT>", "for people, for programs, or for GitHub's workflows")
        .choices(Object.keys(FORMATS))
        .default("pretty"),
    )
    .addOption(projectVersionOption("the version of your server"))
    .addOption(projectDialectOption("which tool reads your env files; they differ in quotes and comments"))
    .addOption(
      new Option("--fail-on <SEVERITY>", "the mildest finding that makes the exit code 1")
        .choices([...SEVERITIES, "never"])
        .default("error"),
    )
    .option("--fix", "mend what can be mended safely, and report what is left")
    .option("--fix-unsafe", "apply fixes that may change what the server does, too")
    .option("--no-evaluate", "do not run configurations in the sandbox to see whether they load")
    .option("--diff", "show what --fix would change, and write nothing")
    .addOption(upgradeFromOption())
    .option("--config <FILE>", "a file to use in place of the nearest .prosody-config.json")
    .option("--no-config", "leave .prosody-config.json out of account")
    .option("--stdin-path <NAME>", "the name to check standard input under; it decides what that is")
    .addOption(repeatable("--schema <FILE>", "a file that declares modules and options of your own (prosody-schema.json)"))
    .addOption(repeatable("--plugin-path <FOLDER>", "a folder with modules of your own; the options that they read become known"))
    .addHelpText("after", DETAILS)
    .action(async (paths: readonly string[], options: CheckOptions, command: Command) => {
      if (options.stdinPath !== undefined && !paths.includes("-"))
        command.error("error: --stdin-path is of use only with the path -");
      if (
        options.diff !== true &&
        mendingOf(options) !== "none" &&
        paths.includes("-") &&
        (paths.length > 1 || options.upgradeFrom !== undefined)
      )
        command.error("error: with --fix, standard input goes alone and not with --upgrade-from");
      const { upgradeFrom } = options;
      if (options.diff === true) {
        if (upgradeFrom !== undefined) command.error("error: --diff does not go with --upgrade-from");
        if (!isForDiffs(options)) command.error(`error: --diff has the formats ${Object.keys(DIFF_FORMATS).join(" and ")}`);
        done(await runDiffCheck(paths, options, options.fixUnsafe === true));
        return;
      }
      if (upgradeFrom === undefined) {
        done(await runCheck(paths, options));
        return;
      }
      if (!isForUpgrades(options))
        command.error(`error: --upgrade-from has the formats ${Object.keys(UPGRADE_FORMATS).join(" and ")}`);
      done(await runUpgradeCheck(paths, upgradeFrom, options, mendingOf(options)));
    });
}

const DETAILS = `
In folders, *.cfg.lua, .env, .env.* and *.env are checked, and of compose files, Dockerfiles, *.container, *.yaml, *.sh and *.md those that
run Prosody's image. The kind of a file in JSON is one of lua, env, compose, dockerfile, quadlet, kubernetes, shellScript, markdown.

Lines and columns count from 1, columns in Unicode code points, and an end is the place after the last character.
What --prosody-version and --env-dialect say counts more than .prosody-config.json, the nearest one in a file's folder or above.

Exit codes:
  0  nothing found of the severity of --fail-on or worse; with --fix, nothing left; with --diff, nothing to fix
  1  something found; with --diff, some file would change
  2  wrong use, or a file that cannot be read or written

Examples:
  prosody-config check /etc/prosody
  prosody-config check --format json --prosody-version 0.12 prosody.cfg.lua .env
  prosody-config check --fail-on warning conf.d
  prosody-config check compose.yaml run.sh
  prosody-config check --fix .
  prosody-config check --diff .
  prosody-config check --fix - < prosody.cfg.lua > mended.cfg.lua
  prosody-config check --upgrade-from 0.12 --prosody-version 13.0 /etc/prosody
  prosody-config check --stdin-path prosody.env - < settings
  prosody-config check --schema prosody-schema.json --plugin-path modules prosody.cfg.lua`;

function repeatable(flags: string, description: string): Option {
  const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];
  return new Option(flags, `${description}; may be given several times`).argParser(collect).default([], "none");
}

async function runCheck(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const { inputs, folders, problems, notes: unseen } = await resolveInputs(paths, options.stdinPath);
  const opened = openWorkspace(options, { folders, files: filesIn(inputs) });
  // Tells what is wrong with --schema and --plugin-path, whatever there is to check.
  await opened.workspace.surroundings(toAddress("."));
  const {
    files,
    problems: more,
    notes,
    ignored,
    foreign,
    mended,
  } = await checkInputs(inputs, opened, {
    mending: mendingOf(options),
    evaluate: options.evaluate,
  });
  const all = [...problems, ...opened.problems(), ...more];
  all.forEach(printProblem);
  const isNamed = (path: string): boolean => paths.includes(path) || path === options.stdinPath;
  [
    ...unseen,
    ...notes,
    ...uncheckedNotes({ ignored, foreign }, isNamed),
    ...(files.length === 0 && foreign.length > 0 && !foreign.some(isNamed) ? ["Nothing was found to check."] : []),
  ].forEach(printNote);
  const report = FORMATS[options.format](files);
  if (mended === undefined) printOut(report);
  else {
    printOut(mended);
    process.stderr.write(report);
  }
  opened.workspace.dispose();
  if (all.length > 0) return 2;
  return files.some((file) => file.diagnostics.some(({ severity }) => fails(severity, options.failOn))) ? 1 : 0;
}

function isForUpgrades<T extends CheckOptions>(options: T): options is T & UpgradeCheckOptions {
  return Object.hasOwn(UPGRADE_FORMATS, options.format);
}

function isForDiffs<T extends CheckOptions>(options: T): options is T & DiffCheckOptions {
  return Object.hasOwn(DIFF_FORMATS, options.format);
}

function mendingOf({ fix, fixUnsafe }: CheckOptions): "none" | "safe" | "unsafe" {
  return fixUnsafe === true ? "unsafe" : fix === true ? "safe" : "none";
}
