// textDocument/documentLink: an Include's path leads to the file that it stands for.

import type { DocumentLink, DocumentLinkParams } from "vscode-languageserver";
import { URI } from "vscode-uri";
import { includeTargets } from "../../core/model/includes.ts";
import { toRange } from "../convert.ts";
import type { Session } from "../session.ts";

/** Each may have to be looked for. */
const MAX_LINKS = 200;

export async function onDocumentLink(session: Session, params: DocumentLinkParams): Promise<DocumentLink[]> {
  const file = await session.file(params.textDocument.uri);
  if (file?.analysis.kind !== "lua") return [];
  const { uri, analysis } = file;
  const targets = includeTargets(analysis.file, URI.parse(uri).path).slice(0, MAX_LINKS);
  const links = await Promise.all(
    targets.map(async ({ span, pattern }): Promise<DocumentLink[]> => {
      // A link leads to one place: where a wildcard stands for several files there is none.
      const [target, ...more] = await session.workspace.included(uri, pattern);
      if (target === undefined || more.length > 0) return [];
      return [{ range: toRange(analysis.lines, span), target, tooltip: session.folders.label(target) }];
    }),
  );
  return links.flat();
}
