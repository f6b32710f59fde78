// What comes of a variable together with the others that stand beside it, where its own page could not know that: for its hover. Each
// is a sentence; where nothing special comes of it, there is none.

import type { Schema } from "../schema/schema.ts";
import { componentsIn, hostsIn, isGivenIn, itemsIn, valueIn } from "./envFacts.ts";
import type { Variables } from "./envFacts.ts";

type Situation = (file: Variables, schema: Schema) => string | undefined;

/** Markdown, or undefined. */
export function situationOf(name: string, file: Variables, schema: Schema): string | undefined {
  return Object.hasOwn(SITUATIONS, name) ? SITUATIONS[name]?.(file, schema) : undefined;
}

const ARCHIVE = ["PROSODY_RETENTION_DAYS", "PROSODY_ARCHIVE_EXPIRY_DAYS"] as const;

const SITUATIONS: Readonly<Record<string, Situation>> = {
  PROSODY_VIRTUAL_HOSTS: (file) => {
    const [host, second] = hostsIn(file);
    if (host === undefined || isGivenIn(file, "PROSODY_NETWORK_HOSTNAME")) return undefined;
    return second === undefined
      ? `As the only host, \`${host}\` also stands in the web addresses that Prosody hands out, those of components included. \`PROSODY_NETWORK_HOSTNAME\` would change that.`
      : "With several hosts `PROSODY_NETWORK_HOSTNAME` has no default: unless it is given, each host and component hands out web addresses with its own name.";
  },
  PROSODY_NETWORK_HOSTNAME: (file, schema) => {
    const web = componentsIn(file).filter(({ module }) => isReached(module, schema));
    const names = web.map(({ name }) => `\`${name}\``).join(", ");
    return names === "" ? undefined : `It takes the place of the name of ${names} in the addresses given to clients.`;
  },
  PROSODY_ENABLE_MODULES: (file) => {
    if (ARCHIVE.some((name) => isGivenIn(file, name)) || valueIn(file, "PROSODY_ENABLE_MODULES") === undefined) return undefined;
    return itemsIn(file, "PROSODY_ENABLE_MODULES").includes("mam")
      ? undefined
      : "No messages are archived with these settings: that needs `mam` here, or `PROSODY_RETENTION_DAYS`.";
  },
  PROSODY_RETENTION_DAYS: (file) => archive(ARCHIVE[0], ARCHIVE[1], file),
  PROSODY_ARCHIVE_EXPIRY_DAYS: (file) => archive(ARCHIVE[1], ARCHIVE[0], file),
  PROSODY_UPLOAD_LIMIT_MB: (file) => {
    const limit = valueIn(file, "PROSODY_UPLOAD_LIMIT_MB") ?? "";
    const isShared = componentsIn(file).some(({ module }) => module === "http_file_share");
    return isShared && /^\d{1,9}$/.test(limit)
      ? `One user may upload ${Number(limit) * 10} MiB in a day: ten times this, and no variable changes that.`
      : undefined;
  },
  PROSODY_STATISTICS_INTERVAL: (file) =>
    /^\d+$/.test(valueIn(file, "PROSODY_STATISTICS_INTERVAL") ?? "") && !isGivenIn(file, "PROSODY_STATISTICS")
      ? "Without `PROSODY_STATISTICS` the number alone switches the collection on; the figures stay inside Prosody."
      : undefined,
  PROSODY_TURN_SECRET: (file) => {
    const [host, second] = hostsIn(file);
    const name = valueIn(file, "PROSODY_NETWORK_HOSTNAME") ?? (second === undefined ? host : undefined);
    return name === undefined || !/^[\w.-]+$/.test(name) || isGivenIn(file, "PROSODY_TURN_HOST")
      ? undefined
      : `Clients are told that the TURN server is at \`${name}\`, as long as \`PROSODY_TURN_HOST\` is not given.`;
  },
  PROSODY_EXTRA_CONFIG: (file) =>
    /[*?]/.test(valueIn(file, "PROSODY_EXTRA_CONFIG") ?? "")
      ? "The files are read in the order in which the folder happens to hold them, not sorted by name."
      : undefined,
};

/** It hands out an address of its own: a web address, or that of the proxy. */
function isReached(name: string, schema: Schema): boolean {
  return name === "proxy65" || schema.module(name)?.depends.some((one) => one.name === "http") === true;
}

function archive(name: string, other: string, file: Variables): string | undefined {
  const isEnabled = itemsIn(file, "PROSODY_ENABLE_MODULES").includes("mam");
  if (isEnabled || isGivenIn(file, other) || valueIn(file, name) === undefined) return undefined;
  return "It is this variable that switches the archive of messages on here: without it none is kept, not even for a week.";
}
