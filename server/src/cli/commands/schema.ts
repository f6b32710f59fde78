// `prosody-config schema`: everything that is known about Prosody, as JSON for other programs.

import type { Command } from "commander";
import type { Version } from "../../core/schema/types.ts";
import { describeAll, describeVersion } from "../describeSchema.ts";
import { loadKnowledge } from "../loadKnowledge.ts";
import { prosodyVersionOption } from "../options.ts";
import { toJson } from "../print/json.ts";
import { printOut } from "../print/output.ts";
import type { Done } from "../program.ts";

export function addSchemaCommand(program: Command, done: Done): void {
  program
    .command("schema")
    .description("print what is known about options, modules and variables, as JSON")
    .addOption(prosodyVersionOption("only what this version has; without it, everything with the versions it is in"))
    .addHelpText("after", EXAMPLES)
    .action((options: { readonly prosodyVersion?: Version }) => {
      const knowledge = loadKnowledge();
      const { prosodyVersion } = options;
      printOut(toJson(prosodyVersion === undefined ? describeAll(knowledge) : describeVersion(knowledge, prosodyVersion)));
      done(0);
    });
}

const EXAMPLES = `
Examples:
  prosody-config schema > prosody-schema.json
  prosody-config schema --prosody-version 0.12`;
