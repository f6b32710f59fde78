// What one folder of the workspace adds to the knowledge: its files prosody-schema.json and its modules mod_NAME.lua. Read anew as a
// whole when something changes; texts that did not change are not parsed again.

import type { Diagnostic } from "vscode-languageserver";
import { MODULE_PATTERNS, moduleNameOf } from "../core/schema/customModules/moduleFiles.ts";
import { readModule } from "../core/schema/customModules/readModule.ts";
import type { Extension } from "../core/schema/extendKnowledge.ts";
import { parseExtension } from "../core/schema/extension.ts";
import type { OwnKnowledge } from "../core/schema/extension.ts";
import { LineIndex } from "../core/text/lineIndex.ts";
import { toDiagnostic } from "./convert.ts";
import type { Files } from "./files.ts";
import { resolveIn } from "./folders.ts";

/** More modules are a copy of the community's repository, and known. */
const MAX_MODULES = 500;

export interface FolderExtensions {
  /** Later ones win: what is declared stands after what was found. */
  readonly extensions: readonly Extension[];
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
}

/** Parsed modules by address, kept between reads. */
export type ModuleCache = Map<string, { readonly text: string; readonly knowledge: OwnKnowledge }>;

export async function readFolderExtensions(
  folder: string,
  declarations: readonly string[],
  files: Files,
  cache: ModuleCache,
): Promise<FolderExtensions> {
  const diagnostics = new Map<string, readonly Diagnostic[]>();
  const declared: Extension[] = [];
  for (const path of declarations) {
    const address = resolveIn(folder, path);
    const text = await files.readFile(address);
    if (text === undefined) continue;
    const { extension, problems } = parseExtension(text);
    declared.push({ knowledge: extension, address });
    diagnostics.set(
      address,
      problems.map((problem) =>
        toDiagnostic(new LineIndex(text), address, { ...problem, rule: "schema-file", severity: "error", fixable: false }),
      ),
    );
  }
  return { extensions: [...(await modulesIn(folder, files, cache)), ...declared], diagnostics };
}

async function modulesIn(folder: string, files: Files, cache: ModuleCache): Promise<readonly Extension[]> {
  const addresses = await files.findFiles(folder, MODULE_PATTERNS, MAX_MODULES);
  const found: Extension[] = [];
  for (const address of [...addresses].sort()) {
    const name = moduleNameOf(address);
    // One after the other: the answers come between other requests, which are not kept waiting.
    const text = name === undefined ? undefined : await files.readFile(address);
    if (name === undefined || text === undefined) continue;
    const known = cache.get(address);
    const knowledge =
      known?.text === text ? known.knowledge : { modules: { [name]: readModule(text, name) }, options: {}, variables: {} };
    cache.set(address, { text, knowledge });
    found.push({ knowledge, address });
  }
  return found;
}
