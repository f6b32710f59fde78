// textDocument/references and textDocument/documentHighlight: the places of a variable of the environment, in all files or in one.

import type { DocumentHighlight, DocumentHighlightParams, Location, ReferenceParams } from "vscode-languageserver";
import { DocumentHighlightKind } from "vscode-languageserver";
import { toRange } from "../convert.ts";
import { linesOf, locationsOf, variableAt, variableInFile } from "../environmentPlaces.ts";
import { pathOf } from "../../workspace/address.ts";
import type { Session } from "../session.ts";

export async function onReferences(session: Session, params: ReferenceParams): Promise<Location[]> {
  const { uri } = params.textDocument;
  const found = await variableAt(session, uri, params.position);
  if (found === undefined) return [];
  const wanted = found.places.filter(({ role }) => params.context.includeDeclaration || role === "use");
  return locationsOf(found, wanted, session, uri);
}

export async function onDocumentHighlight(session: Session, params: DocumentHighlightParams): Promise<DocumentHighlight[]> {
  const { uri } = params.textDocument;
  // It follows every step of the cursor, so no other file is looked at.
  const found = await variableInFile(session, uri, params.position);
  if (found === undefined) return [];
  const path = pathOf(uri);
  const lines = linesOf(found.graph)(path);
  return found.places
    .filter((place) => place.path === path)
    .map(({ span, role }) => ({
      range: toRange(lines, span),
      kind: role === "definition" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}
