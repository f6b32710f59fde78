// The commands and what is common to them. Each command registers itself and hands back its exit code.

import { Command } from "commander";
import { version } from "../../../package.json";
import { addCheckCommand } from "./commands/check.ts";
import { addComposeCommand } from "./commands/compose.ts";
import { addConvertCommand } from "./commands/convert.ts";
import { addDiffCommand } from "./commands/diff.ts";
import { addDnsCommand } from "./commands/dns.ts";
import { addDockerRunCommand } from "./commands/dockerRun.ts";
import { addEffectiveCommand } from "./commands/effective.ts";
import { addKubernetesCommand } from "./commands/k8s.ts";
import { addExplainCommand } from "./commands/explain.ts";
import { addLspCommand } from "./commands/lsp.ts";
import { addQuadletCommand } from "./commands/quadlet.ts";
import { addNewCommand } from "./commands/new.ts";
import { addSchemaCommand } from "./commands/schema.ts";

export type ExitCode = 0 | 1 | 2;

export type Done = (code: ExitCode) => void;

export function createProgram(done: Done): Command {
  const program = new Command("prosody-config")
    .description(
      "Checks, writes and converts configurations of the Prosody XMPP server, env files of its container image, and what runs that image: compose files, Dockerfiles, Quadlet units, Kubernetes manifests and docker run lines.",
    )
    .version(version, "-V, --version", "show the version of prosody-config")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [COMMAND]", "show help for a command")
    .showHelpAfterError("Run it with --help to see what is possible.")
    .exitOverride()
    .addHelpText("after", EXAMPLES);
  addCheckCommand(program, done);
  addConvertCommand(program, done);
  addDiffCommand(program, done);
  addDnsCommand(program, done);
  addDockerRunCommand(program, done);
  addComposeCommand(program, done);
  addQuadletCommand(program, done);
  addKubernetesCommand(program, done);
  addEffectiveCommand(program, done);
  addNewCommand(program, done);
  addSchemaCommand(program, done);
  addExplainCommand(program, done);
  addLspCommand(program);
  return program;
}

const EXAMPLES = `
Examples:
  prosody-config check /etc/prosody
  prosody-config check compose.yaml
  prosody-config new server --domain example.org
  prosody-config docker-run prosody.env
  prosody-config help check`;
