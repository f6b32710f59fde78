// Mounts at places which the image's configuration never looks at.

import type { ContainerRule } from "../rule.ts";
import { configurationOf, covers, officialContainers, variable } from "./shared/official.ts";

const LOGS = "/var/log/prosody";
const MODULES = ["/usr/lib/prosody-modules", "/usr/lib/prosody/modules-community", "/usr/lib/prosody/modules-custom"];

export const unreadMount: ContainerRule = {
  kind: "container",
  id: "unread-mount",
  severity: "information",
  check({ file, report }) {
    for (const container of officialContainers(file)) {
      if (configurationOf(container) !== "image") continue;
      for (const { target, span } of container.mounts) {
        if (target === LOGS)
          report({ span, message: "The image logs to the console (see `docker logs`), so this folder stays empty." });
        else if (MODULES.some((folder) => covers(folder, target)) && variable(container, "PROSODY_PLUGIN_PATHS") === undefined) {
          const message =
            "The image looks for modules in `/etc/prosody/modules`. Mount them there, or name this folder in `PROSODY_PLUGIN_PATHS`.";
          report({ span, message, severity: "warning" });
        }
      }
    }
  },
};
