// Where a broken run of tokens can be cut again: at tokens that plainly begin a statement, so that an unclosed bracket does not
// swallow the rest of the file.

import { Nesting } from "./chunks.ts";
import type { Token } from "./scanner.ts";

const STATEMENT_KEYWORDS = new Set(["local", "if", "for", "while", "function", "repeat"]);
const DIRECTIVES = new Set(["VirtualHost", "Component", "Include", "Host", "RunScript", "host", "component", "include"]);

/** Column of a token if it is the first on its line. */
export type FirstColumn = (token: Token) => number | undefined;

export function firstColumn(text: string): FirstColumn {
  return (token) => {
    let at = token.start;
    while (at > 0 && (text.charCodeAt(at - 1) === 32 || text.charCodeAt(at - 1) === 9)) at--;
    const before = text.charCodeAt(at - 1);
    return at === 0 || before === 10 || before === 13 ? token.start - at : undefined;
  };
}

/** Indexes (into `run`) of anchors after its first token, in order. */
export function findAnchors(run: readonly Token[], columnOf: FirstColumn): readonly number[] {
  const first = run[0];
  if (first === undefined) return [];
  const home = columnOf(first) ?? 0;
  const anchors: number[] = [];
  let nesting = new Nesting();
  nesting.take(first);
  for (let i = 1; i < run.length; i++) {
    const token = run[i];
    if (token === undefined) break;
    const column = columnOf(token);
    if (column !== undefined && column <= home && isAnchor(run, i, column, nesting, columnOf)) {
      anchors.push(i);
      nesting = new Nesting();
    }
    nesting.take(token);
  }
  return anchors;
}

function isAnchor(run: readonly Token[], i: number, column: number, nesting: Nesting, columnOf: FirstColumn): boolean {
  const isField = run[i]?.kind === "name" && run[i + 1]?.text === "=" && looksLikeField(run, i, column, nesting, columnOf);
  return plainlyBegins(run, i) && !isField;
}

/** The token with this index reads like the first of a statement: `name =`, a directive, `local`, … */
export function plainlyBegins(run: readonly Token[], i: number): boolean {
  const token = run[i];
  const next = run[i + 1];
  if (token === undefined) return false;
  if (token.kind === "keyword") return STATEMENT_KEYWORDS.has(token.text) && (token.text !== "function" || next?.kind === "name");
  if (token.kind !== "name") return false;
  if (DIRECTIVES.has(token.text)) return next?.kind === "string" || next?.kind === "error" || next?.text === "(";
  return next?.text === "=" && next.kind === "symbol";
}

/** Whether `name =` continues an open table whose fields stand at this column or left of it. */
function looksLikeField(run: readonly Token[], i: number, column: number, nesting: Nesting, columnOf: FirstColumn): boolean {
  const opener = nesting.innermost;
  if (opener?.closer !== "}") return false;
  const openedAt = run.indexOf(opener.token);
  const field = run[openedAt + 1];
  const isKeyed = run[openedAt + 2]?.text === "=" || field?.text === "[";
  if (field === undefined || openedAt + 1 >= i || !isKeyed) return false;
  const fieldColumn = columnOf(field);
  return fieldColumn !== undefined && fieldColumn <= column;
}
