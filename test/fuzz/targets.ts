// All that is fuzzed.

import type { Target } from "./target.ts";
import { containers } from "./targets/containers.ts";
import { command, composeService, envToLua } from "./targets/conversions.ts";
import { declarations } from "./targets/declarations.ts";
import { effective } from "./targets/effective.ts";
import { env, envForms, fixEnv } from "./targets/env.ts";
import { fixLua, fixLuaUnsafe } from "./targets/fixes.ts";
import { lsp } from "./targets/lsp.ts";
import { lua } from "./targets/lua.ts";
import { refactorings } from "./targets/refactorings.ts";

export const TARGETS: readonly Target[] = [
  lua,
  fixLua,
  fixLuaUnsafe,
  effective,
  refactorings,
  env,
  fixEnv,
  envForms,
  envToLua,
  ...containers,
  command,
  composeService,
  ...declarations,
  lsp,
];
