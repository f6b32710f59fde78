// Whether an env file is about the official image at all. Other images and projects read variables named PROSODY_… too and mean
// other things by them, so that everything we know would be wrong there: a file that plainly belongs to one of them is left alone.

import { meantName, speaksOfProsody } from "../../../model/envFile.ts";
import type { EnvFile } from "../../../model/envFile.ts";
import type { Schema } from "../../../schema/schema.ts";
import { nearVariable } from "./nearVariable.ts";

/** Names that only the parts of Jitsi Meet have, or one of the widespread images made by others. */
const OTHER_IMAGE =
  /^(?:JITSI|JICOFO|JVB|JIBRI|JIGASI|E2E_POLICY|SERVER_CONTACT_INFO)_|^(?:DOMAIN_(?:MUC|HTTP_UPLOAD)|REGISTRATION_INVITE_ONLY)$/;

/** Names of Jitsi Meet that people also give to variables of their own, to use them further down in the file. */
const PERHAPS_OTHER_IMAGE = /^XMPP_(?:[A-Z_]+_)?(?:DOMAIN|SERVER|HOST|MODULES)$|^XMPP_BOSH_/;

/** Known to the official image, but so obvious that others chose the same name. */
const OBVIOUS = new Set([
  "PROSODY_ADMINS",
  "PROSODY_CERTIFICATES",
  "PROSODY_CONFIG",
  "PROSODY_S2S_SECURE_AUTH",
  "PROSODY_STATISTICS",
  "PROSODY_STATISTICS_INTERVAL",
  "PROSODY_STORAGE",
]);

/** Some variable is named like those of the image, and nothing says that the file is for another one. */
export function concernsImage(file: EnvFile, schema: Schema): boolean {
  return speaksOfProsody(file) && !isForeign(file, schema);
}

function isForeign(file: EnvFile, schema: Schema): boolean {
  const names = new Set(file.variables.map(({ name }) => meantName(name)));
  const all = [...names];
  if (all.some((name) => OTHER_IMAGE.test(name))) return true;
  const prosody = all.filter((name) => name.startsWith("PROSODY"));
  const known = prosody.filter((name) => schema.variable(name) !== undefined);
  if (known.some((name) => !OBVIOUS.has(name))) return false;
  if (all.some((name) => PERHAPS_OTHER_IMAGE.test(name))) return true;
  const strange = prosody.filter((name) => !known.includes(name) && nearVariable(name, schema) === undefined);
  return strange.length >= prosody.length - strange.length;
}
