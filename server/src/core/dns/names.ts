// Names of hosts as DNS has them, and which of them the world can look up at all.

import { toASCII } from "punycode/punycode.es6.js";

/** Undefined: no name for DNS. */
export function dnsName(host: string): string | undefined {
  let name: string;
  try {
    name = toASCII(host.toLowerCase().replace(/\.$/, ""));
  } catch {
    return undefined;
  }
  if (name.length > 253 || !name.includes(".") || isIpv4(name) || isIpv6(name)) return undefined;
  const labels = name.split(".");
  return labels.every((label) => /^(?!-)[a-z0-9_-]{1,63}$/.test(label) && !label.endsWith("-")) ? name : undefined;
}

/** Ends that DNS does not serve: RFC 2606, 6761, 6762, 7686, 8375 and `.internal`. */
const LOCAL_ENDS = ["localhost", "local", "test", "invalid", "onion", "i2p", "internal", "home.arpa", "lan", "localdomain"];

export function isPublic(name: string): boolean {
  return !LOCAL_ENDS.some((end) => name === end || name.endsWith(`.${end}`));
}

export function isIpv4(text: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) && text.split(".").every((part) => Number(part) < 256);
}

export function isIpv6(text: string): boolean {
  return text.includes(":") && /^[0-9a-f:]{2,39}$/i.test(text);
}

/** Whether one is the other or below it. */
export function isWithin(name: string, parent: string): boolean {
  return name === parent || name.endsWith(`.${parent}`);
}
