// Evaluates configuration files that the user names, one after the other in one thread. Results name files as the user does.

import { hostname } from "node:os";
import type { EffectiveResult } from "../../core/effective/types.ts";
import type { Version } from "../../core/schema/types.ts";
import { relabel } from "../../sandbox/relabel.ts";
import { folderOf, pathOf } from "../../workspace/address.ts";
import { toAddress } from "../input/paths.ts";
import { openWorkspace } from "../openWorkspace.ts";

export interface FileSubject {
  readonly file: string;
  readonly version: Version;
  readonly variables: Readonly<Record<string, string>>;
}

export async function evaluateFiles(subjects: readonly FileSubject[]): Promise<readonly EffectiveResult[]> {
  const { workspace } = openWorkspace({}, {});
  const results: EffectiveResult[] = [];
  try {
    for (const { file, version, variables } of subjects) {
      const entry = toAddress(file);
      // What it includes is read from its folder and below.
      const folder = folderOf(entry);
      const result = await workspace.evaluation.evaluate({ entry, version, variables, hostname: hostname(), folder });
      const name = pathOf(entry).slice(pathOf(folder).replace(/\/$/, "").length + 1);
      results.push(relabel(result, pathOf(entry).slice(0, -name.length), file.slice(0, file.length - name.length)));
    }
  } finally {
    workspace.dispose();
  }
  return results;
}
