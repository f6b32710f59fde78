// No host is named: the only one is then called as the container is, by chance.

import { knowsVariables } from "../../model/container.ts";
import type { ContainerRule } from "../rule.ts";
import { configurationOf, headOf, isServer, isTooOld, officialContainers, variable } from "./shared/official.ts";

/** A pod has a name, and an image has none yet. */
const FORMS = new Set(["compose", "quadlet", "commandLine"]);

export const randomHostName: ContainerRule = {
  kind: "container",
  id: "random-host-name",
  severity: "warning",
  check({ file, report }) {
    if (!FORMS.has(file.form)) return;
    for (const container of officialContainers(file)) {
      if (!isServer(container) || !knowsVariables(container) || configurationOf(container) !== "image") continue;
      if (container.hostname !== undefined || container.network !== "own" || isTooOld(container.image)) continue;
      if (variable(container, "PROSODY_VIRTUAL_HOSTS") !== undefined) continue;
      report({
        // A line may be there to try something out.
        ...(file.form === "commandLine" ? { severity: "information" } : {}),
        span: headOf(container),
        message:
          "Neither `PROSODY_VIRTUAL_HOSTS` nor a host name of the container is given. The only host is then named after the container, by chance and anew each time it is made. Set `PROSODY_VIRTUAL_HOSTS` to your domain.",
      });
    }
  },
};
