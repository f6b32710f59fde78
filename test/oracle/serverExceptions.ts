// Where a server and our findings differ for a reason.

import type { Version } from "../../server/src/core/schema/types.ts";

export interface Exception {
  readonly options: readonly string[];
  /** Lua source; absent: any. */
  readonly values?: readonly string[];
  readonly versions?: readonly Version[];
  readonly reason: string;
}

const LISTS = ['{ "a", "b" }', '{ "a" }', '{ { "a" } }'];

export const EXCEPTIONS: readonly Exception[] = [
  {
    options: ["authentication", "authorization", "default_storage", "storage", "component_module"],
    values: ['"x"'],
    reason: "A module of that name may be in a folder that is not known; it is reported as a note.",
  },
  { options: ["groups_file"], values: ['"x"', ...LISTS], reason: "Whether the file exists is not known." },
  { options: ["certificates"], values: ['"x"'], reason: "Whether the folder exists is not known." },
  { options: ["c2s_timeout"], reason: "The module fails when a client connects, which none does here." },
  { options: ["sql"], values: ["{}"], reason: "An empty table is one that somebody is about to fill." },
  { options: ["run_as_root"], reason: "It depends on who starts the server." },
  { options: ["umask"], reason: "It is read when a server gives up being root, which it does not do here." },
  { options: ["turn_external_ttl"], values: ["-1", "false"], reason: "Both mean `never`, which no other period fails with." },
  {
    options: ["archive_expires_after", "muc_log_expires_after"],
    versions: ["0.12"],
    reason: "0.12 reads these periods from texts by itself, and knows neither `false` nor words without digits.",
  },
  {
    options: ["additional_registration_fields"],
    versions: ["0.12"],
    values: LISTS,
    reason: "Community modules of 0.12 add fields.",
  },
  {
    options: ["c2s", "component", "console", "http", "https", "proxy65", "s2s"]
      .map((service) => `${service}_interfaces`)
      .concat("interfaces"),
    values: ['"x"', ...LISTS],
    reason: "A name that the server's own name service knows is an address, too.",
  },
  {
    options: ["add_permissions", "remove_permissions", "custom_roles", "gc", "limits"],
    values: LISTS,
    reason: "Items without keys, where a table takes keys alone, are not looked at.",
  },
  {
    options: ["c2s_ssl", "s2s_ssl", "https_ssl", "client_https_ssl"],
    values: LISTS,
    reason: "Items without keys in tables for TLS are not looked at.",
  },
  {
    options: ["modules_enabled", "plugin_paths", "modules_disabled"],
    reason: "The module that ends the server is not loaded, so what is logged differs in any case.",
  },
];
