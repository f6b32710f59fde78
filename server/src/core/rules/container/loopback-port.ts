// Published ports on which Prosody answers inside of the container only.

import type { ContainerRule, RuleDocs } from "../rule.ts";
import { listeningPorts } from "./shared/listens.ts";
import { officialContainers, schemaOf } from "./shared/official.ts";

export const loopbackPort: ContainerRule = {
  kind: "container",
  meta: {
    id: "loopback-port",
    severity: "warning",
    summary: "Published ports on which Prosody answers inside the container only.",
    fixable: false,
  },
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

export const docs: RuleDocs = {
  category: "containers",
  description:
    "For safety Prosody takes plain HTTP (5280, since 0.12) and external components (5347) on the loopback address only. In a container " +
    "that address belongs to the container alone: neither a published port nor a proxy in another container gets through. No variable changes it; put " +
    '`http_interfaces = { "*" }` or `component_interfaces = { "*" }` into a file that you mount below `/etc/prosody/conf.d`, and let a proxy or ' +
    "a private network stand in front.",
  examples: [
    {
      title: "HTTP",
      text: "services:\n  prosody:\n    image: prosodyim/prosody:13.0\n    environment:\n      PROSODY_ENABLE_MODULES: websocket\n    ports: ['127.0.0.1:5280:5280']\n",
      reports: true,
    },
    {
      title: "HTTPS",
      text: "services:\n  prosody:\n    image: prosodyim/prosody:13.0\n    environment:\n      PROSODY_ENABLE_MODULES: websocket\n    ports: ['5281:5281']\n",
      reports: false,
    },
    {
      title: "Component",
      text: "docker run -e PROSODY_VIRTUAL_HOSTS=example.com -e PROSODY_EXTERNAL_COMPONENTS=irc.example.com:long-random -p 5347:5347 prosodyim/prosody:13.0\n",
      reports: true,
    },
  ],
};
