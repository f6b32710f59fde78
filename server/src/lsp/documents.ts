// The open documents of the editor, as the workspace asks for them.

import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { containerKindOf, kindOf } from "../core/source.ts";
import { normal } from "../workspace/address.ts";
import type { Documents, OpenDocument } from "../workspace/documents.ts";

export class EditorDocuments implements Documents {
  opened = 0;
  revision = 0;
  private readonly byAddress = new Map<string, OpenDocument>();

  constructor(private readonly documents: TextDocuments<TextDocument>) {}

  get(uri: string): OpenDocument | undefined {
    return this.byAddress.get(normal(uri));
  }

  all(): Iterable<OpenDocument> {
    return this.byAddress.values();
  }

  /** A document was opened, or has another language. */
  open({ uri, languageId }: TextDocument): void {
    const { documents } = this;
    const address = normal(uri);
    this.opened++;
    this.revision++;
    this.byAddress.set(address, {
      uri,
      address,
      kind: kindOf(uri, languageId) ?? containerKindOf(uri, languageId),
      // The text of the moment.
      get text() {
        return documents.get(uri)?.getText() ?? "";
      },
      get version() {
        return documents.get(uri)?.version ?? 0;
      },
    });
  }

  change(): void {
    this.revision++;
  }

  close({ uri }: TextDocument): void {
    this.opened++;
    this.revision++;
    this.byAddress.delete(normal(uri));
  }
}
