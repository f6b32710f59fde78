// Makes the options that every network service has (PREFIXports, PREFIXinterfaces …) out of the list of services, so that the data
// names each service once. The options of the service without prefix (`ports`, `interfaces`) are plain data: they also serve others.

import { VERSIONS } from "./types.ts";
import type { Deprecation, OptionEntry, ServiceEntry, TypeSpec, Version, VersionRange } from "./types.ts";

/** Prosody picks certificates per host name (SNI) since this version; before, NAME_host is not read. */
const SNI_SINCE: Version = "0.12";

/** Addresses that stand for all networks of the machine. */
const EVERYWHERE = ["*", "::", "0.0.0.0"];

const addresses: TypeSpec = { is: "list", items: "address" };
const ports: TypeSpec = { is: "list", items: "port" };
const certificate: TypeSpec = [
  "certificate",
  { is: "map", keys: ["port", { is: "enum", values: ["default"] }], values: "certificate" },
];
const anyTable: TypeSpec = { is: "record", fields: {}, open: true };

/** `sslType` is the type of the option `ssl`; PREFIXssl takes the same table. */
export function serviceOptions(
  services: Readonly<Record<string, ServiceEntry>>,
  sslType: TypeSpec = anyTable,
): Record<string, OptionEntry> {
  const options: Record<string, OptionEntry> = {};
  for (const [name, service] of Object.entries(services)) {
    if (service.prefix !== "") Object.assign(options, listeningOptions(service, replacement(services, service)));
    if (service.encryption === "tls") Object.assign(options, tlsOptions(name, service, replacement(services, service), sslType));
  }
  return options;
}

type Renamed = (suffix: string) => Deprecation | undefined;

function replacement(services: Readonly<Record<string, ServiceEntry>>, service: ServiceEntry): Renamed {
  const { replacedBy } = service;
  const prefix = replacedBy && services[replacedBy.service]?.prefix;
  if (replacedBy === undefined || prefix === undefined) return () => undefined;
  return (suffix) => ({
    since: replacedBy.since,
    kind: "rename",
    to: prefix + suffix,
    note: "The service has a new name; the old one still works.",
  });
}

function listeningOptions(service: ServiceEntry, renamed: Renamed): Record<string, OptionEntry> {
  const { prefix, title } = service;
  const common = { scope: "global", sensitive: true, modules: [service.module], ...versions(service) } as const;
  // An address is made a part of messages, which `true` and a list cannot be.
  const lost = service.defaultPorts.length === 0 ? [] : ([{ forms: ["true", "nested"], modules: [service.module] }] as const);
  return {
    [`${prefix}ports`]: {
      summary: portsSummary(service),
      type: ports,
      default: service.defaultPorts,
      ...common,
      ...deprecated(renamed("ports")),
    },
    [`${prefix}interfaces`]: {
      summary:
        `Addresses on which Prosody listens for ${title}: IP addresses of this machine, ` +
        '`"*"` for all of IPv4, `"::"` for all of IPv6. ' +
        (service.private === true
          ? "Unset, only programs on the same machine get through; name other addresses to let more in."
          : "Set it to hide this service from some of the machine's networks."),
      type: addresses,
      ...interfacesDefault(service),
      ...exposure(service),
      ...common,
      lost,
      ...deprecated(renamed("interfaces")),
    },
    [`${prefix}interface`]: {
      summary: `Old spelling of \`${prefix}interfaces\`: the addresses on which Prosody listens for ${title}.`,
      type: addresses,
      ...interfacesDefault(service),
      ...common,
      lost,
      deprecated: renamed("interfaces") ?? {
        since: VERSIONS[0],
        kind: "rename",
        to: `${prefix}interfaces`,
        note: "The singular was the name before Prosody 0.9.",
      },
    },
  };
}

function exposure({ exposure: risk }: ServiceEntry): Pick<OptionEntry, "risks"> {
  return risk === undefined ? {} : { risks: [{ kind: "exposure", values: EVERYWHERE, ...risk, instead: "127.0.0.1" }] };
}

function portsSummary({ title, defaultPorts, encryption }: ServiceEntry): string {
  const off = "An empty list switches the service off.";
  if (defaultPorts.length > 0) return `Ports on which Prosody listens for ${title}. ${off}`;
  const tls = encryption === "tls" ? " The connections are encrypted from the first byte, so a certificate is needed." : "";
  return `Ports on which Prosody listens for ${title}. There is none by default; name one to switch the service on.${tls}`;
}

function interfacesDefault(service: ServiceEntry): Pick<OptionEntry, "defaultText" | "fallback" | "history"> {
  const open = "the value of `interfaces`, otherwise all addresses";
  if (service.private !== true) return { defaultText: open, fallback: "interfaces" };
  const local = "the value of `local_interfaces`, otherwise 127.0.0.1 and ::1";
  const before = service.privateSince && VERSIONS[VERSIONS.indexOf(service.privateSince) - 1];
  // A fallback cannot be told per version; where it changed, the words have to do.
  return before === undefined
    ? { defaultText: local, fallback: "local_interfaces" }
    : { defaultText: local, history: [{ upTo: before, defaultText: open }] };
}

function tlsOptions(name: string, service: ServiceEntry, renamed: Renamed, sslType: TypeSpec): Record<string, OptionEntry> {
  const { prefix, title, hostFallback } = service;
  const modules = [service.module];
  const isOpen = service.defaultPorts.length > 0;
  return {
    [`${name}_certificate`]: {
      summary:
        `Certificate for ${title}, when it is not to be found by the usual search in \`certificates\`. ` +
        "A table gives one certificate per port, with the key `default` for the rest.",
      type: certificate,
      ...(isOpen ? { lost: [{ forms: ["number", "true"], modules }] } : {}),
      scope: "global",
      example: `${name}_certificate = "/etc/prosody/certs/example.org.crt"`,
      modules,
      ...versions(service),
    },
    [`${name}_host`]: {
      summary:
        `Name under which this host expects ${title}: the certificate of the host is offered to those who ask for that name (SNI). ` +
        "Set it when the service is reached under another name than the host's.",
      type: "host",
      defaultText: hostFallback === undefined ? "the host's name" : `the value of \`${hostFallback}\`, otherwise the host's name`,
      ...(hostFallback === undefined ? {} : { fallback: hostFallback }),
      raw: true,
      ...(isOpen ? { lost: [{ forms: ["number", "true", "list", "nested", "empty"], modules }] } : {}),
      scope: "host",
      modules,
      ...versions(service),
      since: later(service.since, SNI_SINCE),
    },
    [`${prefix}ssl`]: {
      summary: `TLS settings for ${title}, laid over those of \`ssl\`. Rarely needed: certificates are found without it.`,
      type: sslType,
      defaultText: "the value of `ssl`",
      fallback: "ssl",
      ...(isOpen ? { lost: [{ forms: ["number", "true"], modules }] } : {}),
      scope: "global",
      example: `${prefix}ssl = {\n\tcertificate = "certs/example.org.crt";\n\tkey = "certs/example.org.key";\n}`,
      modules,
      ...versions(service),
      ...deprecated(renamed("ssl")),
    },
  };
}

function deprecated(deprecation: Deprecation | undefined): Pick<OptionEntry, "deprecated"> {
  return deprecation === undefined ? {} : { deprecated: deprecation };
}

function versions({ since, removed }: VersionRange): VersionRange {
  return { ...(since === undefined ? {} : { since }), ...(removed === undefined ? {} : { removed }) };
}

function later(one: Version | undefined, other: Version): Version {
  return one !== undefined && VERSIONS.indexOf(one) > VERSIONS.indexOf(other) ? one : other;
}
