// What lies beside the bundles for Node: other programs, Lua as WebAssembly, knowledge and pages as JSON.

import { fileURLToPath } from "node:url";

/** The path of one of these files. */
export function shippedFile(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
