// Published ports on which Prosody answers inside of the container only.

import type { ContainerRule } from "../rule.ts";
import { listeningPorts } from "./shared/listens.ts";
import { officialContainers, schemaOf } from "./shared/official.ts";

export const loopbackPort: ContainerRule = {
  kind: "container",
  id: "loopback-port",
  severity: "warning",
  check({ file, schema, report }) {
    for (const container of officialContainers(file)) {
      const open = container.network === "own" ? listeningPorts(container, schemaOf(container, schema)) : undefined;
      for (const { container: inside, span, protocol } of container.ports) {
        const found = open?.filter(({ port }) => inside.from <= port && port <= inside.to) ?? [];
        const [first] = found;
        if (first === undefined || protocol === "udp" || found.some(({ loopback }) => !loopback)) continue;
        report({
          span,
          message:
            `On port ${first.port} (${first.title}) Prosody answers on the loopback address of the container only, so publishing it has no effect. ` +
            `Set \`${first.prefix}interfaces = { "*" }\` in a file of \`/etc/prosody/conf.d\`.`,
        });
      }
    }
  },
};
