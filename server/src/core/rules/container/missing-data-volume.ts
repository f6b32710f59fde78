// Containers that keep their data within themselves.

import { isWhole } from "../../model/container.ts";
import type { ContainerRule, RuleDocs } from "../rule.ts";
import { PATHS, configurationOf, covers, headOf, isServer, officialContainers, valueOf } from "./shared/official.ts";

export const missingDataVolume: ContainerRule = {
  kind: "container",
  meta: {
    id: "missing-data-volume",
    severity: "information",
    summary: "Containers without a volume for accounts and data.",
    fixable: false,
  },
  check({ file, report }) {
    // What a Dockerfile makes gets its volumes when it is started.
    if (file.form === "dockerfile") return;
    for (const container of officialContainers(file)) {
      const { mounts } = container;
      const configuration = configurationOf(container);
      if (!isWhole(container) || !isServer(container) || (configuration !== "image" && configuration !== "extended")) continue;
      if (mounts.some(({ target, kind }) => kind !== "tmpfs" && (covers(target, PATHS.data) || covers(PATHS.data, target))))
        continue;
      if (["memory", "null"].includes(valueOf(container, "PROSODY_STORAGE") ?? "")) continue;
      report({
        span: headOf(container),
        message: `Nothing is mounted at \`${PATHS.data}\`, so accounts, contacts and uploaded files are gone with the container. Mount a volume there.`,
      });
    }
  },
};

export const docs: RuleDocs = {
  category: "containers",
  description:
    "Prosody keeps accounts, contacts, messages and uploads below `/var/lib/prosody`. Without a volume there they live in the container and " +
    "are lost when it is made anew, as with every update. With a database most of it is elsewhere, but not what users upload. For a container " +
    "that is only tried out it does not matter, so this is an information.",
  examples: [
    {
      title: "None",
      text: "services:\n  prosody:\n    image: prosodyim/prosody:13.0\n    ports: ['5222:5222']\n",
      reports: true,
    },
    {
      title: "Volume",
      text: "services:\n  prosody:\n    image: prosodyim/prosody:13.0\n    volumes: ['data:/var/lib/prosody']\nvolumes:\n  data:\n",
      reports: false,
    },
    { title: "One command", text: "docker run --rm prosodyim/prosody:13.0 check dns\n", reports: false },
  ],
};
