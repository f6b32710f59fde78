// The rules for prosody.cfg.lua. Generated from the files of this folder by `npm run generate`.

import type { LuaRule } from "../rule.ts";
import { adminInterfaceExposed } from "./admin-interface-exposed.ts";
import { assignedDirective } from "./assigned-directive.ts";
import { authenticationInsecure } from "./authentication-insecure.ts";
import { componentModule } from "./component-module.ts";
import { conflictingModules } from "./conflicting-modules.ts";
import { deprecatedModule } from "./deprecated-module.ts";
import { deprecatedOption } from "./deprecated-option.ts";
import { deprecatedValue } from "./deprecated-value.ts";
import { differingTurnSecrets } from "./differing-turn-secrets.ts";
import { duplicateHost } from "./duplicate-host.ts";
import { duplicateModule } from "./duplicate-module.ts";
import { duplicateOption } from "./duplicate-option.ts";
import { encryptionOptional } from "./encryption-optional.ts";
import { globalOptionInHost } from "./global-option-in-host.ts";
import { invalidHostName } from "./invalid-host-name.ts";
import { luaPrefix } from "./lua-prefix.ts";
import { missingDependency } from "./missing-dependency.ts";
import { missingKey } from "./missing-key.ts";
import { missingLimits } from "./missing-limits.ts";
import { missingRequirement } from "./missing-requirement.ts";
import { missingTls } from "./missing-tls.ts";
import { moduleAndComponent } from "./module-and-component.ts";
import { moduleEnabledAndDisabled } from "./module-enabled-and-disabled.ts";
import { modulePrefix } from "./module-prefix.ts";
import { needlessOption } from "./needless-option.ts";
import { noEnabledHost } from "./no-enabled-host.ts";
import { noGlobalModules } from "./no-global-modules.ts";
import { noIpFamily } from "./no-ip-family.ts";
import { openRegistration } from "./open-registration.ts";
import { optionNotYet } from "./option-not-yet.ts";
import { orphanComponent } from "./orphan-component.ts";
import { outOfRange } from "./out-of-range.ts";
import { plainHttpPublic } from "./plain-http-public.ts";
import { portClash } from "./port-clash.ts";
import { portOptionInHost } from "./port-option-in-host.ts";
import { providerInModules } from "./provider-in-modules.ts";
import { secretInConfig } from "./secret-in-config.ts";
import { serverIdentityUnchecked } from "./server-identity-unchecked.ts";
import { silentLog } from "./silent-log.ts";
import { sslLeftover } from "./ssl-leftover.ts";
import { unknownKey } from "./unknown-key.ts";
import { unknownModule } from "./unknown-module.ts";
import { unknownOption } from "./unknown-option.ts";
import { unknownProvider } from "./unknown-provider.ts";
import { unknownValue } from "./unknown-value.ts";
import { unsetName } from "./unset-name.ts";
import { unusedLocal } from "./unused-local.ts";
import { unusedOption } from "./unused-option.ts";
import { valueNotYet } from "./value-not-yet.ts";
import { weakTls } from "./weak-tls.ts";
import { wrongForm } from "./wrong-form.ts";
import { wrongType } from "./wrong-type.ts";

export const LUA_RULES: readonly LuaRule[] = [
  adminInterfaceExposed,
  assignedDirective,
  authenticationInsecure,
  componentModule,
  conflictingModules,
  deprecatedModule,
  deprecatedOption,
  deprecatedValue,
  differingTurnSecrets,
  duplicateHost,
  duplicateModule,
  duplicateOption,
  encryptionOptional,
  globalOptionInHost,
  invalidHostName,
  luaPrefix,
  missingDependency,
  missingKey,
  missingLimits,
  missingRequirement,
  missingTls,
  moduleAndComponent,
  moduleEnabledAndDisabled,
  modulePrefix,
  needlessOption,
  noEnabledHost,
  noGlobalModules,
  noIpFamily,
  openRegistration,
  optionNotYet,
  orphanComponent,
  outOfRange,
  plainHttpPublic,
  portClash,
  portOptionInHost,
  providerInModules,
  secretInConfig,
  serverIdentityUnchecked,
  silentLog,
  sslLeftover,
  unknownKey,
  unknownModule,
  unknownOption,
  unknownProvider,
  unknownValue,
  unsetName,
  unusedLocal,
  unusedOption,
  valueNotYet,
  weakTls,
  wrongForm,
  wrongType,
];
