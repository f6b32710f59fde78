// The file .prosody-config.json that holds for a file: the nearest one in its folder and above. Each is read once, and each mistake in
// it is told once.

import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { CONFIG_NAME, isIgnored, parseConfig } from "../../core/rules/configFile.ts";
import type { ProjectConfig } from "../../core/rules/configFile.ts";
import { LineIndex } from "../../core/text/lineIndex.ts";
import type { Problem } from "./problem.ts";
import { readInput } from "./readInput.ts";

export interface FoundConfig {
  readonly path: string;
  readonly config: ProjectConfig;
}

export class ConfigSearch {
  private readonly byFolder = new Map<string, string | undefined>();
  private readonly read = new Map<string, Promise<FoundConfig>>();
  readonly problems: Problem[] = [];

  /** `given`: this one for all files; `false`: none. */
  constructor(private readonly given: string | boolean) {}

  async of(file: string): Promise<FoundConfig | undefined> {
    if (this.given === false) return undefined;
    const path = typeof this.given === "string" ? this.given : this.find(dirname(resolve(file)));
    if (path === undefined) return undefined;
    let found = this.read.get(path);
    if (found === undefined) {
      found = this.understand(path);
      this.read.set(path, found);
    }
    return found;
  }

  private find(folder: string): string | undefined {
    if (this.byFolder.has(folder)) return this.byFolder.get(folder);
    const path = join(folder, CONFIG_NAME);
    const above = dirname(folder);
    const found = existsSync(path) ? path : above === folder ? undefined : this.find(above);
    this.byFolder.set(folder, found);
    return found;
  }

  private async understand(path: string): Promise<FoundConfig> {
    const shown = typeof this.given === "string" ? path : short(path);
    const read = await readInput({ from: "file", path, kind: "lua" });
    if (!read.ok) {
      this.problems.push({ path: shown, reason: read.problem.reason });
      return { path, config: { rules: {}, ignore: [] } };
    }
    const { config, problems } = parseConfig(read.text);
    const lines = new LineIndex(read.text);
    for (const { span, message } of problems) {
      const { line, column } = lines.at(span.start);
      this.problems.push({ path: `${shown}:${line + 1}:${column + 1}`, reason: message.replace(/[.]$/, "") });
    }
    return { path, config };
  }
}

export function isIgnoredBy({ path, config }: FoundConfig, file: string): boolean {
  return isIgnored(
    config,
    relative(dirname(resolve(path)), resolve(file))
      .split(sep)
      .join("/"),
  );
}

/** From the current folder on, when it is in there. */
function short(path: string): string {
  const way = relative(process.cwd(), path);
  return way.startsWith("..") ? path : way;
}
