// A folder for what the test files of a run build together: made empty before the first of them, and gone with the run.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    readonly buildFolder: string;
  }
}

export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "prosody-config-build-"));
  project.provide("buildFolder", folder);
  // Something has changed.
  project.onTestsRerun(() => {
    rmSync(join(folder, "dist"), { recursive: true, force: true });
  });
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
