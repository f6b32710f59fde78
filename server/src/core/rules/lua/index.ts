// The rules for prosody.cfg.lua. Generated from the files of this folder by `npm run generate`.

import type { LuaRule } from "../rule.ts";
import { addressWithPort } from "./address-with-port.ts";
import { adminInterfaceExposed } from "./admin-interface-exposed.ts";
import { adminNotHosted } from "./admin-not-hosted.ts";
import { assignedDirective } from "./assigned-directive.ts";
import { authenticationInsecure } from "./authentication-insecure.ts";
import { autoloadedModule } from "./autoloaded-module.ts";
import { blankAround } from "./blank-around.ts";
import { componentModule } from "./component-module.ts";
import { conflictingModules } from "./conflicting-modules.ts";
import { debugLog } from "./debug-log.ts";
import { deprecatedModule } from "./deprecated-module.ts";
import { deprecatedOption } from "./deprecated-option.ts";
import { deprecatedValue } from "./deprecated-value.ts";
import { differingTurnSecrets } from "./differing-turn-secrets.ts";
import { directiveNotYet } from "./directive-not-yet.ts";
import { duplicateHost } from "./duplicate-host.ts";
import { duplicateInclude } from "./duplicate-include.ts";
import { duplicateItem } from "./duplicate-item.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { duplicateModule } from "./duplicate-module.ts";
import { duplicateOption } from "./duplicate-option.ts";
import { emptyText } from "./empty-text.ts";
import { encryptionOptional } from "./encryption-optional.ts";
import { escapedPath } from "./escaped-path.ts";
import { everyoneTrusted } from "./everyone-trusted.ts";
import { globalOptionInHost } from "./global-option-in-host.ts";
import { includeCycle } from "./include-cycle.ts";
import { includeInHost } from "./include-in-host.ts";
import { includeNothing } from "./include-nothing.ts";
import { incompleteJid } from "./incomplete-jid.ts";
import { inheritedModule } from "./inherited-module.ts";
import { invalidAddress } from "./invalid-address.ts";
import { invalidHost } from "./invalid-host.ts";
import { invalidHostName } from "./invalid-host-name.ts";
import { invalidJid } from "./invalid-jid.ts";
import { invalidMediaType } from "./invalid-media-type.ts";
import { invalidOrigin } from "./invalid-origin.ts";
import { invalidPeriod } from "./invalid-period.ts";
import { invalidRate } from "./invalid-rate.ts";
import { invalidUrl } from "./invalid-url.ts";
import { jidWithResource } from "./jid-with-resource.ts";
import { joinedItems } from "./joined-items.ts";
import { keyedItem } from "./keyed-item.ts";
import { limitOutOfReach } from "./limit-out-of-reach.ts";
import { listForSingle } from "./list-for-single.ts";
import { literalName } from "./literal-name.ts";
import { localOption } from "./local-option.ts";
import { looksGlobal } from "./looks-global.ts";
import { luaPrefix } from "./lua-prefix.ts";
import { misplacedKey } from "./misplaced-key.ts";
import { missingDependency } from "./missing-dependency.ts";
import { missingKey } from "./missing-key.ts";
import { missingLimits } from "./missing-limits.ts";
import { missingRequirement } from "./missing-requirement.ts";
import { missingTls } from "./missing-tls.ts";
import { moduleAndComponent } from "./module-and-component.ts";
import { moduleEnabledAndDisabled } from "./module-enabled-and-disabled.ts";
import { moduleListReplaced } from "./module-list-replaced.ts";
import { moduleNotYet } from "./module-not-yet.ts";
import { modulePrefix } from "./module-prefix.ts";
import { needlessDisabling } from "./needless-disabling.ts";
import { needlessDiscoItem } from "./needless-disco-item.ts";
import { needlessOption } from "./needless-option.ts";
import { nestedList } from "./nested-list.ts";
import { noEnabledHost } from "./no-enabled-host.ts";
import { noGlobalModules } from "./no-global-modules.ts";
import { noIpFamily } from "./no-ip-family.ts";
import { openRegistration } from "./open-registration.ts";
import { openToStrangers } from "./open-to-strangers.ts";
import { optionInWrongSection } from "./option-in-wrong-section.ts";
import { optionNotYet } from "./option-not-yet.ts";
import { orphanComponent } from "./orphan-component.ts";
import { outOfRange } from "./out-of-range.ts";
import { placeholderLeft } from "./placeholder-left.ts";
import { plainHttpPublic } from "./plain-http-public.ts";
import { portClash } from "./port-clash.ts";
import { portOptionInHost } from "./port-option-in-host.ts";
import { providerInModules } from "./provider-in-modules.ts";
import { quotedBoolean } from "./quoted-boolean.ts";
import { quotedNumber } from "./quoted-number.ts";
import { removedModule } from "./removed-module.ts";
import { repeatedOption } from "./repeated-option.ts";
import { runsAsRoot } from "./runs-as-root.ts";
import { secretInConfig } from "./secret-in-config.ts";
import { secretInVersionControl } from "./secret-in-version-control.ts";
import { secretPlaceholder } from "./secret-placeholder.ts";
import { serverIdentityUnchecked } from "./server-identity-unchecked.ts";
import { shortSecret } from "./short-secret.ts";
import { silentLog } from "./silent-log.ts";
import { singleForList } from "./single-for-list.ts";
import { sslLeftover } from "./ssl-leftover.ts";
import { supersededModule } from "./superseded-module.ts";
import { telnetConsole } from "./telnet-console.ts";
import { tildePath } from "./tilde-path.ts";
import { undefinedVariable } from "./undefined-variable.ts";
import { unknownKey } from "./unknown-key.ts";
import { unknownModule } from "./unknown-module.ts";
import { unknownOption } from "./unknown-option.ts";
import { unknownProvider } from "./unknown-provider.ts";
import { unknownValue } from "./unknown-value.ts";
import { unlikelyUnit } from "./unlikely-unit.ts";
import { unsetName } from "./unset-name.ts";
import { unusedLocal } from "./unused-local.ts";
import { unusedOption } from "./unused-option.ts";
import { upperCaseName } from "./upper-case-name.ts";
import { valueNotYet } from "./value-not-yet.ts";
import { volatileStorage } from "./volatile-storage.ts";
import { weakTls } from "./weak-tls.ts";
import { wildcardName } from "./wildcard-name.ts";
import { worldReadableSecret } from "./world-readable-secret.ts";
import { wrongForm } from "./wrong-form.ts";
import { wrongType } from "./wrong-type.ts";

export const LUA_RULES: readonly LuaRule[] = [
  addressWithPort,
  adminInterfaceExposed,
  adminNotHosted,
  assignedDirective,
  authenticationInsecure,
  autoloadedModule,
  blankAround,
  componentModule,
  conflictingModules,
  debugLog,
  deprecatedModule,
  deprecatedOption,
  deprecatedValue,
  differingTurnSecrets,
  directiveNotYet,
  duplicateHost,
  duplicateInclude,
  duplicateItem,
  duplicateKey,
  duplicateModule,
  duplicateOption,
  emptyText,
  encryptionOptional,
  escapedPath,
  everyoneTrusted,
  globalOptionInHost,
  includeCycle,
  includeInHost,
  includeNothing,
  incompleteJid,
  inheritedModule,
  invalidAddress,
  invalidHost,
  invalidHostName,
  invalidJid,
  invalidMediaType,
  invalidOrigin,
  invalidPeriod,
  invalidRate,
  invalidUrl,
  jidWithResource,
  joinedItems,
  keyedItem,
  limitOutOfReach,
  listForSingle,
  literalName,
  localOption,
  looksGlobal,
  luaPrefix,
  misplacedKey,
  missingDependency,
  missingKey,
  missingLimits,
  missingRequirement,
  missingTls,
  moduleAndComponent,
  moduleEnabledAndDisabled,
  moduleListReplaced,
  moduleNotYet,
  modulePrefix,
  needlessDisabling,
  needlessDiscoItem,
  needlessOption,
  nestedList,
  noEnabledHost,
  noGlobalModules,
  noIpFamily,
  openRegistration,
  openToStrangers,
  optionInWrongSection,
  optionNotYet,
  orphanComponent,
  outOfRange,
  placeholderLeft,
  plainHttpPublic,
  portClash,
  portOptionInHost,
  providerInModules,
  quotedBoolean,
  quotedNumber,
  removedModule,
  repeatedOption,
  runsAsRoot,
  secretInConfig,
  secretInVersionControl,
  secretPlaceholder,
  serverIdentityUnchecked,
  shortSecret,
  silentLog,
  singleForList,
  sslLeftover,
  supersededModule,
  telnetConsole,
  tildePath,
  undefinedVariable,
  unknownKey,
  unknownModule,
  unknownOption,
  unknownProvider,
  unknownValue,
  unlikelyUnit,
  unsetName,
  unusedLocal,
  unusedOption,
  upperCaseName,
  valueNotYet,
  volatileStorage,
  weakTls,
  wildcardName,
  worldReadableSecret,
  wrongForm,
  wrongType,
];
