// Whether the compiler refuses a mutant: then nobody could have made that change, and no test has to notice.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "../../scripts/lib/paths.mjs";
import { mutated } from "./mutants.mjs";

/** @typedef {import("./mutants.mjs").Mutant} Mutant */

/** @returns {(mutant: Mutant) => boolean} */
export function compiler() {
  const file = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path));
  /** @type {unknown} */
  const config = file.config;
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  /** @type {{ path: string, text: string, version: number }} */
  const changed = { path: "", text: "", version: 0 };
  /** @param {string} path */
  const read = (path) => (path === changed.path ? changed.text : ts.sys.readFile(path));
  const service = ts.createLanguageService({
    getScriptFileNames: () => fileNames.filter((path) => path.startsWith(join(root, "server/src/"))),
    getScriptVersion: (path) => (path === changed.path ? String(changed.version) : "0"),
    getScriptSnapshot: (path) => {
      const text = read(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getCompilationSettings: () => options,
    getDefaultLibFileName: (all) => ts.getDefaultLibFilePath(all),
    fileExists: (path) => ts.sys.fileExists(path),
    readFile: read,
    directoryExists: (path) => ts.sys.directoryExists(path),
    getDirectories: (path) => ts.sys.getDirectories(path),
  });
  return (mutant) => {
    const path = join(root, mutant.file);
    Object.assign(changed, { path, text: mutated(readFileSync(path, "utf8"), mutant), version: changed.version + 1 });
    return [...service.getSyntacticDiagnostics(path), ...service.getSemanticDiagnostics(path)].length > 0;
  };
}
