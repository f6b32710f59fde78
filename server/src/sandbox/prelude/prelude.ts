// The prelude: the parts in Lua, in the order in which each builds on those before. One chunk, so that their locals are shared and
// out of reach.

import { BASICS } from "./basics.ts";
import { CONFIGURATION } from "./configuration.ts";
import { FILE_HANDLES } from "./fileHandles.ts";
import { LIBRARIES } from "./libraries.ts";
import { STAND_INS } from "./standIns.ts";

export const PRELUDE = [BASICS, FILE_HANDLES, LIBRARIES, STAND_INS, CONFIGURATION].join("\n");
