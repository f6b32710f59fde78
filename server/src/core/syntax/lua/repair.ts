// Makes a broken statement parse: closes what is open, fills holes, puts missing separators, drops what fits nowhere. A
// half-typed line is the normal state of a file in an editor, and most of it can be understood all the same.

import { Nesting, beginsExpression, endsExpression } from "./chunks.ts";
import { attempt } from "./luaparse.ts";
import type { LuaStatement } from "./luaparse.ts";
import { Rewrite } from "./rewrite.ts";
import type { Token } from "./scanner.ts";

export interface Repaired {
  readonly body: readonly LuaStatement[];
  readonly toFile: (offset: number) => number;
}

const MAX_REPAIRS = 12;

/** The statements of a damaged run, or undefined if no small change makes it parse. */
export function repair(text: string, run: readonly Token[]): Repaired | undefined {
  const rewrite = new Rewrite(text, run);
  replaceBadTokens(text, run, rewrite);
  balance(run, rewrite);
  for (let i = 0; i < MAX_REPAIRS; i++) {
    const result = attempt(rewrite.text);
    if (result.ok) return { body: result.body, toFile: rewrite.mapping() };
    if (!mend(run, rewrite, rewrite.toFile(result.index), i)) return undefined;
  }
  return undefined;
}

/** Gives error tokens a form that parses; positions inside them stay true where that is possible. */
function replaceBadTokens(text: string, run: readonly Token[], rewrite: Rewrite): void {
  for (const token of run) {
    if (token.kind !== "error") continue;
    const source = text.slice(token.start, token.end);
    switch (token.problem) {
      case "unfinished-string":
        rewrite.replace(token.start, source.replace(/\\$/, "") + source.charAt(0));
        break;
      case "bad-escape":
        rewrite.replace(token.start, source.replace(/\\/g, "/"));
        break;
      case "unfinished-long-string":
        rewrite.replace(token.start, source + (/^\[(=*)/.exec(source)?.[0] ?? "[").replace("[", "]") + "]");
        break;
      case "malformed-number":
        rewrite.replace(token.start, "0");
        break;
      default:
        rewrite.replace(token.start, " ");
    }
  }
}

/** Drops closers without openers and closes what is open at the end. */
function balance(run: readonly Token[], rewrite: Rewrite): void {
  const nesting = new Nesting();
  for (const token of run) {
    if (!nesting.take(token)) rewrite.replace(token.start, " ");
  }
  const end = run[run.length - 1]?.end ?? 0;
  for (const opener of [...nesting.open].reverse()) {
    rewrite.insertBefore(end, opener.closer === "until" ? "until nil" : opener.closer);
  }
}

/** One small change at the place of the error; false when there is none to try. */
function mend(run: readonly Token[], rewrite: Rewrite, at: number, round: number): boolean {
  const index = run.findIndex((token) => token.start >= at);
  const token = index < 0 ? undefined : run[index];
  const previous = index < 0 ? run[run.length - 1] : run[index - 1];
  const end = run[run.length - 1]?.end ?? 0;
  if (previous === undefined) return false;
  if (wantsExpression(previous)) {
    rewrite.insertBefore(token?.start ?? end, "nil");
    return true;
  }
  if (token === undefined) {
    // Mended at the end already, to no avail: there is nothing left to try.
    if (round > 3) return false;
    rewrite.insertBefore(end, previous.kind === "name" && run.length === 1 ? "= nil" : "nil");
    return run.length > 1;
  }
  const opener = innermostAt(run, index);
  if (opener === "then" || opener === "do") {
    rewrite.insertBefore(token.start, opener);
    return true;
  }
  if ((opener === "{" || opener === "(") && endsExpression(previous) && (beginsExpression(token) || token.text === "[")) {
    rewrite.insertBefore(token.start, ",");
    return true;
  }
  rewrite.replace(token.start, " ");
  return true;
}

function wantsExpression(token: Token): boolean {
  if (token.kind !== "symbol" && token.kind !== "keyword") return false;
  return ["=", "..", "+", "-", "*", "/", "%", "^", "#", "==", "~=", "<", ">", "<=", ">=", "//", "and", "or", "not"].includes(
    token.text,
  );
}

/** The innermost open bracket before a token of the run, or the word that an open `if`, `for` or `while` still lacks. */
function innermostAt(run: readonly Token[], index: number): string | undefined {
  const nesting = new Nesting();
  for (const token of run.slice(0, index)) nesting.take(token);
  const opener = nesting.innermost?.token;
  if (opener === undefined) return undefined;
  const lacks = opener.text === "if" ? "then" : opener.text === "for" || opener.text === "while" ? "do" : undefined;
  if (lacks === undefined) return opener.text;
  const after = run.slice(run.indexOf(opener), index);
  return after.some((token) => token.text === lacks) ? opener.text : lacks;
}
