// The DNS records that a configuration needs or profits from. What cannot be known from it, such as the server's addresses, gets a
// placeholder from the ranges for documentation, and says so.

import { isIpv4, isIpv6, isWithin } from "./names.ts";
import type { Offer, OfferingHost } from "./services.ts";

export interface DnsRecord {
  /** In full, without a dot at the end. */
  readonly name: string;
  readonly type: "A" | "AAAA" | "SRV" | "TXT" | "TLSA";
  /** As in a zone file, but names without a dot at the end. */
  readonly value: string;
  readonly need: "required" | "recommended" | "optional";
  /** What it is for, in a few words. */
  readonly purpose: string;
  /** Has to be filled in by hand. */
  readonly placeholder?: true;
}

export interface Zone {
  readonly origin: string;
  readonly records: readonly DnsRecord[];
}

export interface DnsOptions {
  /** The machine's own name; the first host when absent. */
  readonly target?: string;
}

const PLACEHOLDERS = { A: "192.0.2.1", AAAA: "2001:db8::1" } as const;

/** SRV with priority and weight as nearly everybody has them. */
const srv = (port: number, target: string): string => `0 5 ${port} ${target}`;

export function dnsZones(offer: Offer, { target }: DnsOptions = {}): readonly Zone[] {
  const { hosts } = offer;
  const [first] = hosts.filter(({ component }) => !component);
  const machine = target ?? first?.name ?? hosts[0]?.name;
  if (machine === undefined) return [];
  const records = new Map<string, DnsRecord>();
  const add = (record: DnsRecord): void => {
    const key = `${record.name} ${record.type} ${record.value}`;
    if (!records.has(key)) records.set(key, record);
  };
  for (const host of hosts) for (const record of recordsOf(host, machine)) add(record);
  const addressed = new Set([machine, ...hosts.flatMap(({ web }) => (web === undefined ? [] : [web.name]))]);
  for (const name of addressed) for (const record of addressRecords(name, offer)) add(record);
  if (offer.dane) for (const record of daneRecords(hosts, machine)) add(record);
  return intoZones(
    [...records.values()],
    hosts.map(({ name }) => name),
    machine,
  );
}

function recordsOf(host: OfferingHost, machine: string): readonly DnsRecord[] {
  const kinds = [
    { label: "_xmpp-client._tcp", ports: host.clients, usual: 5222, purpose: "clients" },
    { label: "_xmpps-client._tcp", ports: host.clientsDirectTls, usual: undefined, purpose: "clients that begin with TLS" },
    { label: "_xmpp-server._tcp", ports: host.servers, usual: 5269, purpose: "other servers" },
    { label: "_xmpps-server._tcp", ports: host.serversDirectTls, usual: undefined, purpose: "other servers that begin with TLS" },
  ] as const;
  const found = kinds.flatMap(({ label, ports, usual, purpose }) =>
    ports.map((port): DnsRecord => {
      // Without a record, others try the host itself at the usual port; TLS from the start they try by record alone.
      const needed = host.name !== machine || (usual !== undefined && port !== usual);
      const need = usual === undefined ? "recommended" : needed ? "required" : "recommended";
      return {
        name: `${label}.${host.name}`,
        type: "SRV",
        value: srv(port, machine),
        need,
        purpose: `${purpose} find ${host.host}`,
      };
    }),
  );
  const { web } = host;
  if (web === undefined) return found;
  const text = (attribute: string, url: string): DnsRecord => ({
    name: `_xmppconnect.${host.name}`,
    type: "TXT",
    value: `"${attribute}=${url.replace(/["\\]/g, "\\$&")}"`,
    need: "optional",
    purpose: "web clients find it; most look for /.well-known/host-meta instead",
  });
  return [
    ...found,
    ...(web.bosh === undefined ? [] : [text("_xmpp-client-xbosh", web.bosh)]),
    ...(web.websocket === undefined ? [] : [text("_xmpp-client-websocket", web.websocket)]),
  ];
}

function addressRecords(name: string, { addresses }: Offer): readonly DnsRecord[] {
  const known = [
    ...addresses.filter(isIpv4).map((value) => ({ type: "A" as const, value })),
    ...addresses.filter(isIpv6).map((value) => ({ type: "AAAA" as const, value })),
  ];
  const purpose = "the server's address";
  if (known.length > 0) return known.map(({ type, value }) => ({ name, type, value, need: "required", purpose }));
  return (["A", "AAAA"] as const).map((type) => ({
    name,
    type,
    value: PLACEHOLDERS[type],
    need: type === "A" ? "required" : "recommended",
    purpose: type === "A" ? `${purpose}: put in your own` : `${purpose}, if it has IPv6`,
    placeholder: true,
  }));
}

/** The digest is of the certificate's key, which is not known here. */
function daneRecords(hosts: readonly OfferingHost[], machine: string): readonly DnsRecord[] {
  const ports = new Set(
    hosts.flatMap((host) => [...host.clients, ...host.clientsDirectTls, ...host.servers, ...host.serversDirectTls]),
  );
  return [...ports]
    .sort((a, b) => a - b)
    .map((port) => ({
      name: `_${port}._tcp.${machine}`,
      type: "TLSA",
      value: `3 1 1 ${"0".repeat(64)}`,
      need: "optional",
      purpose: "DANE, in a zone with DNSSEC: put in the SHA-256 digest of your certificate's public key",
      placeholder: true,
    }));
}

/** One zone for each name that is not below another one. */
function intoZones(records: readonly DnsRecord[], names: readonly string[], machine: string): readonly Zone[] {
  const all = [...new Set([...names, machine, ...records.map(({ name }) => name.replace(/^(?:_[^.]+\.)+/, ""))])];
  const origins = all.filter((name) => !all.some((other) => other !== name && isWithin(name, other)));
  return origins
    .map((origin) => ({ origin, records: records.filter(({ name }) => isWithin(name, origin)) }))
    .filter((zone) => zone.records.length > 0);
}
