// What runs an evaluation, as it is shipped: the command line tool, and the evaluating thread with Lua beside it.

import { join } from "node:path";
import { builtDist } from "../support/dist.ts";

export interface Bundle {
  readonly cli: string;
  readonly worker: string;
  readonly wasm: string;
}

export async function bundle(): Promise<Bundle> {
  const dist = await builtDist();
  return { cli: join(dist, "cli.cjs"), worker: join(dist, "evaluator.cjs"), wasm: join(dist, "lua.wasm") };
}
