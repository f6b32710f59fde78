// The rules for the variables of the container image. Generated from the files of this folder by `npm run generate`.

import type { EnvRule } from "../rule.ts";
import { accountHost } from "./account-host.ts";
import { accountOverwritten } from "./account-overwritten.ts";
import { blankAroundValue } from "./blank-around-value.ts";
import { commentInValue } from "./comment-in-value.ts";
import { configReplaced } from "./config-replaced.ts";
import { cutValue } from "./cut-value.ts";
import { dialectDifference } from "./dialect-difference.ts";
import { duplicateVariable } from "./duplicate-variable.ts";
import { emptyValue } from "./empty-value.ts";
import { extraConfig } from "./extra-config.ts";
import { hostnameCase } from "./hostname-case.ts";
import { listBlank } from "./list-blank.ts";
import { listItem } from "./list-item.ts";
import { literalReference } from "./literal-reference.ts";
import { loopbackOnly } from "./loopback-only.ts";
import { lostVariable } from "./lost-variable.ts";
import { missingCompanion } from "./missing-companion.ts";
import { missingVirtualHosts } from "./missing-virtual-hosts.ts";
import { nameClash } from "./name-clash.ts";
import { noEffect } from "./no-effect.ts";
import { quotedValue } from "./quoted-value.ts";
import { retentionReach } from "./retention-reach.ts";
import { sqlDatabase } from "./sql-database.ts";
import { sqlWithoutDriver } from "./sql-without-driver.ts";
import { statsdAddress } from "./statsd-address.ts";
import { switchValue } from "./switch-value.ts";
import { unknownVariable } from "./unknown-variable.ts";
import { unusedVariable } from "./unused-variable.ts";
import { wrongValue } from "./wrong-value.ts";

export const ENV_RULES: readonly EnvRule[] = [
  accountHost,
  accountOverwritten,
  blankAroundValue,
  commentInValue,
  configReplaced,
  cutValue,
  dialectDifference,
  duplicateVariable,
  emptyValue,
  extraConfig,
  hostnameCase,
  listBlank,
  listItem,
  literalReference,
  loopbackOnly,
  lostVariable,
  missingCompanion,
  missingVirtualHosts,
  nameClash,
  noEffect,
  quotedValue,
  retentionReach,
  sqlDatabase,
  sqlWithoutDriver,
  statsdAddress,
  switchValue,
  unknownVariable,
  unusedVariable,
  wrongValue,
];
