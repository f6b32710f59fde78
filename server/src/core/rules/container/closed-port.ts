// Published ports behind which nothing listens.

import type { ContainerPort } from "../../model/container.ts";
import type { ContainerRule } from "../rule.ts";
import { listeningPorts } from "./shared/listens.ts";
import type { ListeningPort } from "./shared/services.ts";
import { officialContainers, schemaOf } from "./shared/official.ts";

export const closedPort: ContainerRule = {
  kind: "container",
  id: "closed-port",
  severity: "warning",
  check({ file, schema, report }) {
    for (const container of officialContainers(file)) {
      const open = container.network === "own" ? listeningPorts(container, schemaOf(container, schema)) : undefined;
      if (open === undefined) continue;
      for (const port of container.ports) {
        const message = problemOf(port, open, container.ownConfig !== undefined);
        // In a manifest a port is a remark that publishes nothing by itself.
        if (message !== undefined)
          report({ span: port.span, message, ...(file.form === "kubernetes" ? { severity: "information" } : {}) });
      }
    }
  },
};

function problemOf(
  { container: { from, to }, protocol }: ContainerPort,
  open: readonly ListeningPort[],
  isOwn: boolean,
): string | undefined {
  const here = open.filter(({ port }) => from <= port && port <= to);
  // Of a range only some may be meant.
  if (here.length > 0)
    return protocol === "udp" && from === to
      ? `Port ${from} is published for UDP, and Prosody listens there for TCP.`
      : undefined;
  const which = from === to ? `port ${from}` : `ports ${from} to ${to}`;
  const needed = from === to && !isOwn ? NEEDED[from] : undefined;
  const where = isOwn ? "by the configuration that is mounted here" : "in this container";
  return `Nothing listens on ${which} ${where}. ${needed ?? "Publish the port that Prosody listens on, or leave this one out."}`;
}

const HTTP = "It opens when a module needs HTTP, such as `bosh` or `websocket` in `PROSODY_ENABLE_MODULES`.";

const NEEDED: Readonly<Record<number, string>> = {
  80: "Prosody offers HTTP on 5280 once a module needs it, and 80 only with `http_ports` in an extra configuration.",
  443: "Prosody offers HTTPS on 5281 once a module needs it, and 443 only with `https_ports` in an extra configuration.",
  5000: "It opens with a `proxy65` component in `PROSODY_COMPONENTS`.",
  5223: "It opens with `c2s_direct_tls_ports` in an extra configuration.",
  5270: "It opens with `s2s_direct_tls_ports` in an extra configuration.",
  5280: HTTP,
  5281: HTTP,
  5347: "It opens with an item in `PROSODY_EXTERNAL_COMPONENTS`.",
};
