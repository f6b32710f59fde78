// The version of the server that is installed on this machine: it stands in a file beside Prosody's own code, and holds for the
// configuration that this server reads.

import { VERSIONS } from "../core/schema/versions.ts";
import type { Version } from "../core/schema/versions.ts";
import { addressAt, inFolder, isBelow } from "./address.ts";
import type { Files } from "./files.ts";
import type { VersionInForce } from "./settings.ts";

/** Folders of configurations, and where the server that reads one may be: as packages and Prosody's own `make install` place them. */
const PLACES: readonly (readonly [config: string, libraries: readonly string[]])[] = [
  ["/etc/prosody", ["/usr/lib/prosody", "/usr/lib64/prosody", "/usr/local/lib/prosody"]],
  ["/usr/local/etc/prosody", ["/usr/local/lib/prosody"]],
  ["/opt/homebrew/etc/prosody", ["/opt/homebrew/lib/prosody"]],
];

/** Milliseconds after which it is looked for again: packages are upgraded. */
const FRESH = 30_000;

interface Known {
  readonly at: number;
  readonly found: Promise<VersionInForce | undefined>;
}

export class InstalledVersions {
  private readonly known = new Map<string, Known>();

  constructor(
    /** Undefined where nothing may be read outside of the folders that were opened. */
    private readonly files: () => Files | undefined,
    private readonly changed: () => void,
  ) {}

  /** `main`: the main file of a configuration, or the only one that is known. */
  async of(main: string): Promise<VersionInForce | undefined> {
    const files = this.files();
    const place = PLACES.find(([config]) => isBelow(main, addressAt(config, main)));
    if (files === undefined || place === undefined || !main.startsWith("file:")) return undefined;
    const [config, libraries] = place;
    const known = this.known.get(config);
    if (known === undefined) return this.look(config, libraries, files);
    if (Date.now() - known.at > FRESH) void this.lookAgain(config, libraries, files, known);
    return known.found;
  }

  forget(): void {
    this.known.clear();
  }

  private look(config: string, libraries: readonly string[], files: Files): Promise<VersionInForce | undefined> {
    const found = versionIn(libraries, files).catch(() => undefined);
    this.known.set(config, { at: Date.now(), found });
    return found;
  }

  private async lookAgain(config: string, libraries: readonly string[], files: Files, before: Known): Promise<void> {
    this.known.set(config, { ...before, at: Date.now() });
    const [old, now] = [await before.found, await versionIn(libraries, files).catch(() => undefined)];
    if (old?.version === now?.version) return;
    this.known.set(config, { at: Date.now(), found: Promise.resolve(now) });
    this.changed();
  }
}

/** Undefined: there is none, or there are several that differ. */
async function versionIn(libraries: readonly string[], files: Files): Promise<VersionInForce | undefined> {
  const texts = await Promise.all(
    libraries.map(async (path) => {
      const library = addressAt(path, "file:///");
      const address = inFolder(library, "prosody.version");
      return { address, text: await files.readFile(address, [library]) };
    }),
  );
  const found = texts.flatMap(({ address, text }) => (text === undefined ? [] : [{ address, version: versionOf(text) }]));
  const [first] = found;
  if (first?.version === undefined || found.some(({ version }) => version !== first.version)) return undefined;
  return { version: first.version, because: "installed", address: first.address };
}

/** `0.12.3`, `13.0 nightly build 5`; of a build that is known by its changeset alone it cannot be told. */
function versionOf(text: string): Version | undefined {
  const [word = ""] = text.trim().split(/\s/);
  return VERSIONS.find((version) => word === version || word.startsWith(`${version}.`));
}
