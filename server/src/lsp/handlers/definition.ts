// textDocument/definition: from a variable that is read to where it is given, from where it is given to who reads it, and from an
// Include to its files.

import type { DefinitionParams, Location } from "vscode-languageserver";
import { URI } from "vscode-uri";
import { includeTargets } from "../../core/model/includes.ts";
import { touches } from "../../core/text/span.ts";
import { toOffset } from "../convert.ts";
import { locationsOf, variableAt } from "../environmentPlaces.ts";
import type { Session } from "../session.ts";

/** More can hardly be looked through. */
const MAX_FILES = 100;

export async function onDefinition(session: Session, { textDocument: { uri }, position }: DefinitionParams): Promise<Location[]> {
  const included = await includedAt(session, uri, position);
  if (included.length > 0) return included;
  const found = await variableAt(session, uri, position);
  if (found === undefined) return [];
  const wanted = found.node.role === "use" ? "definition" : "use";
  return locationsOf(
    found,
    found.places.filter(({ role }) => role === wanted),
    session,
    uri,
  );
}

async function includedAt(session: Session, uri: string, position: DefinitionParams["position"]): Promise<Location[]> {
  const file = await session.file(uri);
  if (file?.analysis.kind !== "lua") return [];
  const { analysis } = file;
  const offset = toOffset(analysis.lines, position);
  const include = analysis.file.includes.find(({ span }) => touches(span, offset));
  const [target] = include === undefined ? [] : includeTargets({ includes: [include] }, URI.parse(uri).path);
  if (target === undefined) return [];
  const start = { line: 0, character: 0 };
  const files = await session.workspace.included(uri, target.pattern);
  return files.slice(0, MAX_FILES).map((one) => ({ uri: session.documents.get(one)?.uri ?? one, range: { start, end: start } }));
}
