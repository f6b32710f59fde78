// `prosody-config docker-run`: the command that starts the official image with an env file or a configuration, written for a shell.
// The command goes to standard output and what to know about it to standard error, so that it can be piped.

import { InvalidArgumentError, Option } from "commander";
import type { Command } from "commander";
import { analyse } from "../../core/analyse.ts";
import { dockerRunForFile, dockerRunForFolder } from "../../core/generate/forFile.ts";
import type { Command as ShellCommand, CommandRequest } from "../../core/generate/forFile.ts";
import type { Engine } from "../../core/generate/image.ts";
import type { Shell } from "../../core/generate/shell/render.ts";
import { Schema } from "../../core/schema/schema.ts";
import type { Version } from "../../core/schema/types.ts";
import type { FileKind } from "../../core/source.ts";
import { isFolder, readConfigFolder } from "../dockerRun/readFolder.ts";
import { guessKind } from "../input/guessKind.ts";
import type { Problem } from "../input/problem.ts";
import { readInput } from "../input/readInput.ts";
import { readKnowledgeFiles } from "../../nodeKnowledge.ts";
import { CURRENT_VERSION, prosodyVersionOption } from "../options.ts";
import { toJson } from "../print/json.ts";
import { printNote, printOut, printProblem } from "../print/output.ts";
import type { Done, ExitCode } from "../program.ts";

/** What can be asked for, and what the core calls it. */
const SHELLS: ReadonlyMap<string, Shell> = new Map([
  ["sh", "sh"],
  ["fish", "fish"],
  ["powershell", "powershell"],
  ["windows-powershell", "windowsPowerShell"],
  ["cmd", "cmd"],
]);

interface DockerRunOptions {
  readonly envFile?: string;
  readonly config?: string;
  readonly engine: Engine;
  readonly shell: string;
  readonly oneLine?: boolean;
  readonly name?: string;
  readonly prosodyVersion: Version;
  readonly json?: boolean;
}

export function addDockerRunCommand(program: Command, done: Done): void {
  program
    .command("docker-run")
    .description("print the command that starts the official image with your settings")
    .argument(
      "[PATH]",
      "an env file with the settings, or a configuration of your own: prosody.cfg.lua or the folder that holds it",
    )
    .addOption(new Option("--env-file <FILE>", "PATH is an env file, whatever its name").conflicts("config"))
    .option("--config <PATH>", "PATH is a configuration, whatever its name")
    .addOption(
      new Option("--engine <PROGRAM>", "the program that runs containers").choices(["docker", "podman"]).default("docker"),
    )
    .addOption(
      new Option("--shell <SHELL>", "the shell that the command is quoted for")
        .choices(["auto", ...SHELLS.keys()])
        .default("auto"),
    )
    .option("--one-line", "do not break the command into lines")
    .addOption(new Option("--name <NAME>", "the name of the container (default: prosody)").argParser(containerName))
    .addOption(prosodyVersionOption("the version of Prosody in the image", ["0.12", "13.0", "trunk"]).default(CURRENT_VERSION))
    .option("--json", "print the words of the command, the command and the notes as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (path: string | undefined, options: DockerRunOptions, command: Command) => {
      const given = [path, options.envFile, options.config].filter((one) => one !== undefined);
      const [settings] = given;
      if (settings === undefined)
        command.error("error: give an env file or a configuration, so that there is something to start");
      if (given.length > 1) command.error("error: give either an env file or a configuration: the image reads only one of them");
      done(await run(settings, options));
    });
}

// Node itself looks for --env-file in all arguments: it ends when that file is missing, and takes NODE_OPTIONS from it.
const EXAMPLES = `
Values are never put on the command line: the container reads them from the env file.
Prefer PATH to --env-file: Node.js, which runs this program, reads a file given by --env-file too.

Examples:
  prosody-config docker-run prosody.env
  prosody-config docker-run prosody.env --engine podman --shell fish --one-line
  prosody-config docker-run /srv/prosody --name xmpp
  prosody-config docker-run prosody.cfg.lua --json`;

async function run(path: string, options: DockerRunOptions): Promise<ExitCode> {
  const request: CommandRequest = {
    engine: options.engine,
    shell: SHELLS.get(options.shell) ?? (process.platform === "win32" ? "powershell" : "sh"),
    layout: options.oneLine === true ? "oneLine" : "oneGroupPerLine",
    path,
    ...(options.name === undefined ? {} : { name: options.name }),
  };
  const schema = new Schema(readKnowledgeFiles(), options.prosodyVersion);
  const made = await makeCommand(kindFor(path, options), request, schema);
  if ("path" in made) {
    printProblem(made);
    return 2;
  }
  if (!made.ok) {
    process.stderr.write(`prosody-config: ${made.reason}\n`);
    return 2;
  }
  const { argv, text, notes } = made;
  if (options.json === true) printOut(toJson({ argv, command: text, notes }));
  else {
    notes.forEach(printNote);
    printOut(`${text}\n`);
  }
  return 0;
}

function kindFor(path: string, { envFile, config }: DockerRunOptions): FileKind {
  if (envFile !== undefined) return "env";
  return config !== undefined || isFolder(path) ? "lua" : guessKind(path);
}

async function makeCommand(kind: FileKind, request: CommandRequest, schema: Schema): Promise<ShellCommand | Problem> {
  const { path, engine } = request;
  if (kind === "lua" && isFolder(path)) {
    const files = await readConfigFolder(path);
    return "reason" in files ? files : dockerRunForFolder(files, schema, request);
  }
  const read = await readInput({ from: "file", path, kind });
  return read.ok ? dockerRunForFile(analyse(kind, read.text, { dialect: engine }), schema, request) : read.problem;
}

function containerName(text: string): string {
  if (/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(text)) return text;
  throw new InvalidArgumentError("A name has at least two letters, digits, _, . or -, and begins with a letter or digit.");
}
