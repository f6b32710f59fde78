// textDocument/prepareRename and textDocument/rename: a variable of the environment gets another name in every file that has it, open
// or not. Where that cannot be done everywhere it is not done at all, and the reason is told.

import { LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { PrepareRenameParams, PrepareRenameResult, RenameParams, WorkspaceEdit } from "vscode-languageserver";
import { isLikeOfficial } from "../../core/model/envNames.ts";
import { newNameProblem, renamable } from "../../core/model/environment/rename.ts";
import { toRange, toWorkspaceEdit } from "../convert.ts";
import { addressOf, linesOf, variableAt } from "../environmentPlaces.ts";
import type { Session } from "../session.ts";

type Refusal = ResponseError;

export async function onPrepareRename(
  session: Session,
  params: PrepareRenameParams,
): Promise<PrepareRenameResult | Refusal | null> {
  const found = await planAt(session, params);
  if (found === undefined) return null;
  const { graph, node, plan } = found;
  if (!plan.ok) return refusal(plan.reason);
  return { range: toRange(linesOf(graph)(node.path), node.span), placeholder: node.name };
}

export async function onRename(session: Session, params: RenameParams): Promise<WorkspaceEdit | Refusal | null> {
  const { newName } = params;
  const { uri } = params.textDocument;
  const found = await planAt(session, params);
  if (found === undefined || newName === found.node.name) return null;
  const { graph, isOfficial, plan } = found;
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

/** The variable at a place, and whether it may have another name. `isOfficial`: names that the image reads, or did, or will. */
async function planAt(session: Session, { textDocument: { uri }, position }: PrepareRenameParams) {
  const found = await variableAt(session, uri, position);
  if (found === undefined) return undefined;
  const { schema } = await session.workspace.surroundings(uri);
  const isOfficial = (name: string): boolean => isLikeOfficial(name) && schema.variable(name) !== undefined;
  return { ...found, isOfficial, plan: renamable(found.graph, found.node, isOfficial) };
}

function refusal(reason: string): Refusal {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}
