// Mounts at places which the image's configuration never looks at.

import type { ContainerRule, RuleDocs } from "../rule.ts";
import { configurationOf, covers, officialContainers, variable } from "./shared/official.ts";

const LOGS = "/var/log/prosody";
const MODULES = ["/usr/lib/prosody-modules", "/usr/lib/prosody/modules-community", "/usr/lib/prosody/modules-custom"];

export const unreadMount: ContainerRule = {
  kind: "container",
  meta: {
    id: "unread-mount",
    severity: "information",
    summary: "Mounts at places that the image does not use.",
    fixable: false,
  },
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

export const docs: RuleDocs = {
  category: "containers",
  description:
    "Older instructions mount community modules at `/usr/lib/prosody-modules` and a folder for logs at `/var/log/prosody`. The image looks for " +
    "modules in `/etc/prosody/modules`, unless `PROSODY_PLUGIN_PATHS` names other folders, and writes its log to the console.",
  examples: [
    {
      title: "Modules",
      text: "services:\n  prosody:\n    image: prosodyim/prosody:13.0\n    volumes: ['./modules:/usr/lib/prosody-modules']\n",
      reports: true,
    },
    { title: "Logs", text: "docker run -v prosody-logs:/var/log/prosody prosodyim/prosody:13.0\n", reports: true },
    {
      title: "Used",
      text: "services:\n  prosody:\n    image: prosodyim/prosody:13.0\n    volumes: ['./modules:/etc/prosody/modules']\n",
      reports: false,
    },
  ],
};
