// Reads the knowledge that the build puts beside the bundles. Without it nothing can be known, so there is no fallback. What the
// community offers is a file of its own, read when it is first asked for.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Knowledge } from "./core/schema/knowledge.ts";

export function readKnowledgeFiles(): Knowledge {
  let community: Knowledge["community"] | undefined;
  return Object.defineProperty(read("knowledge.json") as Knowledge, "community", {
    enumerable: true,
    get: () => (community ??= read("community.json") as Knowledge["community"]),
  });
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, file), "utf8"));
}
