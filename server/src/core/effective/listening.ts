// Where Prosody would listen: the services of the modules that are loaded somewhere, with the ports and addresses of the global
// section or their defaults.

import type { Schema } from "../schema/schema.ts";
import type { ServiceEntry } from "../schema/types.ts";
import { availability, compareVersions } from "../schema/version.ts";
import type { ModulesByHost } from "./modules.ts";
import { isList, ownOption } from "./read.ts";
import type { ConfigValue, HostOptions } from "./types.ts";

export interface Listening {
  /** `c2s`, `https` … */
  readonly service: string;
  readonly ports: readonly number[];
  /** `*` is all of IPv4, `::` all of IPv6. */
  readonly interfaces: readonly string[];
  /** Absent where it depends on more than we follow whether its module is loaded. */
  readonly certain?: true;
}

/** Services without a port are left out: they are off. */
export function listening(config: HostOptions, modules: ModulesByHost, schema: Schema): readonly Listening[] {
  const found: Listening[] = [];
  for (const [service, entry] of Object.entries(schema.services)) {
    if (availability(entry, schema.version) !== "now") continue;
    const loaded = Object.values(modules).flatMap((list) => list.filter(({ name }) => name === entry.module));
    if (loaded.length === 0) continue;
    const ports = numbers(ownOption(config, "*", `${entry.prefix}ports`) ?? entry.defaultPorts);
    if (ports.length === 0) continue;
    const certain = loaded.some((module) => module.certain === true);
    found.push({ service, ports, interfaces: interfaces(config, entry, schema), ...(certain ? { certain: true } : {}) });
  }
  return found;
}

function interfaces(
  config: HostOptions,
  { prefix, private: closed, privateSince }: ServiceEntry,
  schema: Schema,
): readonly string[] {
  const option = (name: string): ConfigValue | undefined => {
    const value = ownOption(config, "*", name);
    return value === false ? undefined : value;
  };
  const isPrivate = closed === true && (privateSince === undefined || compareVersions(schema.version, privateSince) >= 0);
  const [ipv4, ipv6] = ["use_ipv4", "use_ipv6"].map((name) => ownOption(config, "*", name) !== false);
  const both = (first: string, second: string): readonly string[] => [
    ...(ipv4 === true ? [first] : []),
    ...(ipv6 === true ? [second] : []),
  ];
  return texts(
    option(`${prefix}interfaces`) ??
      option(`${prefix}interface`) ??
      (isPrivate ? (option("local_interfaces") ?? both("127.0.0.1", "::1")) : undefined) ??
      option("interfaces") ??
      option("interface") ??
      both("*", "::"),
  );
}

/** One bare value stands for a list of one. */
function texts(value: ConfigValue): readonly string[] {
  const list = isList(value) ? value : [value];
  return [...new Set(list.filter((item) => typeof item === "string"))];
}

function numbers(value: ConfigValue): readonly number[] {
  const list = isList(value) ? value : [value];
  const ports = list.map((item) => (typeof item === "number" ? item : typeof item === "string" ? Number(item) : NaN));
  return [...new Set(ports.filter((port) => Number.isInteger(port)))];
}

/** Of an address to listen on. */
export function isLoopback(address: string): boolean {
  return /^(?:127\.|::1$|localhost$)/.test(address);
}
