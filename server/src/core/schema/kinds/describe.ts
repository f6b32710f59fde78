// Types in words, for messages and hovers: "a list of module names".

import { codeSpan } from "../../text/markdown.ts";
import type { DetailedType, EnumValue, SimpleKind, TypeSpec } from "../types.ts";

interface Words {
  readonly one: string;
  readonly many: string;
}

const SIMPLE: Readonly<Record<SimpleKind, Words>> = {
  any: { one: "any value", many: "values" },
  boolean: { one: "`true` or `false`", many: "booleans" },
  string: { one: "a text", many: "texts" },
  number: { one: "a number", many: "numbers" },
  integer: { one: "a whole number", many: "whole numbers" },
  percent: { one: "a percentage", many: "percentages" },
  port: { one: "a port number", many: "port numbers" },
  period: { one: "a period of time", many: "periods of time" },
  rate: { one: 'a rate such as "10kb/s"', many: "rates" },
  size: { one: "a number of bytes", many: "numbers of bytes" },
  path: { one: "a path", many: "paths" },
  host: { one: "a host name", many: "host names" },
  domain: { one: "a domain name", many: "domain names" },
  origin: { one: "a web site such as https://chat.example.com", many: "web sites" },
  address: { one: "an IP address to listen on", many: "IP addresses to listen on" },
  ip: { one: "an IP address", many: "IP addresses" },
  cidr: { one: "an IP address or network", many: "IP addresses or networks" },
  jid: { one: "a JID", many: "JIDs" },
  barejid: { one: "a JID such as user@example.com", many: "JIDs" },
  url: { one: "a URL", many: "URLs" },
  language: { one: "a language code", many: "language codes" },
  module: { one: "a module name", many: "module names" },
  componentmodule: { one: "the name of a component module", many: "names of component modules" },
  role: { one: "a role", many: "roles" },
  permission: { one: "a permission", many: "permissions" },
  certificate: { one: "the path of a certificate", many: "paths of certificates" },
  xmlns: { one: "an XML namespace", many: "XML namespaces" },
  mediatype: { one: "a media type", many: "media types" },
  function: { one: "a function", many: "functions" },
};

export const PROVIDERS = { auth: "authentication provider", storage: "storage driver", authz: "authorization provider" } as const;

export function describeType(type: TypeSpec): string {
  if (typeof type === "string") return SIMPLE[type].one;
  if (isUnion(type)) return joinAlternatives(type.map(describeType));
  switch (type.is) {
    case "enum":
      return `${type.open === true ? "for example " : "one of "}${someChoices(type.values)}`;
    case "provider":
      return `the name of ${type.of === "storage" ? "a" : "an"} ${PROVIDERS[type.of]}`;
    case "list":
      return `a list of ${describeMany(type.items)}`;
    case "map":
      return `a table with ${describeMany(type.keys)} as keys and ${describeMany(type.values)} as values`;
    case "record":
      return `a table with the keys ${Object.keys(type.fields).slice(0, 6).map(codeSpan).join(", ")}${Object.keys(type.fields).length > 6 ? ", …" : ""}`;
    case "path":
      return `the path of a ${type.of}`;
    case "string":
      return type.placeholder === undefined ? "a text" : `a text such as ${codeSpan(type.placeholder)}`;
    default:
      return `${SIMPLE[type.is].one}${bounds(type)}`;
  }
}

const MOST_CHOICES = 10;

function someChoices(values: readonly EnumValue[]): string {
  const shown = values.slice(0, MOST_CHOICES).map((value) => codeSpan(enumLiteral(value)));
  return [...shown, ...(values.length > MOST_CHOICES ? ["…"] : [])].join(", ");
}

function describeMany(type: TypeSpec): string {
  if (typeof type === "string") return SIMPLE[type].many;
  if (isUnion(type)) return joinAlternatives(type.map(describeMany));
  switch (type.is) {
    case "provider":
      return `${PROVIDERS[type.of]} names`;
    case "path":
      return `paths of ${type.of}s`;
    case "string":
      return "texts";
    case "enum":
      return `values: ${describeType(type)}`;
    case "list":
    case "map":
    case "record":
      return "tables";
    default:
      return `${SIMPLE[type.is].many}${bounds(type)}`;
  }
}

function bounds(type: Extract<DetailedType, { is: "integer" | "number" | "period" | "size" | "port" | "percent" }>): string {
  if (type.min !== undefined && type.max !== undefined) return ` from ${type.min} to ${type.max}`;
  if (type.min !== undefined) return `, at least ${type.min}`;
  return type.max === undefined ? "" : `, at most ${type.max}`;
}

export function isUnion(type: TypeSpec): type is readonly TypeSpec[] {
  return Array.isArray(type);
}

export function enumLiteral(value: EnumValue): string {
  const plain = typeof value === "object" ? value.value : value;
  return typeof plain === "string" ? JSON.stringify(plain) : String(plain);
}

function joinAlternatives(words: readonly string[]): string {
  const unique = [...new Set(words)];
  return unique.length < 2 ? (unique[0] ?? "") : `${unique.slice(0, -1).join(", ")} or ${unique[unique.length - 1] ?? ""}`;
}
