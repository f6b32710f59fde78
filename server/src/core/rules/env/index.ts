// The rules for the variables of the container image. Generated from the files of this folder by `npm run generate`.

import type { EnvRule } from "../rule.ts";
import { blankAroundValue } from "./blank-around-value.ts";
import { commentInValue } from "./comment-in-value.ts";
import { duplicateVariable } from "./duplicate-variable.ts";
import { emptyValue } from "./empty-value.ts";
import { listBlank } from "./list-blank.ts";
import { listItem } from "./list-item.ts";
import { missingCompanion } from "./missing-companion.ts";
import { nameClash } from "./name-clash.ts";
import { noEffect } from "./no-effect.ts";
import { quotedValue } from "./quoted-value.ts";
import { switchValue } from "./switch-value.ts";
import { unknownVariable } from "./unknown-variable.ts";
import { wrongValue } from "./wrong-value.ts";

export const ENV_RULES: readonly EnvRule[] = [
  blankAroundValue,
  commentInValue,
  duplicateVariable,
  emptyValue,
  listBlank,
  listItem,
  missingCompanion,
  nameClash,
  noEffect,
  quotedValue,
  switchValue,
  unknownVariable,
  wrongValue,
];
