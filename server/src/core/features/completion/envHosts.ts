// Proposals made from what the same env file says of hosts and accounts: addresses of administrators, components with a domain below a
// host, the parts of the first account, the name of the machine.

import type { Schema, VariableInfo } from "../../schema/schema.ts";
import { hostsIn, itemsIn, valueIn } from "../envFacts.ts";
import type { Variables } from "../envFacts.ts";
import { explainModule } from "../explain.ts";
import type { Candidate } from "./values.ts";

/** The usual beginning of a component's domain, those that nearly everybody has first. */
const COMPONENTS: readonly (readonly [string, string])[] = [
  ["rooms", "muc"],
  ["upload", "http_file_share"],
  ["proxy", "proxy65"],
  ["pubsub", "pubsub"],
];

/** `typed`: the item up to the cursor. Each proposal takes the place of the whole item. */
export function hostCandidates(variable: VariableInfo, file: Variables, typed: string, schema: Schema): readonly Candidate[] {
  const { type, name } = variable;
  const hosts = hostsIn(file);
  switch (name) {
    case "DOMAIN":
    case "PROSODY_NETWORK_HOSTNAME":
      return plain(hosts, "one of the virtual hosts");
    case "LOCAL":
      return plain(
        admins(file).map(({ account }) => account),
        "an administrator",
      );
    case "PROSODY_TURN_HOST":
      return plain(
        [...hosts.map((host) => `turn.${host}`), ...itemsIn(file, "PROSODY_NETWORK_HOSTNAME")],
        "a name for the TURN server",
      );
    case "PROSODY_VIRTUAL_HOSTS":
      return plain([...itemsIn(file, "DOMAIN"), ...admins(file).map(({ domain }) => domain)], "named by an account here");
  }
  if (typeof type !== "object" || type.is !== "list") return [];
  if (type.items === "jid") {
    const account = /^[^@]*/.exec(typed)?.[0] ?? "";
    const first = account === "" ? (valueIn(file, "LOCAL") ?? "admin") : account;
    return plain(
      hosts.map((host) => `${first}@${host}`),
      "an account on this server",
    );
  }
  if (type.items !== "component") return [];
  return hosts.flatMap((host) =>
    COMPONENTS.flatMap(([label, module], rank): readonly Candidate[] => {
      const info = schema.module(module);
      if (info?.availability !== "now") return [];
      const [candidate] = plain([`${label}.${host}:${module}`], "a component", rank);
      return candidate === undefined ? [] : [{ ...candidate, documentation: () => explainModule(info, schema) }];
    }),
  );
}

/** What is no name is left out. */
function plain(texts: readonly string[], detail: string, from = 0): readonly Candidate[] {
  const names = [...new Set(texts)].filter((text) => /^[\p{L}\p{N}.@:_-]+$/u.test(text));
  return names.map((text, i) => ({ text, isText: true, kind: "value", rank: from + i, detail }));
}

function admins(file: Variables): readonly { readonly account: string; readonly domain: string }[] {
  return itemsIn(file, "PROSODY_ADMINS").flatMap((item) => {
    const [, account, domain] = /^([^@/]+)@([^@/]+)$/.exec(item) ?? [];
    return account === undefined || domain === undefined ? [] : [{ account, domain }];
  });
}
