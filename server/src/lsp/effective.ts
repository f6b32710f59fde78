// Effective configurations for the editor: finds the main file that a file belongs to, gives the evaluator its files (open documents
// as they are being edited), and keeps the last result of each main file until something changes.

import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import { environmentOf, refusedResult } from "../core/effective/environment.ts";
import { imageResult } from "../core/effective/imageResult.ts";
import type { EffectiveResult } from "../core/effective/types.ts";
import { readEnvFile } from "../core/model/envFile.ts";
import type { EnvDialectChoice } from "../core/model/envFile.ts";
import type { EnvReader } from "../core/model/envReaders.ts";
import type { Version } from "../core/schema/types.ts";
import { kindOf } from "../core/source.ts";
import { readCompose } from "../core/syntax/yaml/compose.ts";
import { LineIndex } from "../core/text/lineIndex.ts";
import { Evaluator } from "../effective/evaluator.ts";
import type { FileSource } from "../effective/fileSource.ts";
import type { Thread } from "../effective/thread.ts";
import type { ServiceParams } from "../protocol.ts";
import type { Files } from "./files.ts";
import { serviceEnvironment } from "./serviceEnvironment.ts";

export interface EffectiveParts {
  readonly documents: TextDocuments<TextDocument>;
  files(): Files;
  /** The workspace folder of a file. */
  folderOf(uri: string): string | undefined;
  startThread(): Thread;
  /** Who reads an env file, where nobody chose a tool. */
  envReaders(uri: string): Promise<readonly EnvReader[]>;
}

export interface EffectiveQuestion {
  /** Any file of the configuration. */
  readonly uri: string;
  readonly version: Version;
  /** Address of the env file that the server runs with. */
  readonly envFile?: string;
  /** Instead of an env file. */
  readonly service?: ServiceParams;
  readonly dialect: EnvDialectChoice;
  /** Files as they are on the disk, not as they are being edited. */
  readonly saved?: boolean;
}

export interface EffectiveAnswer {
  /** Address of the main file. */
  readonly entry: string;
  /** Paths in it are paths of addresses; `address` makes addresses of them again. */
  readonly result: EffectiveResult;
  readonly address: (path: string) => string;
}

const MAIN_FILE = "prosody.cfg.lua";

export class EffectiveConfigurations {
  private evaluator: Evaluator | undefined;
  private readonly results = new Map<string, Promise<EffectiveAnswer>>();

  constructor(private readonly parts: EffectiveParts) {}

  /** Rejects when the evaluator itself fails, which says nothing about the configuration. */
  async answer(question: EffectiveQuestion): Promise<EffectiveAnswer> {
    if (kindOf(question.uri) === "env") return this.ofImage(question);
    const entry = await this.mainFileOf(question.uri);
    const { version, envFile, service, dialect, saved } = question;
    const key = JSON.stringify([entry, version, envFile, service?.file, service?.name, dialect, saved]);
    let known = this.results.get(key);
    if (known === undefined) {
      known = this.evaluate(entry, question);
      this.results.set(key, known);
      known.catch(() => this.results.delete(key));
    }
    return known;
  }

  /** An env file is for the official image: what that makes of its variables needs no evaluation. */
  private async ofImage({ uri, version, dialect, saved }: EffectiveQuestion): Promise<EffectiveAnswer> {
    const main = URI.parse(uri);
    const text = (await this.read(uri, saved)) ?? "";
    const result = imageResult({
      env: readEnvFile(text, dialect, await this.readersOf(uri, dialect)),
      lines: new LineIndex(text),
      path: main.path,
      version,
      hostname: "localhost",
    });
    return { entry: uri, address: (path) => main.with({ path }).toString(), result };
  }

  /** Names of the services in a compose file. */
  async services(uri: string): Promise<readonly string[]> {
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

  /** A fragment belongs to the nearest prosody.cfg.lua in its folder or above it, inside the workspace. */
  private async mainFileOf(uri: string): Promise<string> {
    const folder = this.parts.folderOf(uri);
    if (folder === undefined || uri.endsWith(`/${MAIN_FILE}`)) return uri;
    const root = URI.parse(folder);
    let at = parentOf(URI.parse(uri));
    for (;;) {
      const candidate = at.with({ path: `${at.path.replace(/\/$/, "")}/${MAIN_FILE}` }).toString();
      if ((await this.read(candidate)) !== undefined) return candidate;
      if (at.path.length <= root.path.length) return uri;
      at = parentOf(at);
    }
  }

  private async evaluate(entry: string, question: EffectiveQuestion): Promise<EffectiveAnswer> {
    const { uri, version, saved } = question;
    const main = URI.parse(entry);
    const address = (path: string): string => main.with({ path }).toString();
    const folder = this.parts.folderOf(uri);
    const root = folder === undefined ? parentOf(main).path : URI.parse(folder).path;
    const { variables, refused } = await this.environment(question);
    if (refused !== undefined) return { entry, address, result: refused };
    const request = {
      entry: main.path,
      version,
      environment: variables,
      now: Date.now() / 1000,
      hostname: "localhost",
      missingFolders: "empty" as const,
    };
    this.evaluator ??= new Evaluator(() => this.parts.startThread());
    return { entry, address, result: await this.evaluator.evaluate(request, this.source(root, address, saved)) };
  }

  private async environment({ envFile, service, dialect, saved }: EffectiveQuestion): Promise<{
    readonly variables: Readonly<Record<string, string>>;
    readonly refused?: EffectiveResult | undefined;
  }> {
    if (service !== undefined) return { variables: await serviceEnvironment(service, (uri) => this.read(uri, saved)) };
    const text = envFile === undefined ? undefined : await this.read(envFile, saved);
    if (envFile === undefined || text === undefined) return { variables: {} };
    const env = readEnvFile(text, dialect, await this.readersOf(envFile, dialect));
    const refused = refusedResult(env, new LineIndex(text), URI.parse(envFile).path);
    return { variables: environmentOf(env).variables, refused };
  }

  private async readersOf(uri: string, dialect: EnvDialectChoice): Promise<readonly EnvReader[]> {
    return dialect === "auto" ? this.parts.envReaders(uri) : [];
  }

  private source(root: string, address: (path: string) => string, saved?: boolean): FileSource {
    return {
      root,
      readFile: async (path) => {
        const content = await this.read(address(path), saved);
        return content === undefined ? { problem: "missing" } : { content };
      },
      listFolder: async (path) => {
        const found = await this.parts.files().findFiles(address(path), ["*"], MAX_NAMES);
        const names = found.map((uri) => URI.parse(uri).path).map((file) => file.slice(file.lastIndexOf("/") + 1));
        return names.length === 0 ? { problem: "missing" } : { names: names.sort() };
      },
    };
  }

  private async read(uri: string, saved = false): Promise<string | undefined> {
    return (saved ? undefined : this.openText(uri)) ?? (await this.parts.files().readFile(uri));
  }

  /** Editors write one address in several ways, so open documents are compared by what they mean. */
  private openText(uri: string): string | undefined {
    const wanted = URI.parse(uri).toString();
    return this.parts.documents
      .all()
      .find((document) => URI.parse(document.uri).toString() === wanted)
      ?.getText();
  }
}

const MAX_NAMES = 500;

function parentOf(uri: URI): URI {
  return uri.with({ path: uri.path.slice(0, uri.path.lastIndexOf("/")) || "/" });
}
