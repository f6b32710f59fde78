// What each host of an effective configuration offers to the network: to clients, to other servers, over HTTP. The plans for DNS,
// certificates and the firewall are made from this.

import { isLoopback, listening } from "../effective/listening.ts";
import type { Listening } from "../effective/listening.ts";
import { loadedModules } from "../effective/modules.ts";
import { isList, optionOf, ownOption } from "../effective/read.ts";
import type { HostOptions } from "../effective/types.ts";
import type { Schema } from "../schema/schema.ts";
import { dnsName, isPublic } from "./names.ts";

export interface OfferingHost {
  /** As configured. */
  readonly host: string;
  /** As in DNS. */
  readonly name: string;
  readonly component: boolean;
  /** Ports by kind of connection; empty: not offered. */
  readonly clients: readonly number[];
  readonly clientsDirectTls: readonly number[];
  readonly servers: readonly number[];
  readonly serversDirectTls: readonly number[];
  /** HTTP modules are loaded on this host. */
  readonly web?: {
    /** Where people reach them. */
    readonly name: string;
    /** Without a slash at the end. */
    readonly base: string;
    readonly bosh?: string;
    readonly websocket?: string;
  };
}

export interface Offer {
  readonly hosts: readonly OfferingHost[];
  /** Names that DNS cannot serve, with the reason as the rest of a sentence. */
  readonly leftOut: readonly { readonly host: string; readonly reason: string }[];
  /** Of the whole server, also what answers on the loopback address only. */
  readonly listening: readonly (Listening & { readonly loopback: boolean })[];
  readonly addresses: readonly string[];
  readonly dane: boolean;
}

export function offerOf(config: HostOptions, schema: Schema): Offer {
  const modules = loadedModules(config, schema);
  const all = listening(config, modules, schema).map((one) => ({ ...one, loopback: one.interfaces.every(isLoopback) }));
  const outside = (service: string): readonly number[] =>
    all.find((one) => one.service === service && !one.loopback)?.ports ?? [];
  const hosts: OfferingHost[] = [];
  const leftOut: { host: string; reason: string }[] = [];
  for (const host of Object.keys(config)) {
    if (host === "*" || optionOf(config, host, "enabled") === false) continue;
    const name = dnsName(host);
    if (name === undefined || !isPublic(name)) {
      leftOut.push({ host, reason: name === undefined ? "is no domain name" : "is a name that DNS does not serve" });
      continue;
    }
    const component = typeof ownOption(config, host, "component_module") === "string";
    const loaded = new Set((modules[host] ?? []).map((module) => module.name));
    const federated = loaded.has("s2s") || component;
    const clients = !component && loaded.has("c2s");
    const web = webOf(host, config, loaded, outside);
    hosts.push({
      host,
      name,
      component,
      clients: clients ? outside("c2s") : [],
      clientsDirectTls: clients ? [...outside("c2s_direct_tls"), ...outside("legacy_ssl")] : [],
      servers: federated && !keepsToItself(config, host, schema) ? outside("s2s") : [],
      serversDirectTls: federated && !keepsToItself(config, host, schema) ? outside("s2s_direct_tls") : [],
      ...(web === undefined ? {} : { web }),
    });
  }
  const external = ownOption(config, "*", "external_addresses");
  return {
    hosts,
    leftOut,
    listening: all,
    addresses: external !== undefined && isList(external) ? external.filter((item) => typeof item === "string") : [],
    dane: ownOption(config, "*", "use_dane") === true,
  };
}

/** Anonymous hosts talk to no other server unless told to. */
function keepsToItself(config: HostOptions, host: string, schema: Schema): boolean {
  if (optionOf(config, host, "authentication") !== "anonymous") return false;
  const allow = optionOf(config, host, "allow_anonymous_s2s") ?? schema.option("allow_anonymous_s2s")?.default ?? false;
  return allow !== true;
}

function webOf(
  host: string,
  config: HostOptions,
  loaded: ReadonlySet<string>,
  outside: (service: string) => readonly number[],
): OfferingHost["web"] {
  if (!loaded.has("http")) return undefined;
  const given = optionOf(config, host, "http_external_url");
  const named = optionOf(config, host, "http_host");
  const [port] = outside("https");
  const name = dnsName(
    typeof given === "string" ? (/^https?:\/\/([^/:]+)/i.exec(given)?.[1] ?? "") : typeof named === "string" ? named : host,
  );
  if (name === undefined || !isPublic(name)) return undefined;
  const own = `https://${name}${port === undefined || port === 443 ? "" : `:${port}`}`;
  const base = (typeof given === "string" ? given : own).replace(/(?<!\/)\/+$/, "");
  const paths = optionOf(config, host, "http_paths");
  const path = (app: string, usual: string): string => {
    const own = typeof paths === "object" && !isList(paths) ? (paths as Readonly<Record<string, unknown>>)[app] : undefined;
    return (typeof own === "string" ? own : usual).replaceAll("$host", host);
  };
  return {
    name,
    base,
    ...(loaded.has("bosh") ? { bosh: `${base}${path("bosh", "/http-bind")}` } : {}),
    ...(loaded.has("websocket") ? { websocket: `${base.replace(/^http/, "ws")}${path("websocket", "/xmpp-websocket")}` } : {}),
  };
}
