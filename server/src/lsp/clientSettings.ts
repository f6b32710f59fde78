// The settings of the client: asked for once for each file where the client can be asked, else those that it pushed.

import type { Connection } from "vscode-languageserver";
import { DEFAULT_SETTINGS, readSettings } from "./settings.ts";
import type { Settings } from "./settings.ts";

export class ClientSettings {
  private readonly asked = new Map<string, Promise<Settings>>();
  private pushed: Settings = DEFAULT_SETTINGS;

  constructor(
    private readonly connection: Connection,
    private readonly canAsk: () => boolean,
  ) {}

  of(uri: string): Promise<Settings> {
    if (!this.canAsk()) return Promise.resolve(this.pushed);
    let wanted = this.asked.get(uri);
    if (wanted === undefined) {
      wanted = this.connection.workspace
        .getConfiguration({ scopeUri: uri, section: "prosody" })
        .then(readSettings, () => DEFAULT_SETTINGS);
      this.asked.set(uri, wanted);
    }
    return wanted;
  }

  changed(pushed: unknown): void {
    this.asked.clear();
    if (!this.canAsk()) this.pushed = readSettings(sectionOf(pushed));
  }

  forget(uri: string): void {
    this.asked.delete(uri);
  }
}

function sectionOf(pushed: unknown): unknown {
  return typeof pushed === "object" && pushed !== null && "prosody" in pushed ? pushed.prosody : pushed;
}
