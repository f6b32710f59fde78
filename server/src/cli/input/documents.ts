// The files of a run as the workspace sees them: open, with the text that they have now.

import type { Documents, OpenDocument } from "../../workspace/documents.ts";
import { toAddress } from "./paths.ts";
import type { Input } from "./inputs.ts";

export class CheckedDocuments implements Documents {
  opened = 0;
  revision = 0;
  private readonly byAddress = new Map<string, OpenDocument>();

  get(address: string): OpenDocument | undefined {
    return this.byAddress.get(address);
  }

  all(): Iterable<OpenDocument> {
    return this.byAddress.values();
  }

  /** Its text, or the new one. */
  put(input: Input, text: string): void {
    const address = addressOf(input);
    const version = (this.byAddress.get(address)?.version ?? 0) + 1;
    if (version === 1) this.opened++;
    this.revision++;
    // The same document to whoever keeps it.
    this.byAddress.set(
      address,
      Object.assign(this.byAddress.get(address) ?? {}, { uri: address, address, kind: input.kind, text, version }),
    );
  }
}

/** Nothing is known of what may be around standard input. */
export function addressOf({ from, path }: Pick<Input, "from" | "path">): string {
  const address = toAddress(path);
  return from === "file" ? address : address.replace(/^file:/, "stdin:");
}
