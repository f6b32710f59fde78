// What a parser of env files says of lines that the tool reads, but hardly as meant, where no other tool may be the one that reads the
// file, or all of them read the line so.

import type { EnvFile } from "../../../model/envFile.ts";
import type { EnvIssue, EnvIssueId } from "../../../syntax/env/syntax.ts";
import { livingDialects } from "./subject.ts";

/** In the words of the first tool. */
export function commonTraps({ syntaxes }: EnvFile, ids: ReadonlySet<EnvIssueId>): readonly EnvIssue[] {
  const dialects = livingDialects(syntaxes);
  const [first, ...others] = syntaxes.filter(({ dialect }) => dialects.has(dialect));
  const found = first?.issues.filter(({ id, fatal }) => !fatal && ids.has(id)) ?? [];
  return found.filter(({ id, span }) =>
    others.every(({ issues }) => issues.some((other) => other.id === id && other.span.start === span.start)),
  );
}

/** Only tools that take values as they stand may read the file. */
export function isLiteralOnly({ syntaxes }: EnvFile): boolean {
  return syntaxes.length > 0 && !livingDialects(syntaxes).has("compose");
}

export function lineAt(text: string, offset: number): { readonly start: number; readonly text: string } {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return { start, text: /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? "" };
}
