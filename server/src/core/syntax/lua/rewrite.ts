// A copy of a token run with some tokens replaced, dropped or added, that remembers where every character came from. Repair
// edits such a copy until luaparse takes it; positions in the result are then mapped back to the file.

import type { Token } from "./scanner.ts";

interface Piece {
  text: string;
  /** Offset in the file; for an added piece, the place where it was added. */
  readonly origin: number;
  /** In the file; what stands for it here may be longer. */
  readonly length: number;
  readonly added: boolean;
}

export class Rewrite {
  private readonly pieces: Piece[];
  /** The piece of the token that begins at a file offset. */
  private readonly tokenPieces = new Map<number, Piece>();

  /** The run as it stands in the file, white space and comments included. */
  constructor(text: string, tokens: readonly Token[]) {
    this.pieces = [];
    let at = tokens[0]?.start ?? 0;
    for (const token of tokens) {
      // Comments become nothing: luaparse would only skip them.
      this.pieces.push({ text: " ", origin: at, length: 0, added: true });
      const piece = {
        text: text.slice(token.start, token.end),
        origin: token.start,
        length: token.end - token.start,
        added: false,
      };
      this.pieces.push(piece);
      this.tokenPieces.set(token.start, piece);
      at = token.end;
    }
  }

  get text(): string {
    return this.pieces.map((piece) => piece.text).join("");
  }

  /** Replaces the token that begins at this file offset; positions inside it stay those of the token. */
  replace(origin: number, text: string): void {
    const piece = this.tokenPieces.get(origin);
    if (piece !== undefined) piece.text = text;
  }

  /** Adds text before the token that begins at this file offset, or at the end if none does. */
  insertBefore(origin: number, text: string): void {
    const index = this.pieces.findIndex((piece) => !piece.added && piece.origin >= origin);
    const piece: Piece = { text: ` ${text} `, origin, length: 0, added: true };
    if (index < 0) this.pieces.push(piece);
    else this.pieces.splice(index, 0, piece);
  }

  /** File offset for an offset in the rewritten text. */
  toFile(offset: number): number {
    let at = 0;
    let last = 0;
    for (const piece of this.pieces) {
      if (offset < at + piece.text.length) return piece.origin + Math.min(offset - at, piece.length);
      at += piece.text.length;
      last = piece.origin + piece.length;
    }
    return last;
  }

  /** A mapping that answers many questions quickly. */
  mapping(): (offset: number) => number {
    const starts: number[] = [];
    let at = 0;
    for (const piece of this.pieces) {
      starts.push(at);
      at += piece.text.length;
    }
    const pieces = this.pieces;
    return (offset) => {
      let low = 0;
      let high = pieces.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      const piece = pieces[low];
      if (piece === undefined) return 0;
      return piece.origin + Math.min(offset - (starts[low] ?? 0), piece.length);
    };
  }
}
