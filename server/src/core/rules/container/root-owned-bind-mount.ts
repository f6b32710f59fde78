// A folder of the machine as the place of the data: when the engine makes it, it belongs to root.

import type { ContainerRule, RuleDocs } from "../rule.ts";
import { PATHS, isServer, officialContainers } from "./shared/official.ts";

export const rootOwnedBindMount: ContainerRule = {
  kind: "container",
  meta: {
    id: "root-owned-bind-mount",
    severity: "hint",
    summary: "Folders of the machine as the place of the data, which must not belong to root.",
    fixable: false,
  },
  check({ file, report }) {
    for (const container of officialContainers(file)) {
      if (!isServer(container) || container.user !== undefined) continue;
      for (const { kind, target, span } of container.mounts) {
        if (kind !== "bind" || target !== PATHS.data) continue;
        report({
          span,
          message:
            "This folder must not belong to root, or the container stops when it starts. An engine that has to make the folder gives it to root: make it yourself before, or take a named volume.",
        });
      }
    }
  },
};

export const docs: RuleDocs = {
  category: "containers",
  description:
    "At its start the container gives its `prosody` user the number of whoever owns `/var/lib/prosody`. Root's number is taken already, so " +
    "with a folder that belongs to root it stops (`usermod: UID '0' already exists`). That happens when the folder is not there yet and the engine makes it. " +
    "Make it beforehand under an ordinary account, or use a named volume, which belongs to `prosody` from the beginning.",
  examples: [
    {
      title: "Folder",
      text: "services:\n  prosody:\n    image: prosodyim/prosody:13.0\n    volumes: ['./data:/var/lib/prosody']\n",
      reports: true,
    },
    {
      title: "Volume",
      text: "services:\n  prosody:\n    image: prosodyim/prosody:13.0\n    volumes: ['data:/var/lib/prosody']\nvolumes:\n  data:\n",
      reports: false,
    },
  ],
};
