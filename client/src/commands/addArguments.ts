// What a lens, an action or another command says beforehand. A menu gives an address instead, and a person nothing.

import type { AddArguments } from "../../../server/src/protocol.ts";

export function addArguments(given: unknown): AddArguments {
  if (typeof given !== "object" || given === null) return {};
  const text = (key: keyof AddArguments): object => {
    const value: unknown = (given as Readonly<Record<string, unknown>>)[key];
    return typeof value === "string" ? { [key]: value } : {};
  };
  return { ...text("uri"), ...text("host"), ...text("module") };
}
