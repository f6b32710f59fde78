// Who else sees a configuration. The host is asked in the background, one file after the other; an answer waits for none, and says
// what is known by then.

import { URI } from "vscode-uri";
import type { Exposure, Project } from "../core/model/project.ts";

type Ask = (uri: string) => Promise<Exposure>;

export interface ExposureParts {
  /** Undefined: the host cannot tell. */
  readonly ask: Ask | undefined;
  /** The user trusts the workspace. */
  readonly isTrusted: () => boolean;
  /** Something else is known of a file now. */
  readonly changed: (uri: string) => void;
}

/** Milliseconds until a file is given up: a disk may be far away. */
const PATIENCE = 5_000;

interface Known {
  exposure: Exposure;
  /** The disk has not changed since it was asked for. */
  isFresh: boolean;
}

export class Exposures {
  private readonly known = new Map<string, Known>();
  private asking: Promise<void> = Promise.resolve();

  constructor(private readonly parts: ExposureParts) {}

  /** The project, with what is known of the file in question. */
  addTo(project: Project): Project {
    const exposure = this.of(project.path);
    if (Object.keys(exposure).length === 0) return project;
    return { ...project, files: project.files.map((file) => (file.path === project.path ? { ...file, ...exposure } : file)) };
  }

  /** Files or lists of what git ignores may have changed. */
  filesChanged(): void {
    for (const known of this.known.values()) known.isFresh = false;
  }

  private of(uri: string): Exposure {
    const { ask, isTrusted } = this.parts;
    if (ask === undefined || !isTrusted() || URI.parse(uri).scheme !== "file") return {};
    const known = this.known.get(uri) ?? { exposure: {}, isFresh: false };
    if (!known.isFresh) {
      known.isFresh = true;
      this.known.set(uri, known);
      this.asking = this.asking.then(() => this.look(uri, known, ask));
    }
    return known.exposure;
  }

  private async look(uri: string, known: Known, ask: Ask): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enough = new Promise<Exposure>((resolve) => {
      timer = setTimeout(() => {
        resolve({});
      }, PATIENCE);
    });
    const exposure = await Promise.race([ask(uri).catch(() => ({})), enough]);
    clearTimeout(timer);
    if (isSame(exposure, known.exposure)) return;
    known.exposure = exposure;
    this.parts.changed(uri);
  }
}

function isSame(one: Exposure, other: Exposure): boolean {
  return one.versioned === other.versioned && one.worldReadable === other.worldReadable;
}
