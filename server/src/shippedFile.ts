// What lies beside the bundles for Node: other programs, Lua as WebAssembly, the knowledge, the pages of the rules.

import { fileURLToPath } from "node:url";

/** The path of one of these files. */
export function shippedFile(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
