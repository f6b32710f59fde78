// Which names certificates have to hold: one certificate for each domain with all that is below it is the usual way.

import { isWithin } from "./names.ts";
import type { Offer } from "./services.ts";

export interface CertificateName {
  readonly name: string;
  /** In words: "clients and other servers". */
  readonly usedFor: string;
}

export interface CertificatePlan {
  /** Its main name. */
  readonly subject: string;
  readonly names: readonly CertificateName[];
}

export function certificatePlans({ hosts }: Offer): readonly CertificatePlan[] {
  const uses = new Map<string, Set<string>>();
  const use = (name: string, purpose: string): void => {
    const known = uses.get(name) ?? new Set();
    known.add(purpose);
    uses.set(name, known);
  };
  for (const host of hosts) {
    if (host.clients.length + host.clientsDirectTls.length > 0) use(host.name, "clients");
    if (host.servers.length + host.serversDirectTls.length > 0) use(host.name, "other servers");
    if (host.web?.base.startsWith("https:") === true) use(host.web.name, "HTTPS");
  }
  const names = [...uses.keys()];
  const subjects = names.filter((name) => !names.some((other) => other !== name && isWithin(name, other)));
  return subjects.map((subject) => ({
    subject,
    names: names.filter((name) => isWithin(name, subject)).map((name) => ({ name, usedFor: words([...(uses.get(name) ?? [])]) })),
  }));
}

function words(list: readonly string[]): string {
  return list.length < 2 ? list.join("") : `${list.slice(0, -1).join(", ")} and ${list.at(-1) ?? ""}`;
}
