// `prosody-config dns`: what a configuration wants of DNS, of certificates and of the firewall.

import { Option } from "commander";
import type { Command } from "commander";
import { dnsName } from "../../core/dns/names.ts";
import { networkPlan, networkReport } from "../../core/dns/plan.ts";
import { zoneFile } from "../../core/dns/zoneFile.ts";
import type { EffectiveResult } from "../../core/effective/types.ts";
import type { EnvDialectChoice } from "../../core/model/envFile.ts";
import { Schema } from "../../core/schema/schema.ts";
import type { Version } from "../../core/schema/types.ts";
import { evaluateFiles } from "../effective/evaluateFiles.ts";
import { IMAGE_VERSIONS, evaluateImage, isImageVersion } from "../effective/evaluateImage.ts";
import { readEnvironment, refusedEnvironment } from "../effective/readEnvironment.ts";
import { versionFor } from "../input/projectSettings.ts";
import { problemWithFile } from "../input/readInput.ts";
import { readKnowledgeFiles } from "../../nodeKnowledge.ts";
import { projectDialectOption, projectVersionOption } from "../options.ts";
import { toJson } from "../print/json.ts";
import { printNote, printOut, printProblem } from "../print/output.ts";
import type { Done, ExitCode } from "../program.ts";

interface DnsCommandOptions {
  readonly image?: boolean;
  readonly environment?: string;
  readonly envDialect?: EnvDialectChoice;
  readonly prosodyVersion?: Version;
  readonly target?: string;
  readonly zone?: boolean;
  readonly json?: boolean;
}

export function addDnsCommand(program: Command, done: Done): void {
  program
    .command("dns")
    .description("list the DNS records, certificate names and firewall ports that a configuration needs")
    .argument("[FILE]", "the main configuration file")
    .option("--image", "instead of FILE: the official image without a configuration of its own, from the variables alone")
    .option("--environment <FILE>", "an env file with what the server runs with")
    .addOption(projectDialectOption("which tool reads that env file"))
    .option("--target <NAME>", "the name of the machine in DNS, when it is not the first host")
    .addOption(projectVersionOption("the version of your server"))
    .addOption(new Option("--zone", "the records alone, as a zone file").conflicts("json"))
    .option("--json", "all of it, for programs")
    .addHelpText("after", DETAILS)
    .action(async (file: string | undefined, options: DnsCommandOptions, command: Command) => {
      const { image, environment, target } = options;
      const prosodyVersion = await versionFor(options.prosodyVersion, file ?? environment);
      if ((image === true) === (file !== undefined)) command.error("error: give either FILE or --image");
      if (image === true && !isImageVersion(prosodyVersion))
        command.error(`error: there are images of ${IMAGE_VERSIONS.join(", ")} only`);
      if (target !== undefined && dnsName(target) === undefined) command.error(`error: ${target} is no domain name`);
      done(await run(file, prosodyVersion, options));
    });
}

const DETAILS = `
Nothing is looked up: the configuration alone decides. Addresses are those of external_addresses, else placeholders to fill in.

Exit codes:
  0  done
  1  the configuration does not load, or the tool that reads the env file refuses that
  2  wrong use, or a file that cannot be read

Examples:
  prosody-config dns /etc/prosody/prosody.cfg.lua
  prosody-config dns --zone --target xmpp.example.com prosody.cfg.lua
  prosody-config dns --image --environment prosody.env --json`;

async function run(file: string | undefined, version: Version, options: DnsCommandOptions): Promise<ExitCode> {
  const { environment: path, envDialect, target, json, zone } = options;
  const environment = await readEnvironment(path, envDialect);
  if (environment === undefined) return 2;
  const problem = file === undefined ? undefined : await problemWithFile(file);
  if (problem !== undefined) {
    printProblem(problem);
    return 2;
  }
  const result: EffectiveResult | undefined =
    refusedEnvironment(environment) ??
    (file === undefined
      ? evaluateImage(version, environment)
      : (await evaluateFiles([{ file, version, variables: environment.variables }]))[0]);
  if (result === undefined) return 2;
  if (result.status === "error") {
    printProblem({
      path: `${result.error.file}:${result.error.line}`,
      reason: `does not load, so nothing can be said about its hosts: ${result.error.message.replace(/\.$/, "")}`,
    });
    return 1;
  }
  const schema = new Schema(readKnowledgeFiles(), version);
  const plan = networkPlan(result.config, schema, target === undefined ? {} : { target: dnsName(target) ?? target });
  if (json === true) printOut(toJson(plan));
  else if (zone === true) {
    plan.notes.forEach(printNote);
    printOut(zoneFile(plan.zones));
  } else printOut(networkReport(plan, file ?? path ?? "the official image"));
  return 0;
}
