// Effective configurations: finds the main file that a file belongs to, gives the evaluator its files (open documents as they are being
// edited), and keeps the last result of each main file until something changes.

import { environmentOf, refusedResult } from "../core/effective/environment.ts";
import { imageResult } from "../core/effective/imageResult.ts";
import type { EffectiveResult, HostOptions } from "../core/effective/types.ts";
import { readEnvFile } from "../core/model/envFile.ts";
import type { EnvDialectChoice } from "../core/model/envFile.ts";
import type { EnvReader } from "../core/model/envReaders.ts";
import type { Version } from "../core/schema/types.ts";
import { kindOf } from "../core/source.ts";
import { LineIndex } from "../core/text/lineIndex.ts";
import { Evaluator } from "../sandbox/evaluator.ts";
import type { FileSource } from "../sandbox/fileSource.ts";
import type { Thread } from "../sandbox/thread.ts";
import type { ServiceParams } from "../protocol.ts";
import { addressAt, folderOf, inFolder, isTop, normal, pathOf } from "./address.ts";
import { filesOf } from "./files.ts";
import type { Files } from "./files.ts";
import type { Root } from "./folder.ts";
import type { WorkspaceHost } from "./host.ts";
import { serviceEnvironment } from "./serviceEnvironment.ts";

export interface EffectiveQuestion {
  /** Any file of the configuration. */
  readonly uri: string;
  readonly version: Version;
  /** Address of the env file that the server runs with. */
  readonly envFile?: string | undefined;
  /** Instead of an env file. */
  readonly service?: ServiceParams | undefined;
  readonly dialect: EnvDialectChoice;
  /** Files as they are on the disk, not as they are being edited. */
  readonly saved?: boolean | undefined;
}

/** A main file and the environment that the server runs with. */
export interface Subject {
  readonly entry: string;
  readonly version: Version;
  readonly variables: Readonly<Record<string, string>>;
  /** Of the machine. */
  readonly hostname: string;
  /** Nothing outside of it is read; absent: the folder of the workspace. */
  readonly folder?: string | undefined;
  readonly saved?: boolean | undefined;
}

export interface EffectiveAnswer {
  /** Address of the main file. */
  readonly entry: string;
  /** Paths in it are paths of addresses; `address` makes addresses of them again. */
  readonly result: EffectiveResult;
  readonly address: (path: string) => string;
}

/** The name under which Prosody looks for its configuration. */
export const MAIN_FILE = "prosody.cfg.lua";

/** What a result warns of where a part of the configuration is not here. */
const MISSING: ReadonlySet<string> = new Set(["missing-folder", "not-readable", "missing-module"]);

export class Evaluation {
  private evaluator: Evaluator | undefined;
  private readonly results = new Map<string, Promise<EffectiveAnswer>>();

  constructor(
    private readonly host: Pick<WorkspaceHost, "documents" | "files" | "rootOf" | "startThread">,
    /** Which tools read an env file. */
    private readonly readers: (uri: string) => Promise<readonly EnvReader[]>,
  ) {}

  /** Rejects when the evaluator itself fails, which says nothing about the configuration. */
  async answer(question: EffectiveQuestion): Promise<EffectiveAnswer> {
    if (kindOf(question.uri) === "env") return this.ofImage(question);
    return this.ofMain(await this.mainFileOf(normal(question.uri)), question);
  }

  /** The options by host, with the file as the main one; undefined where that does not load, or a part of it is not here. */
  async whole(question: EffectiveQuestion): Promise<HostOptions | undefined> {
    const { result } = (await this.ofMain(normal(question.uri), question).catch(() => undefined)) ?? {};
    if (result?.status !== "ok") return undefined;
    return result.warnings.some(({ code }) => MISSING.has(code)) ? undefined : result.config;
  }

  /** What becomes of a main file with some variables; undefined: the evaluator itself failed. */
  async load(subject: Omit<Subject, "hostname" | "folder" | "saved">): Promise<EffectiveResult | undefined> {
    const { entry } = subject;
    const answer = await this.kept(JSON.stringify(subject), async () => {
      const result = await this.evaluate({ ...subject, hostname: "localhost" });
      return { entry, result, address: (path) => addressAt(path, entry) };
    }).catch(() => undefined);
    return answer?.result;
  }

  async evaluate({ entry, version, variables, hostname, folder, saved }: Subject): Promise<EffectiveResult> {
    const thread = (): Thread => {
      const started = this.host.startThread?.();
      if (started === undefined) throw new Error("configurations cannot be evaluated here");
      return started;
    };
    this.evaluator ??= new Evaluator(thread);
    const request = { entry: pathOf(entry), version, environment: variables, now: Date.now() / 1000, hostname };
    return this.evaluator.evaluate({ ...request, missingFolders: "empty" }, this.source(entry, folder, saved));
  }

  /** Names of the services in a compose file. */
  async services(uri: string): Promise<readonly string[]> {
    const { readCompose } = await import("../core/analyseContainers.ts");
    return readCompose((await this.read(uri)) ?? "").services.map(({ name }) => name);
  }

  /** A document or a file on disk is another one now. */
  changed(): void {
    this.results.clear();
  }

  dispose(): void {
    this.evaluator?.dispose();
    this.evaluator = undefined;
  }

  /** An env file is for the official image: what that makes of its variables needs no evaluation. */
  private async ofImage({ uri, version, dialect, saved }: EffectiveQuestion): Promise<EffectiveAnswer> {
    const text = (await this.read(uri, saved)) ?? "";
    const result = imageResult({
      env: readEnvFile(text, dialect, await this.readersOf(uri, dialect)),
      lines: new LineIndex(text),
      path: pathOf(uri),
      version,
      hostname: "localhost",
    });
    return { entry: uri, address: (path) => addressAt(path, uri), result };
  }

  /** A fragment belongs to the nearest prosody.cfg.lua in its folder or above it, inside the workspace. */
  private async mainFileOf(address: string): Promise<string> {
    const root = this.host.rootOf(address);
    if (root === undefined || address.endsWith(`/${MAIN_FILE}`)) return address;
    for (let folder = folderOf(address); ; folder = folderOf(folder)) {
      const candidate = inFolder(folder, MAIN_FILE);
      if ((await this.read(candidate)) !== undefined) return candidate;
      if (isTop(folder, root.address)) return address;
    }
  }

  private ofMain(entry: string, question: EffectiveQuestion): Promise<EffectiveAnswer> {
    const { version, envFile, service, dialect, saved } = question;
    const key = JSON.stringify([entry, version, envFile, service?.file, service?.name, dialect, saved]);
    return this.kept(key, () => this.ofConfiguration(entry, question));
  }

  private kept(key: string, work: () => Promise<EffectiveAnswer>): Promise<EffectiveAnswer> {
    const known = this.results.get(key) ?? work();
    this.results.set(key, known);
    known.catch(() => this.results.delete(key));
    return known;
  }

  private async ofConfiguration(entry: string, question: EffectiveQuestion): Promise<EffectiveAnswer> {
    const { version, saved } = question;
    const address = (path: string): string => addressAt(path, entry);
    const { variables, refused } = await this.environment(question);
    if (refused !== undefined) return { entry, address, result: refused };
    return { entry, address, result: await this.evaluate({ entry, version, variables, hostname: "localhost", saved }) };
  }

  private async environment({ envFile, service, dialect, saved }: EffectiveQuestion): Promise<{
    readonly variables: Readonly<Record<string, string>>;
    readonly refused?: EffectiveResult | undefined;
  }> {
    if (service !== undefined) return { variables: await serviceEnvironment(service, (uri) => this.read(uri, saved)) };
    const text = envFile === undefined ? undefined : await this.read(envFile, saved);
    if (envFile === undefined || text === undefined) return { variables: {} };
    const env = readEnvFile(text, dialect, await this.readersOf(envFile, dialect));
    const refused = refusedResult(env, new LineIndex(text), pathOf(envFile));
    return { variables: environmentOf(env).variables, refused };
  }

  private async readersOf(uri: string, dialect: EnvDialectChoice): Promise<readonly EnvReader[]> {
    return dialect === "auto" ? this.readers(uri) : [];
  }

  private source(entry: string, folder?: string, saved?: boolean): FileSource {
    const own = folder ?? folderOf(entry);
    const known = folder === undefined ? this.host.rootOf(entry) : undefined;
    const root = known ?? { address: own, within: [own] };
    const open = (address: string): string | undefined => (saved === true ? undefined : this.host.documents.get(address)?.text);
    return evaluationFiles(filesOf(this.host, entry), root, open);
  }

  private async read(uri: string, saved = false): Promise<string | undefined> {
    const address = normal(uri);
    const open = saved ? undefined : this.host.documents.get(address)?.text;
    return open ?? (await filesOf(this.host, address).readFile(address, this.within(address)));
  }

  private within(address: string): readonly string[] {
    return this.host.rootOf(address)?.within ?? [folderOf(address)];
  }
}

/** The files of a folder as an evaluation asks for them. */
export function evaluationFiles(
  files: Files,
  { address: root, within }: Pick<Root, "address" | "within">,
  open: (address: string) => string | undefined = () => undefined,
): FileSource {
  return {
    root: pathOf(root),
    readFile: async (path) => {
      const address = addressAt(path, root);
      const content = open(address) ?? (await (files.readBytes?.(address, within) ?? files.readFile(address, within)));
      return content === undefined ? { problem: "missing" } : { content };
    },
    listFolder: async (path) => {
      const listing = await files.listFolder(addressAt(path, root), within);
      if (listing === undefined) return { problem: "missing" };
      return { names: [...listing.files.keys(), ...listing.folders, ...listing.others].sort() };
    },
  };
}
