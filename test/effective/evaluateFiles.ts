// The evaluation as most of the tests touch it: files by path in, a result out. In this process, without the time limit.

import { evaluate } from "../../server/src/sandbox/evaluate.ts";
import { listInside, readInside } from "../../server/src/sandbox/fileSource.ts";
import type { FileSource } from "../../server/src/sandbox/fileSource.ts";
import type { KnownFile, KnownFolder } from "../../server/src/sandbox/knownFiles.ts";
import { loadLuaModule } from "../../server/src/sandbox/luaModule.ts";
import type { LuaModule } from "../../server/src/sandbox/luaModule.ts";
import type { EffectiveResult, EvaluationRequest, FileContent } from "../../server/src/core/effective/types.ts";
import { WASM } from "./wasm.ts";

export type Files = Readonly<Record<string, FileContent>>;

let module: Promise<LuaModule> | undefined;

/** The first file is the main one. */
export function request(files: Files, more: Partial<EvaluationRequest> = {}): EvaluationRequest {
  const [entry = "prosody.cfg.lua"] = Object.keys(files);
  return { entry, version: "13.0", environment: {}, now: 1_700_000_000, hostname: "machine", missingFolders: "empty", ...more };
}

export async function evaluateFiles(files: Files, more: Partial<EvaluationRequest> = {}): Promise<EffectiveResult> {
  const asked = request(files, more);
  const source = memoryFiles(files, asked.entry.replace(/[^/]*$/, ""));
  const known = { files: new Map<string, KnownFile>(), folders: new Map<string, KnownFolder>() };
  for (;;) {
    module ??= loadLuaModule(WASM);
    const { answer, reusable } = evaluate(await module, asked, known);
    if (!reusable) module = undefined;
    if ("status" in answer) return answer;
    for (const path of answer.files) known.files.set(path, await readInside(source, path));
    for (const path of answer.folders) known.folders.set(path, await listInside(source, path));
  }
}

export function memoryFiles(files: Files, root = ""): FileSource {
  const clean = (path: string): string => path.replace(/\/+/g, "/").replace(/\/$/, "");
  return {
    root,
    readFile: (path) => {
      const content = files[clean(path)];
      return Promise.resolve(content === undefined ? { problem: "missing" } : { content });
    },
    listFolder: (path) => {
      const folder = clean(path) === "" ? "" : `${clean(path)}/`;
      const inside = Object.keys(files).filter((name) => name.startsWith(folder));
      const names = new Set(inside.map((name) => name.slice(folder.length).split("/")[0] ?? ""));
      return Promise.resolve(inside.length === 0 ? { problem: "missing" } : { names: [...names].sort() });
    },
  };
}
