// Lua in WebAssembly, where the package has it.

import { createRequire } from "node:module";

export const WASM = createRequire(import.meta.url).resolve("wasmoon/dist/glue.wasm");
