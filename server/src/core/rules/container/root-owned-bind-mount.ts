// A folder of the machine as the place of the data: when the engine makes it, it belongs to root.

import { IMAGE_PATHS } from "../../schema/imagePaths.ts";
import type { ContainerRule } from "../rule.ts";
import { isServer, officialContainers } from "./shared/official.ts";

export const rootOwnedBindMount: ContainerRule = {
  kind: "container",
  id: "root-owned-bind-mount",
  severity: "hint",
  check({ file, report }) {
    for (const container of officialContainers(file)) {
      if (!isServer(container) || container.user !== undefined) continue;
      for (const { kind, target, span } of container.mounts) {
        if (kind !== "bind" || target !== IMAGE_PATHS.data) continue;
        report({
          span,
          message:
            "This folder must not belong to root, or the container stops when it starts. An engine that has to make the folder gives it to root: make it yourself before, or take a named volume.",
        });
      }
    }
  },
};
