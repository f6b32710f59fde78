// Reads the knowledge that the build puts beside the bundles. Without it nothing can be known, so there is no fallback. What the
// community offers is a file of its own, read when it is first asked for.

import { readFileSync } from "node:fs";
import type { Knowledge } from "./core/schema/knowledge.ts";
import { shippedFile } from "./shippedFile.ts";

export function readKnowledgeFiles(): Knowledge {
  let community: Knowledge["community"] | undefined;
  return Object.defineProperty(read("knowledge.json") as Knowledge, "community", {
    enumerable: true,
    get: () => (community ??= read("community.json") as Knowledge["community"]),
  });
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(shippedFile(file), "utf8"));
}
