// textDocument/prepareRename and textDocument/rename: a variable of the environment gets another name in every file that has it, open
// or not. Where that cannot be done everywhere it is not done at all, and the reason is told.

import { LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { PrepareRenameParams, PrepareRenameResult, RenameParams, WorkspaceEdit } from "vscode-languageserver";
import { isLikeOfficial } from "../../core/model/envNames.ts";
import { newNameProblem, renamable } from "../../core/model/environment/rename.ts";
import type { Schema } from "../../core/schema/schema.ts";
import { toRange, toWorkspaceEdit } from "../convert.ts";
import { addressOf, linesOf, variableAt } from "../environmentPlaces.ts";
import type { Session } from "../session.ts";

type Refusal = ResponseError;

export async function onPrepareRename(
  session: Session,
  params: PrepareRenameParams,
): Promise<PrepareRenameResult | Refusal | null> {
  const { uri } = params.textDocument;
  const found = await variableAt(session, uri, params.position);
  if (found === undefined) return null;
  const { graph, node } = found;
  const plan = renamable(graph, node, isOfficialIn(await schemaAt(session, uri)));
  if (!plan.ok) return refusal(plan.reason);
  return { range: toRange(linesOf(graph)(node.path), node.span), placeholder: node.name };
}

export async function onRename(session: Session, params: RenameParams): Promise<WorkspaceEdit | Refusal | null> {
  const { newName } = params;
  const { uri } = params.textDocument;
  const found = await variableAt(session, uri, params.position);
  if (found === undefined) return null;
  const { graph, node } = found;
  if (newName === node.name) return null;
  const isOfficial = isOfficialIn(await schemaAt(session, uri));
  const plan = renamable(graph, node, isOfficial);
  if (!plan.ok) return refusal(plan.reason);
  const problem = newNameProblem(graph, plan.places, newName, isOfficial);
  if (problem !== undefined) return refusal(problem);
  const lines = linesOf(graph);
  const texts = [...new Set(plan.places.map(({ path }) => path))].map((path) => {
    const address = addressOf(session, uri, path);
    const places = plan.places.filter((place) => place.path === path);
    const document = session.documents.get(address);
    return {
      uri: address,
      lines: lines(path),
      version: document?.version,
      isOld: document !== undefined && document.text !== graph.files.find((file) => file.path === path)?.text,
      edits: places.map(({ span }) => ({ span, newText: newName })),
    };
  });
  // Somebody typed meanwhile, and something else stands there now.
  if (texts.some(({ isOld }) => isOld)) return refusal("The files changed meanwhile. Try it again.");
  return toWorkspaceEdit(texts, session.abilities.versionedEdits);
}

async function schemaAt(session: Session, uri: string): Promise<Schema> {
  return (await session.surroundings(uri)).schema;
}

/** Names that the image reads, or did, or will. */
function isOfficialIn(schema: Schema): (name: string) => boolean {
  return (name) => isLikeOfficial(name) && schema.variable(name) !== undefined;
}

function refusal(reason: string): Refusal {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}
