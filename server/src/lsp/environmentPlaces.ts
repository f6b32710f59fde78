// The variable under a cursor, and its places in all files, as addresses and ranges.

import type { Location } from "vscode-languageserver";
import { environmentGraph, nodeAt, placesOf } from "../core/model/environment/graph.ts";
import type { EnvironmentGraph, Node } from "../core/model/environment/graph.ts";
import { LineIndex } from "../core/text/lineIndex.ts";
import { toOffset, toRange } from "./convert.ts";
import { graphFileOf } from "../core/graphFiles.ts";
import { addressAt, pathOf } from "../workspace/address.ts";
import type { Session } from "./session.ts";

export interface VariableAt {
  readonly graph: EnvironmentGraph;
  readonly node: Node;
  /** All of its places, the one under the cursor among them. */
  readonly places: readonly Node[];
}

/** As the protocol counts. */
export interface Cursor {
  readonly line: number;
  readonly character: number;
}

export async function variableAt(session: Session, uri: string, cursor: Cursor): Promise<VariableAt | undefined> {
  // Most of what a cursor touches is no variable, which the file alone tells.
  if ((await variableInFile(session, uri, cursor)) === undefined) return undefined;
  const graph = await session.workspace.environmentGraph(uri);
  const path = pathOf(uri);
  const text = graph?.files.find((one) => one.path === path)?.text;
  if (graph === undefined || text === undefined) return variableInFile(session, uri, cursor);
  const node = nodeAt(graph, path, toOffset(new LineIndex(text), cursor));
  return node === undefined ? undefined : { graph, node, places: placesOf(graph, node) };
}

/** As if there were no other files. */
export async function variableInFile(session: Session, uri: string, cursor: Cursor): Promise<VariableAt | undefined> {
  const file = await session.file(uri);
  if (file === undefined || file.settings.ignored) return undefined;
  const graph = environmentGraph([graphFileOf(pathOf(uri), file.analysis)]);
  const node = nodeAt(graph, pathOf(uri), toOffset(file.analysis.lines, cursor));
  return node === undefined ? undefined : { graph, node, places: placesOf(graph, node) };
}

/** In the order of the places. `uri`: of a file in the same folder. */
export function locationsOf({ graph }: VariableAt, places: readonly Node[], session: Session, uri: string): Location[] {
  const lines = linesOf(graph);
  return places.map(({ path, span }) => ({ uri: addressOf(session, uri, path), range: toRange(lines(path), span) }));
}

/** Positions in the files of a graph. */
export function linesOf({ files }: EnvironmentGraph): (path: string) => LineIndex {
  const known = new Map<string, LineIndex>();
  return (path) => {
    const lines = known.get(path) ?? new LineIndex(files.find((file) => file.path === path)?.text ?? "");
    known.set(path, lines);
    return lines;
  };
}

/** As the client writes it, where it is open. */
export function addressOf(session: Session, uri: string, path: string): string {
  const address = addressAt(path, uri);
  return session.documents.get(address)?.uri ?? address;
}
