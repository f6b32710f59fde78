// Whether a configuration is made of statements alone that Prosody cannot refuse: names that are set to plain values, hosts and components
// with plain names. Told by the tokens, so that nothing that was understood wrongly is taken for plain.

import { isKnownGlobal } from "../model/evaluate.ts";
import type { Schema } from "../schema/schema.ts";
import type { LuaSyntax } from "../syntax/lua/syntax.ts";
import type { Token } from "../syntax/lua/scanner.ts";

/** What a value may hold besides texts, numbers and keys. */
const IN_VALUES: ReadonlySet<string> = new Set(["{", "}", ",", ";", "=", "true", "false"]);

/** What Prosody accepts of a host's name without a second look. */
const HOST = /^["'][a-z0-9](?:[a-z0-9.-]*[a-z0-9])?["']$/;

export function isPlain({ syntax, text }: { readonly syntax: LuaSyntax; readonly text: string }, schema: Schema): boolean {
  const hosts = new Set<string>();
  return syntax.chunks.every(({ source }, i) => {
    const start = syntax.chunkStarts[i] ?? 0;
    const tokens = syntax.tokensIn({ start, end: start + source.length }).filter(({ kind }) => kind !== "comment");
    const words = tokens.map((token) => (token.kind === "string" ? text.slice(token.start, token.end) : token.text));
    const host = hostIn(words);
    if (host === undefined) return isAssignment(tokens, schema);
    // What is a host already cannot be a component too.
    if (hosts.has(host)) return false;
    hosts.add(host);
    return true;
  });
}

/** The name of a host or component that begins; parentheses and a semicolon may stand around it. */
function hostIn(words: readonly string[]): string | undefined {
  const [directive, name = "", module, ...rest] = words.filter((word) => word !== ";" && word !== "(" && word !== ")");
  if (rest.length > 0 || !HOST.test(name)) return undefined;
  const fits = module === undefined || (directive === "Component" && HOST.test(module.replaceAll("_", "a")));
  return fits && (directive === "VirtualHost" || directive === "Component") ? name.slice(1, -1) : undefined;
}

function isAssignment(tokens: readonly Token[], schema: Schema): boolean {
  const [name, equals, ...value] = tokens;
  if (name?.kind !== "name" || equals?.text !== "=" || value.length === 0) return false;
  if (schema.directive(name.text) !== undefined || isKnownGlobal(name.text)) return false;
  return value.every(({ kind, text }, i) => {
    if (kind === "string" || kind === "number" || IN_VALUES.has(text)) return true;
    return kind === "name" && value[i + 1]?.text === "=" && i > 0;
  });
}
