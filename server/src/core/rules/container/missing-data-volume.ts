// Containers that keep their data within themselves.

import { isWhole } from "../../model/container.ts";
import { IMAGE_PATHS } from "../../schema/imagePaths.ts";
import type { ContainerRule } from "../rule.ts";
import { configurationOf, covers, headOf, isServer, officialContainers, valueOf } from "./shared/official.ts";

export const missingDataVolume: ContainerRule = {
  kind: "container",
  id: "missing-data-volume",
  severity: "information",
  check({ file, report }) {
    const { data } = IMAGE_PATHS;
    // What a Dockerfile makes gets its volumes when it is started.
    if (file.form === "dockerfile") return;
    for (const container of officialContainers(file)) {
      const { mounts } = container;
      const configuration = configurationOf(container);
      if (!isWhole(container) || !isServer(container) || (configuration !== "image" && configuration !== "extended")) continue;
      if (mounts.some(({ target, kind }) => kind !== "tmpfs" && (covers(target, data) || covers(data, target)))) continue;
      if (["memory", "null"].includes(valueOf(container, "PROSODY_STORAGE") ?? "")) continue;
      report({
        span: headOf(container),
        message: `Nothing is mounted at \`${data}\`, so accounts, contacts and uploaded files are gone with the container. Mount a volume there.`,
      });
    }
  },
};
