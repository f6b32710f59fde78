// Reads a list of modules as people write it: items, items that are commented out, and the comments that belong to either.

import { decodeString } from "../syntax/lua/literal.ts";
import type { Token } from "../syntax/lua/scanner.ts";
import type { Span } from "../text/span.ts";
import { lineIndent } from "../text/lines.ts";

export interface ListedModule {
  readonly name: string;
  /** With its quotes; the whole comment when it is commented out. */
  readonly source: string;
  readonly commented: boolean;
  /** Comment lines above it. */
  readonly leading: readonly string[];
  /** The comment behind it. */
  readonly trailing?: string;
}

export interface ModuleList {
  readonly modules: readonly ListedModule[];
  readonly separator: string;
  /** The comment behind the opening brace. */
  readonly head?: string;
  /** Comments below the last item. */
  readonly tail: readonly string[];
  /** Of the first item that begins a line. */
  readonly indentation?: string;
}

/** `--"mam"; -- with a word on it`. */
const COMMENTED_OUT = /^--+[ \t]*(["'])([A-Za-z0-9_]+)\1[ \t]*(?:[;,][ \t]*)?(?:--.*)?$/;

/** Undefined for what is no plain list of texts, or has comments in places where they would get lost. */
export function readList(
  text: string,
  table: Span,
  /** Those of the table. */
  tokens: readonly Token[],
  isHeading: (comment: string) => boolean,
): ModuleList | undefined {
  const reader = new Reader(text, isHeading);
  let before: Token | undefined;
  for (const token of tokens) {
    const sameLine = before !== undefined && !/[\r\n]/.test(text.slice(before.end, token.start));
    if (token.end < table.end && before !== undefined && !reader.read(token, sameLine)) return undefined;
    before = token;
  }
  return reader.result();
}

class Reader {
  private readonly modules: ListedModule[] = [];
  private readonly separators = new Map<string, number>();
  private pending: string[] = [];
  private head: string | undefined;
  private indentation: string | undefined;
  /** A separator may follow. */
  private open = false;
  /** Nothing may follow on the line but a comment. */
  private closedLine = false;

  constructor(
    private readonly text: string,
    private readonly isHeading: (comment: string) => boolean,
  ) {}

  /** False: the list is of another kind. */
  read(token: Token, sameLine: boolean): boolean {
    if (this.closedLine && sameLine) return false;
    this.closedLine = false;
    const source = this.text.slice(token.start, token.end);
    if (token.kind === "string") return this.item(token, source, sameLine);
    if (token.kind === "comment") return this.comment(source, sameLine);
    if (token.kind !== "symbol" || !this.open || (source !== "," && source !== ";")) return false;
    this.open = false;
    this.separators.set(source, (this.separators.get(source) ?? 0) + 1);
    return true;
  }

  result(): ModuleList {
    const [most] = [...this.separators].sort((a, b) => b[1] - a[1]);
    return {
      modules: this.modules,
      separator: most?.[0] ?? ";",
      tail: this.pending,
      ...(this.head === undefined ? {} : { head: this.head }),
      ...(this.indentation === undefined ? {} : { indentation: this.indentation }),
    };
  }

  private item(token: Token, source: string, sameLine: boolean): boolean {
    const name = this.open || /[\r\n]/.test(source) ? undefined : decodeString(source);
    if (name === undefined) return false;
    if (!sameLine) this.indentation ??= lineIndent(this.text, token.start);
    this.modules.push({ name, source, commented: false, leading: this.pending });
    this.pending = [];
    this.open = true;
    return true;
  }

  private comment(source: string, sameLine: boolean): boolean {
    const isBlock = /^--\[=*\[/.test(source);
    if (isBlock && /[\r\n]/.test(source)) return false;
    this.closedLine = true;
    const last = this.modules.at(-1);
    if (!sameLine) {
      const name = isBlock ? undefined : COMMENTED_OUT.exec(source)?.[2];
      if (name !== undefined) {
        this.modules.push({ name, source: source.trimEnd(), commented: true, leading: this.pending });
        this.pending = [];
      } else if (!this.isHeading(source)) this.pending.push(source.trimEnd());
      return true;
    }
    if (last === undefined) {
      if (this.head !== undefined || this.pending.length > 0) return false;
      this.head = source.trimEnd();
      return true;
    }
    if (last.trailing !== undefined || last.commented || this.pending.length > 0) return false;
    this.modules[this.modules.length - 1] = { ...last, trailing: source.trimEnd() };
    return true;
  }
}
