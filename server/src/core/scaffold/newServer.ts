// A new configuration from a few answers: secure and complete, with the features that were asked for.

import type { Schema } from "../schema/schema.ts";
import { luaString } from "../rules/lua/shared/literals.ts";
import { compareVersions } from "../schema/version.ts";
import { addFeature, isThere, setUpSql } from "./features.ts";
import type { Feature, SqlAnswers } from "./features.ts";
import { Work } from "./scaffold.ts";
import type { Scaffold } from "./scaffold.ts";
import type { SecretMaker } from "./secrets.ts";

export interface ServerAnswers {
  readonly domain: string;
  /** An address; nobody when absent. */
  readonly admin?: string;
  readonly install: "package" | "container";
  readonly storage: "internal" | SqlAnswers["driver"];
  readonly features: readonly Feature[];
  /** Days. */
  readonly retention?: number;
  readonly turnHost?: string;
}

/** What every server has; those that a version lacks are left out. */
const MODULES: readonly { readonly about: string; readonly modules: readonly string[] }[] = [
  { about: "Needed for chatting", modules: ["disco", "roster", "saslauth", "tls", "dialback"] },
  {
    about: "Expected by clients",
    modules: ["blocklist", "bookmarks", "carbons", "csi_simple", "pep", "private", "smacks", "vcard4", "vcard_legacy"],
  },
  { about: "Protection", modules: ["limits"] },
  { about: "Nice to have", modules: ["ping", "time", "uptime", "version"] },
  { about: "Administration", modules: ["admin_adhoc", "admin_shell"] },
];

export function newServer(answers: ServerAnswers, schema: Schema, secrets: SecretMaker): Scaffold {
  const { domain, storage, features } = answers;
  const base = Work.on(baseText(answers, schema), schema, secrets);
  const stored = storage === "internal" ? base : setUpSql(base, { driver: storage });
  const given = {
    host: domain,
    ...(answers.retention === undefined ? {} : { retention: answers.retention }),
    ...(answers.turnHost === undefined ? {} : { turnHost: answers.turnHost }),
  };
  return features
    .reduce((work, feature) => addFeature(work, feature, given), stored)
    .say(
      `Check it with \`prosodyctl check\`; make the first account with \`prosodyctl adduser ${answers.admin ?? `you@${domain}`}\`.`,
    ).result;
}

function baseText({ domain, admin, install, storage }: ServerAnswers, schema: Schema): string {
  const groups = MODULES.map(({ about, modules }) => ({
    about,
    modules: modules.filter((name) => isThere({ schema }, name)),
  })).filter(({ modules }) => modules.length > 0);
  const secureByDefault = compareVersions(schema.version, "0.12") >= 0;
  return [
    `-- Configuration of Prosody ${schema.version} for ${domain}.`,
    "-- Options above the first VirtualHost are for the whole server, those below a VirtualHost or Component for that one.",
    "",
    `admins = { ${admin === undefined || admin === "" ? "" : `${luaString(admin)} `}}`,
    "",
    "modules_enabled = {",
    ...groups.flatMap(({ about, modules }, i) => [
      ...(i === 0 ? [] : [""]),
      `\t-- ${about}`,
      ...modules.map((name) => `\t${luaString(name)};`),
    ]),
    "}",
    "",
    'authentication = "internal_hashed"',
    ...(storage === "internal" ? ['storage = "internal"'] : []),
    "",
    "-- Encryption is required of clients and servers, and servers need valid certificates.",
    ...(secureByDefault ? [] : ["c2s_require_encryption = true", "s2s_require_encryption = true"]),
    "s2s_secure_auth = true",
    'certificates = "certs"',
    "",
    "limits = {",
    '\tc2s = { rate = "10kb/s" };',
    '\ts2sin = { rate = "30kb/s" };',
    "}",
    "",
    ...(install === "container"
      ? ['log = { info = "*console" }']
      : [
          'pidfile = "/run/prosody/prosody.pid"',
          'log = { info = "/var/log/prosody/prosody.log"; error = "/var/log/prosody/prosody.err" }',
        ]),
    "",
    `VirtualHost ${luaString(domain)}`,
    "",
  ].join("\n");
}
