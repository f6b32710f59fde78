// The configuration of a hosting provider: a global section, then for each customer a host and a component for rooms. The same facts in
// Lua, JSON and YAML, with a JSON Schema for the latter two, so that checkers of all three have the same to say.

import { stringify } from "yaml";

type Fact = string | boolean | readonly string[] | { readonly [name: string]: Fact };
type Facts = Readonly<Record<string, Fact>>;

interface Section {
  readonly kind: "VirtualHost" | "Component";
  readonly name: string;
  readonly module?: string;
  readonly options: Facts;
}

export interface Provider {
  readonly global: Facts;
  readonly sections: readonly Section[];
}

const GLOBAL: Facts = {
  admins: ["operator@provider.example"],
  modules_enabled: [
    "roster", "saslauth", "tls", "dialback", "disco", "posix", "limits", "private", "vcard4", "version", "uptime", "time", "ping",
    "blocklist", "bookmarks", "carbons", "csi_simple", "mam", "pep", "register", "smacks",
  ],
  authentication: "internal_hashed",
  c2s_require_encryption: true,
  s2s_secure_auth: true,
  certificates: "certs",
  archive_expires_after: "1w",
  limits: { c2s: { rate: "10kb/s" }, s2sin: { rate: "30kb/s" } },
  log: { info: "*syslog" },
}; // prettier-ignore

/** What every checker has to find. */
const MISTAKEN = { kind: "VirtualHost", name: "last.example", options: { allow_registratoin: true } } as const;

export function provider(customers: number): Provider {
  const sections = Array.from({ length: customers }, (_, i) => {
    const host = `customer${i}.example`;
    return [
      {
        kind: "VirtualHost" as const,
        name: host,
        options: {
          admins: [`owner@${host}`, `support@${host}`],
          allow_registration: false,
          ssl: { key: `certs/${host}.key`, certificate: `certs/${host}.crt` },
        },
      },
      {
        kind: "Component" as const,
        name: `rooms.${host}`,
        module: "muc",
        options: {
          name: `Rooms of customer ${i}`,
          restrict_room_creation: "local",
          modules_enabled: ["muc_mam"],
          muc_log_expires_after: "1m",
        },
      },
    ];
  });
  return { global: GLOBAL, sections: [...sections.flat(), MISTAKEN] };
}

/** As many customers as it takes for so many lines of Lua. */
export function providerOfLines(lines: number): Provider {
  const first = lineCount(0);
  return provider(Math.max(1, Math.round((lines - first) / (lineCount(1) - first))));
}

const lineCount = (customers: number): number => asLua(provider(customers)).split("\n").length;

export function asLua({ global, sections }: Provider): string {
  return `${globalText(global)}${sections.map(sectionText).join("")}`;
}

/** The global section in a main file, which includes each other section from a file of its own. */
export function asFiles({ global, sections }: Provider): ReadonlyMap<string, string> {
  const parts = sections.map((section) => [`conf.d/${section.name}.cfg.lua`, sectionText(section)] as const);
  return new Map([["prosody.cfg.lua", `${globalText(global)}\nInclude "conf.d/*.cfg.lua"\n`], ...parts]);
}

const globalText = (global: Facts): string => `-- The servers of a hosting provider\n${assignments(global, "")}`;

function sectionText({ kind, name, module, options }: Section): string {
  const word = module === undefined ? "" : ` "${module}"`;
  return `\n-- ${name}\n${kind} "${name}"${word}\n${assignments(options, "\t")}`;
}

function assignments(options: Facts, indent: string): string {
  return Object.entries(options)
    .map(([name, fact]) => `${indent}${name} = ${luaText(fact, indent)}\n`)
    .join("");
}

function luaText(fact: Fact, indent: string): string {
  if (typeof fact !== "object") return JSON.stringify(fact);
  if (isList(fact)) return `{ ${fact.map((item) => JSON.stringify(item)).join(", ")} }`;
  const fields = Object.entries(fact).map(([name, inner]) => `${indent}\t${name} = ${luaText(inner, `${indent}\t`)};\n`);
  return `{\n${fields.join("")}${indent}}`;
}

const isList = (fact: Fact): fact is readonly string[] => Array.isArray(fact);

export function asJson(provider: Provider): string {
  return `${JSON.stringify(provider, undefined, 2)}\n`;
}

export function asYaml(provider: Provider): string {
  return stringify(provider);
}

/** What a checker of JSON or YAML needs to know to find a misspelt option, a wrong type or an unknown choice. */
export function jsonSchema(): object {
  const text = { type: "string" };
  const texts = { type: "array", items: text, uniqueItems: true };
  const closed = (properties: object, required: readonly string[] = []): object => ({
    type: "object",
    properties,
    required,
    additionalProperties: false,
  });
  const rate = closed({ rate: { type: "string", pattern: "^\\d+ ?[kmg]?b/s$" } });
  const options = closed({
    admins: { type: "array", items: { type: "string", pattern: "^[^@]+@[^@/]+$" }, uniqueItems: true },
    allow_registration: { type: "boolean" },
    archive_expires_after: text,
    authentication: { enum: ["internal_hashed", "internal_plain", "ldap", "anonymous"] },
    c2s_require_encryption: { type: "boolean" },
    certificates: text,
    limits: closed({ c2s: rate, s2sin: rate, s2sout: rate }),
    log: closed({ debug: text, info: text, warn: text, error: text }),
    modules_enabled: texts,
    muc_log_expires_after: text,
    name: text,
    restrict_room_creation: { enum: [true, false, "local", "admin"] },
    s2s_secure_auth: { type: "boolean" },
    ssl: closed({ key: text, certificate: text }, ["key", "certificate"]),
  });
  const section = closed({ kind: { enum: ["VirtualHost", "Component"] }, name: text, module: text, options }, ["kind", "name"]);
  return {
    ...closed({ global: options, sections: { type: "array", items: section } }),
    $schema: "http://json-schema.org/draft-07/schema#",
  };
}
