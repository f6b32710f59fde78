// The workspace of one run of the command line: the folders and files that the user names, and what the arguments say of them.

import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import type { EnvDialectChoice } from "../core/model/envFile.ts";
import type { Version } from "../core/schema/types.ts";
import { LineIndex } from "../core/text/lineIndex.ts";
import { diskFiles } from "../disk/diskFiles.ts";
import { processorTime } from "../processorTime.ts";
import { startNodeThread } from "../sandbox/nodeThread.ts";
import { exposureOf } from "../exposure/exposure.ts";
import { Versioned } from "../exposure/versioned.ts";
import { readKnowledgeFiles } from "../nodeKnowledge.ts";
import { shippedFile } from "../shippedFile.ts";
import { addressAt, folderOf, isBelow } from "../workspace/address.ts";
import type { Complain, ConfigPlace } from "../workspace/config.ts";
import type { Root } from "../workspace/folder.ts";
import type { WorkspaceHost } from "../workspace/host.ts";
import { Workspace } from "../workspace/workspace.ts";
import { CheckedDocuments } from "./input/documents.ts";
import { ownSourcesOf } from "./input/ownSources.ts";
import { shown, toAddress, toPath } from "./input/paths.ts";
import type { Problem } from "./input/problem.ts";
import { tellingFiles } from "./input/tellingFiles.ts";

/** What was said on the command line. */
export interface Asked {
  readonly prosodyVersion?: Version | undefined;
  readonly envDialect?: EnvDialectChoice | undefined;
  readonly schema?: readonly string[];
  readonly pluginPath?: readonly string[];
  /** A file in place of those that are found; `false`: none. */
  readonly config?: string | boolean;
}

/** What the user named. */
export interface Named {
  /** To be looked through as a whole. */
  readonly folders?: readonly string[];
  readonly files?: readonly string[];
}

export interface OpenedWorkspace {
  readonly workspace: Workspace;
  readonly documents: CheckedDocuments;
  /** What is wrong in the files that were read besides, each once. */
  readonly problems: () => readonly Problem[];
}

/** `host`: what is to be otherwise. */
export function openWorkspace(asked: Asked, named: Named, host: Partial<WorkspaceHost> = {}): OpenedWorkspace {
  const told = new Map<string, Problem>();
  const tell = (problem: Problem): void => {
    told.set(`${problem.path} ${problem.reason}`, problem);
  };
  const documents = new CheckedDocuments();
  const ownSources = ownSourcesOf(asked, tell);
  const files = tellingFiles(ownSources.folders, tell);
  const roots = rootsOf(named);
  const repositories = new Versioned();
  const choice = {
    because: "argument" as const,
    over: { version: asked.prosodyVersion, dialect: asked.envDialect },
    under: {},
  };
  const workspace = new Workspace({
    documents,
    files: () => files,
    machine: () => diskFiles,
    rootOf: (address) => (address.startsWith("file:") ? roots.find((root) => isBelow(address, root.address)) : undefined),
    configPlace: (address) => configPlace(address, asked.config ?? true),
    choice: () => Promise.resolve(choice),
    ownSources,
    label: shown,
    loadKnowledge: readKnowledgeFiles,
    startThread: () => startNodeThread({ worker: shippedFile("evaluator.cjs"), wasm: shippedFile("lua.wasm") }),
    exposureOf: () => (address) => exposureOf(toPath(address), repositories),
    processorTime,
    complain: (...what) => {
      problemsOf(...what).forEach(tell);
    },
    watch: () => undefined,
    isWatched: () => true,
    waits: true,
    changed: () => undefined,
    ...host,
  });
  return { workspace, documents, problems: () => [...told.values()] };
}

/** Of folders within each other the outermost counts; a file opens its folder and the one where it really is. */
function rootsOf({ folders = [], files = [] }: Named): readonly Root[] {
  const searched = outermost(folders.map(toAddress)).map((address): Root => ({ address, searched: true, within: [address] }));
  const alone = files.map(toAddress).filter((address) => !searched.some((root) => isBelow(address, root.address)));
  const real = alone.map((address) => folderOf(realAddress(address)));
  const opened = outermost(alone.map(folderOf)).map((address): Root => {
    return { address, searched: false, within: [...new Set([address, ...real])] };
  });
  return [...searched, ...opened];
}

function outermost(folders: readonly string[]): readonly string[] {
  return [...new Set(folders)].filter((one) => !folders.some((other) => isBelow(one, other)));
}

function realAddress(address: string): string {
  try {
    return toAddress(realpathSync(toPath(address)));
  } catch {
    return address;
  }
}

function configPlace(address: string, config: string | boolean): ConfigPlace | undefined {
  if (config === false) return undefined;
  if (typeof config === "string") return { kind: "named", address: toAddress(config) };
  // Standard input has the path that the user gave it.
  const folder = toAddress(dirname(toPath(address.replace(/^stdin:/, "file:"))));
  return { kind: "nearest", folder, highest: addressAt("/", folder) };
}

function problemsOf(...[address, text, problems]: Parameters<Complain>): readonly Problem[] {
  const lines = new LineIndex(text);
  return problems.map(({ span, message }) => {
    const { line, column } = lines.at(span.start);
    return { path: `${shown(address)}:${line + 1}:${column + 1}`, reason: message.replace(/\.$/, "") };
  });
}
