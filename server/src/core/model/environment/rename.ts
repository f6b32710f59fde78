// Another name for a variable in all files that have it; or why not: names of the image, names that others read too, names that are
// taken.

import { ownVariable } from "../envNames.ts";
import { nameOf } from "./files.ts";
import type { GraphFile } from "./files.ts";
import { placesOf } from "./graph.ts";
import type { EnvironmentGraph, Node } from "./graph.ts";

export type RenamePlan =
  | { readonly ok: true; readonly places: readonly Node[] }
  /** A sentence. */
  | { readonly ok: false; readonly reason: string };

/** Whether the variable at a place may have another name, and where that has to be written. `isOfficial`: names of the image. */
export function renamable(graph: EnvironmentGraph, node: Node, isOfficial: (name: string) => boolean): RenamePlan {
  const { name } = node;
  if (isOfficial(name)) return no(`\`${name}\` is a name of the official container image, which would not read another one.`);
  if (!ownVariable(name)) return no(`\`${name}\` means something to other programs too, so it has to stay as it is.`);
  const places = placesOf(graph, node);
  const [foreign] = places.flatMap((one) => one.foreign);
  if (foreign !== undefined)
    return no(`\`${name}\` is also given to \`${foreign.name}\`, and what runs there may read it by that name.`);
  const outside = places.find(({ fromOutside }) => fromOutside === true);
  if (outside !== undefined)
    return no(`\`${nameOf(outside.path)}\` takes \`${name}\` from the environment around it, which is in none of these files.`);
  const texts = new Map(graph.files.map((file) => [file.path, file]));
  for (const { path, span } of places) {
    if (texts.get(path)?.text.slice(span.start, span.end) !== name)
      return no(`\`${name}\` is put together in \`${nameOf(path)}\`, where it cannot be changed.`);
  }
  const script = scriptWith(name, places, graph.files);
  if (script !== undefined) return no(`\`${nameOf(script.path)}\` uses \`${name}\` too, in a way that cannot be followed.`);
  return { ok: true, places };
}

/** Undefined: the new name is fine. */
export function newNameProblem(
  graph: EnvironmentGraph,
  places: readonly Node[],
  newName: string,
  isOfficial: (name: string) => boolean,
): string | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(newName))
    return "The name of a variable has letters, digits and `_`, and begins with no digit.";
  if (isOfficial(newName) || !ownVariable(newName)) return `\`${newName}\` means something to other programs already.`;
  const scopes = new Set(places.flatMap((place) => [...place.scopes]));
  const known = graph.nodes.get(newName)?.filter((node) => [...node.scopes].some((scope) => scopes.has(scope))) ?? [];
  const taken = known.find(({ role }) => role === "definition") ?? known[0];
  return taken === undefined ? undefined : `There is a variable \`${newName}\` already, in \`${nameOf(taken.path)}\`.`;
}

function no(reason: string): RenamePlan {
  return { ok: false, reason };
}

/** A script that may have read the env file itself. */
function scriptWith(name: string, places: readonly Node[], files: readonly GraphFile[]): GraphFile | undefined {
  const inEnvFile = files.some((file) => file.kind === "env" && places.some(({ path }) => path === file.path));
  if (!inEnvFile) return undefined;
  const used = new RegExp(`\\$\\{?${name}\\b`);
  return files.find((file) => isScript(file) && used.test(file.text));
}

function isScript(file: GraphFile): boolean {
  return file.kind === "other" || (file.kind === "container" && file.file.form === "commandLine");
}
