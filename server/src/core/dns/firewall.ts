// Which ports a firewall has to let in, and which it need not: what listens on the loopback address is out of reach anyway.

import type { Schema } from "../schema/schema.ts";
import type { Offer } from "./services.ts";

export interface FirewallPort {
  readonly port: number;
  readonly protocol: "tcp";
  readonly service: string;
  /** In words, of the schema. */
  readonly title: string;
  readonly let: "in" | "out of reach" | "closed";
  readonly note?: string;
}

export function firewallPorts({ listening }: Offer, schema: Schema): readonly FirewallPort[] {
  return listening
    .flatMap(({ service, ports, loopback }) =>
      ports.map((port): FirewallPort => {
        const entry = schema.services[service];
        const title = entry?.title ?? service;
        const about = { port, protocol: "tcp" as const, service, title };
        if (loopback) return { ...about, let: "out of reach", note: "answers on the loopback address only" };
        // Whoever needs it is on the same machine or network; the schema knows what harm others could do.
        if (entry?.private === true)
          return { ...about, let: "closed", ...(entry.exposure === undefined ? {} : { note: entry.exposure.note }) };
        return { ...about, let: "in" };
      }),
    )
    .sort((a, b) => a.port - b.port);
}
