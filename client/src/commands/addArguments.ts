// What a lens, an action or another command says beforehand. A menu gives an address instead, and a person nothing.

import type { AddArguments } from "../../../server/src/protocol.ts";

export function argument(given: unknown, key: string): string | undefined {
  if (typeof given !== "object" || given === null) return undefined;
  const value: unknown = (given as Readonly<Record<string, unknown>>)[key];
  return typeof value === "string" ? value : undefined;
}

export function addArguments(given: unknown): AddArguments {
  const found = (["uri", "host", "module"] as const).map((key) => [key, argument(given, key)] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}
