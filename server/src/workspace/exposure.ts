// Who else sees a configuration. The host is asked in the background, one file after the other; an answer waits for it no longer than it
// is told to, and says what is known by then.

import { URI } from "vscode-uri";
import type { Exposure, Project } from "../core/model/project.ts";
import type { WorkspaceHost } from "./host.ts";
import { withTimeout } from "./withTimeout.ts";

type Ask = (address: string) => Promise<Exposure>;

/** Milliseconds until a file is given up: a disk may be far away. */
const LIMIT = 5_000;

interface Known {
  exposure: Exposure;
  asked: Promise<void> | undefined;
}

export class Exposures {
  private readonly known = new Map<string, Known>();
  private asking: Promise<void> = Promise.resolve();

  constructor(
    private readonly host: Pick<WorkspaceHost, "exposureOf" | "waits">,
    /** Something else is known of a file now. */
    private readonly changed: () => void,
  ) {}

  /** The project, with what is known of the file in question. */
  async addTo(project: Project): Promise<Project> {
    const exposure = await this.of(project.path);
    if (Object.keys(exposure).length === 0) return project;
    return { ...project, files: project.files.map((file) => (file.path === project.path ? { ...file, ...exposure } : file)) };
  }

  /** Files or lists of what git ignores may have changed. */
  filesChanged(): void {
    for (const known of this.known.values()) known.asked = undefined;
  }

  private async of(address: string): Promise<Exposure> {
    const ask = this.host.exposureOf();
    if (ask === undefined || URI.parse(address).scheme !== "file") return {};
    const known = this.known.get(address) ?? { exposure: {}, asked: undefined };
    this.known.set(address, known);
    if (known.asked === undefined) this.asking = known.asked = this.asking.then(() => this.look(address, known, ask));
    if (this.host.waits) await known.asked;
    return known.exposure;
  }

  private async look(address: string, known: Known, ask: Ask): Promise<void> {
    const exposure = (await withTimeout(ask(address), LIMIT)) ?? {};
    if (isSame(exposure, known.exposure)) return;
    known.exposure = exposure;
    this.changed();
  }
}

function isSame(one: Exposure, other: Exposure): boolean {
  return one.versioned === other.versioned && one.worldReadable === other.worldReadable;
}
