// Reads the knowledge that the build puts beside the bundle. Without it nothing can be checked, so there is no fallback.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Knowledge } from "../core/schema/knowledge.ts";

export function loadKnowledge(): Knowledge {
  return JSON.parse(readFileSync(join(__dirname, "knowledge.json"), "utf8")) as Knowledge;
}
