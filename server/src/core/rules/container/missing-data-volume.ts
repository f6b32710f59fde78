// Containers that keep their data within themselves.

import { isWhole } from "../../model/container.ts";
import type { ContainerRule } from "../rule.ts";
import { PATHS, configurationOf, covers, headOf, isServer, officialContainers, valueOf } from "./shared/official.ts";

export const missingDataVolume: ContainerRule = {
  kind: "container",
  id: "missing-data-volume",
  severity: "information",
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
