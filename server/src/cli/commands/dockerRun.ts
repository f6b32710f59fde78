// `prosody-config docker-run`: the command that starts the official image with an env file or a configuration, written for a shell.
// The command goes to standard output and what to know about it to standard error, so that it can be piped.

import { Option } from "commander";
import type { Command } from "commander";
import { dockerRun } from "../../core/generate/dockerRun.ts";
import { administration, checkBeforehand } from "../../core/generate/existingContainer.ts";
import { textsOf } from "../../core/generate/note.ts";
import { renderCommand } from "../../core/generate/shell/render.ts";
import type { WordGroups } from "../../core/generate/shell/render.ts";
import { SHELLS } from "../../core/generate/shell/shells.ts";
import type { Shell } from "../../core/generate/shell/shells.ts";
import { makeAnswers } from "../containers/answers.ts";
import { addContainerOptions, subjectOf } from "../containers/options.ts";
import type { ContainerOptions, Subject } from "../containers/options.ts";
import { show } from "../containers/show.ts";
import { engineOption } from "../options.ts";
import { printProblem } from "../print/output.ts";
import type { Done, ExitCode } from "../program.ts";

interface DockerRunOptions extends ContainerOptions {
  readonly shell: Shell | "auto";
  readonly oneLine?: boolean;
  readonly checkOnly?: boolean;
  readonly administration?: boolean;
}

export function addDockerRunCommand(program: Command, done: Done): void {
  addContainerOptions(
    program.command("docker-run").description("print the command that starts the official image with your settings"),
  )
    .addOption(engineOption())
    .addOption(
      new Option("--shell <SHELL>", "the shell that the command is quoted for (cmd: for typing, cmd-file: for a script)")
        .choices(["auto", ...SHELLS])
        .default("auto"),
    )
    .option("--one-line", "do not break the command into lines")
    .option("--foreground", "stay in the foreground, and remove the container in the end")
    .option("--check-only", "print the command that checks the configuration with the image instead")
    .option("--administration", "print commands for the running container instead")
    .addHelpText("after", EXAMPLES)
    .action(async (path: string | undefined, options: DockerRunOptions, command: Command) => {
      done(await run(subjectOf(path, options, command), options));
    });
}

// Node itself looks for --env-file in all arguments: it ends when that file is missing, and takes NODE_OPTIONS from it.
const EXAMPLES = `
Values are never put on the command line: the container reads them from the env file.
Prefer PATH to --env-file: Node.js, which runs this program, reads a file given by --env-file too.

Examples:
  prosody-config docker-run prosody.env
  prosody-config docker-run prosody.env --preset production --memory 1g
  prosody-config docker-run prosody.env --engine podman --shell fish --one-line
  prosody-config docker-run /srv/prosody --name xmpp --publish 5222:5222
  prosody-config docker-run --from-compose compose.yaml --env-output prosody.docker.env
  prosody-config docker-run prosody.cfg.lua --json`;

function usualShell(): Shell {
  return process.platform === "win32" ? "powershell" : "sh";
}

async function run(subject: Subject, options: DockerRunOptions): Promise<ExitCode> {
  const made = await makeAnswers(subject, options, "command");
  if ("reason" in made) {
    printProblem(made);
    return 2;
  }
  const { answers, notes } = made;
  const write = (groups: WordGroups): string | undefined => {
    const shell = options.shell === "auto" ? usualShell() : options.shell;
    const rendered = renderCommand(groups, shell, options.oneLine === true ? "oneLine" : "oneGroupPerLine");
    if (rendered.ok) return rendered.text;
    process.stderr.write(`prosody-config: ${rendered.reason}\n`);
    return undefined;
  };
  if (options.administration === true) {
    const commands = [
      checkBeforehand(answers),
      ...administration(answers.engine, { kind: "container", name: answers.name ?? "prosody" }),
    ].flatMap(({ title, groups }) => {
      const text = write([groups.flat()]);
      return text === undefined ? [] : [{ title, argv: groups.flat(), command: text }];
    });
    return show(commands.map(({ title, command }) => `# ${title}\n${command}\n`).join("\n"), [], { commands }, options);
  }
  const groups = options.checkOnly === true ? checkBeforehand(answers).groups : dockerRun(answers);
  const text = write(groups);
  if (text === undefined) return 2;
  // The check is given the env file, too.
  const known = options.checkOnly === true ? notes.filter(({ id }) => id === "env-file-refused") : notes;
  return show(text, known, { argv: groups.flat(), command: text, notes: textsOf(known) }, options);
}
