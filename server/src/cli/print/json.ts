// Findings for programs. The shape is documented in docs/cli.md, and keys always come in the same order.

import type { VersionInForce } from "../../workspace/settings.ts";
import { shown } from "../input/paths.ts";
import type { CheckedFile } from "./diagnostic.ts";

export function formatJson(files: readonly CheckedFile[]): string {
  return toJson({
    files: files.map(({ path, kind, version, diagnostics, fixed }) => {
      const fixes = fixed === undefined ? {} : { fixed: fixed.length, fixes: fixed };
      return { path, kind, prosody: toFacts(version), diagnostics, ...fixes };
    }),
  });
}

function toFacts({ version, because, address, image }: VersionInForce): Readonly<Record<string, string>> {
  return {
    version,
    because,
    ...(address === undefined ? {} : { path: shown(address) }),
    ...(image === undefined ? {} : { image }),
  };
}

export function toJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
