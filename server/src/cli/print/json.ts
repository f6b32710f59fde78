// Findings for programs. The shape is documented in docs/cli.md, and keys always come in the same order.

import type { CheckedFile } from "./diagnostic.ts";

export function formatJson(files: readonly CheckedFile[]): string {
  return toJson({
    files: files.map(({ path, kind, diagnostics, fixed }) => {
      return { path, kind, diagnostics, ...(fixed === undefined ? {} : { fixed: fixed.length, fixes: fixed }) };
    }),
  });
}

export function toJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
