// The rules for prosody.cfg.lua, in the order of the documentation. A test compares the list with the files of this folder.

import type { LuaRule } from "../rule.ts";
import { assignedDirective } from "./assigned-directive.ts";
import { componentModule } from "./component-module.ts";
import { deprecatedModule } from "./deprecated-module.ts";
import { deprecatedOption } from "./deprecated-option.ts";
import { duplicateHost } from "./duplicate-host.ts";
import { duplicateOption } from "./duplicate-option.ts";
import { globalOptionInHost } from "./global-option-in-host.ts";
import { modulePrefix } from "./module-prefix.ts";
import { optionNotYet } from "./option-not-yet.ts";
import { outOfRange } from "./out-of-range.ts";
import { providerInModules } from "./provider-in-modules.ts";
import { unknownKey } from "./unknown-key.ts";
import { unknownModule } from "./unknown-module.ts";
import { unknownOption } from "./unknown-option.ts";
import { unknownProvider } from "./unknown-provider.ts";
import { unknownValue } from "./unknown-value.ts";
import { unsetName } from "./unset-name.ts";
import { wrongType } from "./wrong-type.ts";

export const LUA_RULES: readonly LuaRule[] = [
  // Names
  unknownOption,
  unknownModule,
  unknownProvider,
  unsetName,
  modulePrefix,
  providerInModules,
  // Values
  wrongType,
  outOfRange,
  unknownValue,
  unknownKey,
  // Places
  globalOptionInHost,
  componentModule,
  assignedDirective,
  duplicateOption,
  duplicateHost,
  // Versions
  deprecatedOption,
  deprecatedModule,
  optionNotYet,
];
