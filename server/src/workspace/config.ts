// The files .prosody-config.json: which one holds for a file, what it says, and what is wrong in it. Each is read once, and again when it
// changes on the disk.

import { CONFIG_NAME, isIgnored, parseConfig } from "../core/rules/configFile.ts";
import type { ProjectConfig } from "../core/rules/configFile.ts";
import type { JsonProblem } from "../core/schema/jsonText.ts";
import { folderOf, inFolder, isTop, normal, pathOf } from "./address.ts";
import { filesOf } from "./files.ts";
import type { WorkspaceHost } from "./host.ts";

/** What is wrong in a file that people write for us; nothing: it was put right, or is gone. */
export type Complain = (address: string, text: string, problems: readonly JsonProblem[]) => void;

/** Which one holds for a file: the nearest one in its folder and those above it, up to a highest one; or the one that the user named. */
export type ConfigPlace =
  | { readonly kind: "nearest"; readonly folder: string; readonly highest: string }
  | { readonly kind: "named"; readonly address: string };

/** What holds for one file. */
export interface FoundConfig {
  readonly address: string;
  readonly folder: string;
  readonly config: ProjectConfig;
}

export class ProjectConfigs {
  private readonly known = new Map<string, Promise<ProjectConfig | undefined>>();
  private readonly wrong = new Set<string>();

  constructor(private readonly host: Pick<WorkspaceHost, "files" | "configPlace" | "complain">) {}

  async of(address: string): Promise<FoundConfig | undefined> {
    const place = this.host.configPlace(address);
    if (place?.kind !== "nearest") return place && this.at(place.address);
    for (let { folder } = place; ; folder = folderOf(folder)) {
      const found = await this.at(inFolder(folder, CONFIG_NAME));
      if (found !== undefined || isTop(folder, place.highest)) return found;
    }
  }

  private async at(address: string): Promise<FoundConfig | undefined> {
    const config = await (this.known.get(address) ?? this.read(address));
    return config === undefined ? undefined : { address, folder: folderOf(address), config };
  }

  /** Whether one of the files is one of these: what holds for files below it may be different now. */
  changed(uris: readonly string[]): boolean {
    const ours = uris.map(normal).filter((address) => address.endsWith(`/${CONFIG_NAME}`));
    for (const address of ours) {
      this.known.delete(address);
      // Gone or put right: nobody may ask for it again.
      if (this.wrong.has(address)) void this.read(address);
    }
    return ours.length > 0;
  }

  forget(): void {
    this.known.clear();
  }

  private read(address: string): Promise<ProjectConfig | undefined> {
    const text = filesOf(this.host, address).readFile(address, [folderOf(address)]);
    const config = text.then((found) => (found === undefined ? this.tell(address, "", []) : this.understand(address, found)));
    this.known.set(address, config);
    return config;
  }

  private understand(address: string, text: string): ProjectConfig {
    const { config, problems } = parseConfig(text);
    this.tell(address, text, problems);
    return config;
  }

  private tell(address: string, text: string, problems: readonly JsonProblem[]): undefined {
    if (problems.length === 0 && !this.wrong.delete(address)) return;
    if (problems.length > 0) this.wrong.add(address);
    this.host.complain(address, text, problems);
  }
}

/** The project does not want it checked. */
export function isIgnoredBy({ folder, config }: FoundConfig, address: string): boolean {
  return isIgnored(config, pathOf(address).slice(pathOf(folder).replace(/\/$/, "").length + 1));
}
