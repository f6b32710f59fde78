// `prosody-config schema`: everything that is known about Prosody, as JSON for other programs, or as definitions for tools of Lua.

import { Option } from "commander";
import type { Command } from "commander";
import { luacheck } from "../../core/generate/luaDefinitions/luacheck.ts";
import { luaLs } from "../../core/generate/luaDefinitions/luals.ts";
import type { Knowledge } from "../../core/schema/knowledge.ts";
import { Schema } from "../../core/schema/schema.ts";
import type { Version } from "../../core/schema/types.ts";
import { describeAll, describeVersion } from "../describeSchema.ts";
import { readKnowledgeFiles } from "../../nodeKnowledge.ts";
import { CURRENT_VERSION, prosodyVersionOption } from "../options.ts";
import { toJson } from "../print/json.ts";
import { printOut } from "../print/output.ts";
import type { Done } from "../program.ts";

interface SchemaOptions {
  readonly format: "json" | "luals" | "luacheck";
  readonly prosodyVersion?: Version;
}

export function addSchemaCommand(program: Command, done: Done): void {
  program
    .command("schema")
    .description("print what is known about options, modules and variables")
    .addOption(
      new Option("--format <FORMAT>", "JSON, definitions for lua-language-server, or names for luacheck")
        .choices(["json", "luals", "luacheck"])
        .default("json"),
    )
    .addOption(
      prosodyVersionOption(
        `only what this version has (without it: as JSON everything with the versions it is in, otherwise ${CURRENT_VERSION})`,
      ),
    )
    .addHelpText("after", EXAMPLES)
    .action((options: SchemaOptions) => {
      printOut(inFormat(readKnowledgeFiles(), options));
      done(0);
    });
}

function inFormat(knowledge: Knowledge, { format, prosodyVersion }: SchemaOptions): string {
  switch (format) {
    case "json":
      return toJson(prosodyVersion === undefined ? describeAll(knowledge) : describeVersion(knowledge, prosodyVersion));
    case "luals":
      return luaLs(new Schema(knowledge, prosodyVersion ?? CURRENT_VERSION));
    case "luacheck":
      return luacheck(new Schema(knowledge, prosodyVersion ?? CURRENT_VERSION));
  }
}

const EXAMPLES = `
Examples:
  prosody-config schema > schema.json
  prosody-config schema --prosody-version 0.12
  prosody-config schema --format luals > library/prosody.lua
  prosody-config schema --format luacheck >> .luacheckrc`;
