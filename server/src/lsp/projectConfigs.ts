// The files .prosody-config.json of the workspace: which one holds for a file, what it says, and what is wrong in it. Each is read once
// and again when it changes on the disk.

import type { Connection } from "vscode-languageserver";
import { URI } from "vscode-uri";
import { CONFIG_NAME, isIgnored, parseConfig } from "../core/rules/configFile.ts";
import type { ProjectConfig } from "../core/rules/configFile.ts";
import { LineIndex } from "../core/text/lineIndex.ts";
import { toDiagnostic } from "./convert.ts";
import type { Files } from "./files.ts";

export interface ProjectConfigParts {
  readonly connection: Connection;
  files(): Files;
  /** The workspace folder of a file. */
  folderOf(uri: string): string | undefined;
}

/** What holds for one file. */
export interface ConfigForFile {
  readonly config: ProjectConfig;
  /** The file is not to be checked. */
  readonly ignored: boolean;
  /** A path of the configuration, from the workspace folder on. */
  readonly fromFolder: (path: string) => string;
}

export class ProjectConfigs {
  private readonly known = new Map<string, Promise<ProjectConfig | undefined>>();
  private readonly published = new Set<string>();

  constructor(private readonly parts: ProjectConfigParts) {}

  /** That of the nearest folder, up to the workspace folder. */
  async of(uri: string): Promise<ConfigForFile | undefined> {
    const folder = this.parts.folderOf(uri);
    if (folder === undefined) return undefined;
    const file = URI.parse(uri);
    const root = URI.parse(folder).path.replace(/\/$/, "");
    for (let at = parentOf(file.path); at.length >= root.length; at = parentOf(at)) {
      const config = await this.read(file.with({ path: `${at}/${CONFIG_NAME}` }).toString());
      if (config !== undefined) {
        return {
          config,
          ignored: isIgnored(config, file.path.slice(at.length + 1)),
          fromFolder: (path) => `${at.slice(root.length)}/${path}`.replace(/^\//, ""),
        };
      }
      if (at === "") break;
    }
    return undefined;
  }

  /** Whether one of the files is one of these: what holds for files below it may be different now. */
  changed(uris: readonly string[]): boolean {
    const ours = uris.map((uri) => URI.parse(uri).toString()).filter((uri) => uri.endsWith(`/${CONFIG_NAME}`));
    for (const uri of ours) {
      this.known.delete(uri);
      // Gone or put right: nobody may ask for it again.
      if (this.published.has(uri)) void this.read(uri);
    }
    return ours.length > 0;
  }

  forget(): void {
    this.known.clear();
  }

  private read(uri: string): Promise<ProjectConfig | undefined> {
    let config = this.known.get(uri);
    if (config === undefined) {
      config = this.parts
        .files()
        .readFile(uri)
        .then((text) => this.understand(uri, text));
      this.known.set(uri, config);
    }
    return config;
  }

  private understand(uri: string, text: string | undefined): ProjectConfig | undefined {
    if (text === undefined) {
      if (this.published.delete(uri)) void this.parts.connection.sendDiagnostics({ uri, diagnostics: [] });
      return undefined;
    }
    const { config, problems } = parseConfig(text);
    const lines = new LineIndex(text);
    const diagnostics = problems.map((problem) =>
      toDiagnostic(lines, uri, { ...problem, rule: "config-file", severity: "error", fixable: false }),
    );
    if (diagnostics.length > 0 || this.published.has(uri)) {
      this.published.add(uri);
      void this.parts.connection.sendDiagnostics({ uri, diagnostics });
    }
    return config;
  }
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}
