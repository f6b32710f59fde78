// What the user adds to the knowledge on the command line: files that declare modules and options, and folders with modules whose
// source says what they read.

import { statSync } from "node:fs";
import { pathToFileURL, fileURLToPath } from "node:url";
import { resolve } from "node:path";
import { MODULE_PATTERNS, moduleNameOf } from "../../core/schema/customModules/moduleFiles.ts";
import { readModule } from "../../core/schema/customModules/readModule.ts";
import { extendKnowledge } from "../../core/schema/extendKnowledge.ts";
import type { Extension } from "../../core/schema/extendKnowledge.ts";
import { parseExtension } from "../../core/schema/extension.ts";
import type { Knowledge } from "../../core/schema/knowledge.ts";
import { LineIndex } from "../../core/text/lineIndex.ts";
import { nodeFiles } from "../../nodeFiles.ts";
import { problemOf } from "./problem.ts";
import type { Problem } from "./problem.ts";
import { readInput } from "./readInput.ts";

const MAX_MODULES = 2_000;

export interface OwnSources {
  /** Files like prosody-schema.json. */
  readonly schemas: readonly string[];
  /** Folders with mod_NAME.lua, as in Prosody's plugin_paths. */
  readonly pluginPaths: readonly string[];
}

export interface Extended {
  readonly knowledge: Knowledge;
  readonly problems: readonly Problem[];
}

export async function withOwnKnowledge(knowledge: Knowledge, { schemas, pluginPaths }: OwnSources): Promise<Extended> {
  const problems: Problem[] = [];
  const extensions: Extension[] = [];
  for (const folder of pluginPaths) extensions.push(...(await modulesIn(folder, problems)));
  for (const path of schemas) extensions.push(...(await declaredIn(path, problems)));
  return { knowledge: extendKnowledge(knowledge, extensions), problems };
}

async function declaredIn(path: string, problems: Problem[]): Promise<readonly Extension[]> {
  const read = await readInput({ from: "file", path, kind: "lua" });
  if (!read.ok) {
    problems.push(read.problem);
    return [];
  }
  const { extension, problems: wrong } = parseExtension(read.text);
  const lines = new LineIndex(read.text);
  for (const { span, message } of wrong) {
    const { line, column } = lines.at(span.start);
    problems.push({ path: `${path}:${line + 1}:${column + 1}`, reason: message.replace(/\.$/, "") });
  }
  return [{ knowledge: extension, address: pathToFileURL(resolve(path)).href }];
}

async function modulesIn(folder: string, problems: Problem[]): Promise<readonly Extension[]> {
  try {
    if (!statSync(folder).isDirectory()) {
      problems.push({ path: folder, reason: "is no folder with modules" });
      return [];
    }
  } catch (error) {
    problems.push(problemOf(folder, error));
    return [];
  }
  const found: Extension[] = [];
  for (const address of await nodeFiles.findFiles(pathToFileURL(resolve(folder)).href, MODULE_PATTERNS, MAX_MODULES)) {
    const name = moduleNameOf(fileURLToPath(address));
    const text = await nodeFiles.readFile(address);
    if (name === undefined || text === undefined) continue;
    found.push({ knowledge: { modules: { [name]: readModule(text, name) }, options: {}, variables: {} }, address });
  }
  return found;
}
