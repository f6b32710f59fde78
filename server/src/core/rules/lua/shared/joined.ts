// Several items that were written into one text: "a@example.org, b@example.org".

import { isNetwork } from "../../../schema/kinds/addresses.ts";
import { isUnion } from "../../../schema/kinds/describe.ts";
import type { SimpleKind, TypeSpec } from "../../../schema/types.ts";

/** What a part has to look like, so that a text is taken for several items and not for a sentence. */
const FORMS: Readonly<Partial<Record<SimpleKind, (part: string) => boolean>>> = {
  module: (part) => /^[a-z][a-z\d_]+$/.test(part),
  jid: isName,
  barejid: isName,
  host: isName,
  domain: isName,
  ip: isNetwork,
  cidr: isNetwork,
  address: (part) => part === "*" || isNetwork(part),
  port: (part) => /^\d{1,5}$/.test(part),
  mediatype: (part) => /^[a-z]+\/[\w.*+-]+$/i.test(part),
  origin: (part) => /^https?:\/\/[^/]+\/?$/i.test(part),
};

function isName(part: string): boolean {
  return /^[^\s@,;]+@[^\s@,;]+$|^[\w-]+(?:\.[\w-]+)+$/.test(part);
}

/** The items in the text, where there are two or more. */
export function itemsIn(text: string, type: TypeSpec): readonly string[] | undefined {
  if (!/\S[\s,;]|[,;]/.test(text.trim())) return undefined;
  const forms = (isUnion(type) ? type : [type]).flatMap((member) => (typeof member === "string" ? (FORMS[member] ?? []) : []));
  if (forms.length === 0) return undefined;
  const parts = text.split(/[\s,;]+/).filter((part) => part !== "");
  // Words with blanks alone between them are more likely a sentence, unless they are plainly addresses or ports.
  if (parts.length < 2 || (!/[,;]/.test(text) && parts.every((part) => /^[a-z_-]+$/i.test(part)))) return undefined;
  return parts.every((part) => forms.some((form) => form(part))) ? parts : undefined;
}

export function isJoined(text: string, type: TypeSpec): boolean {
  return itemsIn(text, type) !== undefined;
}
