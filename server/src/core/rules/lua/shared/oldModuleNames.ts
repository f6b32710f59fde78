// Goes when no rule asks a file for all of its modules any more.

import { moduleNamesIn } from "../../../semantics/moduleNames.ts";
import type { ModuleName } from "../../../semantics/moduleNames.ts";
import { perFile } from "./memo.ts";

export const moduleNames = perFile((file, schema): readonly ModuleName[] => moduleNamesIn(file, schema));
