// Records as a fragment of a zone file (RFC 1035), to be pasted into the zone that somebody has. SOA and NS are theirs.

import type { DnsRecord, Zone } from "./records.ts";

const TTL = 3600;

export function zoneFile(zones: readonly Zone[]): string {
  return zones.map(oneZone).join("\n");
}

function oneZone({ origin, records }: Zone): string {
  const rows = records.map((record) => ({ owner: owner(record.name, origin), record }));
  const width = Math.max(...rows.map((row) => row.owner.length));
  const lines = rows.flatMap(({ owner: name, record }) => [
    ...(record.placeholder === true && record.type === "TLSA" ? [`; ${record.purpose}`] : []),
    `${record.type === "TLSA" ? "; " : ""}${name.padEnd(width)} ${TTL} IN ${record.type.padEnd(4)} ${value(record)}${remark(record)}`,
  ]);
  return [`$ORIGIN ${origin}.`, ...lines, ""].join("\n");
}

function remark({ type, placeholder, purpose, need }: DnsRecord): string {
  if (type === "TLSA") return "";
  return placeholder === true || need === "optional" ? ` ; ${purpose}` : "";
}

function owner(name: string, origin: string): string {
  return name === origin ? "@" : name.slice(0, -origin.length - 1);
}

/** Targets in full, with their dot. */
function value({ type, value: text }: DnsRecord): string {
  return type === "SRV" ? `${text}.` : text;
}
