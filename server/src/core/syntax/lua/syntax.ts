// What parsing a Lua file yields: tokens, statements that were understood, statements that were not, and what is wrong.

import type { Span } from "../../text/span.ts";
import type { SyntaxIssue } from "../issue.ts";
import type { LuaStatement } from "./luaparse.ts";
import type { Token } from "./scanner.ts";

export interface LuaSyntax {
  /** All tokens, comments included. */
  readonly tokens: readonly Token[];
  readonly statements: readonly ParsedStatement[];
  readonly broken: readonly BrokenStatement[];
  /** Where the top-level statements begin, those included that could not be parsed. */
  readonly starts: readonly number[];
  /** In the order of the file. */
  readonly issues: readonly SyntaxIssue[];
}

export interface ParsedStatement {
  readonly node: LuaStatement;
  /** File offset of an offset in the node's ranges. */
  readonly toFile: (offset: number) => number;
  /** The statement was repaired before it could be parsed: parts of it may be our guess. */
  readonly repaired: boolean;
}

/** A top-level statement that could not be understood. */
export interface BrokenStatement {
  readonly span: Span;
  /** Its first word, which often is the option that is being typed. */
  readonly name?: { readonly text: string; readonly span: Span };
}
