// No virtual host: the only one is then named after the container.

import type { EnvRule } from "../rule.ts";
import { subjectsOf } from "./shared/subject.ts";

/** Who gives one of these has a domain in mind. A file with secrets and limits alone may be one of several. */
const NEED_A_HOST = ["PROSODY_ADMINS", "PROSODY_COMPONENTS", "PROSODY_EXTERNAL_COMPONENTS", "PROSODY_NETWORK_HOSTNAME"];

export const missingVirtualHosts: EnvRule = {
  kind: "env",
  id: "missing-virtual-hosts",
  severity: "information",
  check(context) {
    const subjects = subjectsOf(context);
    if (subjects.some(({ name }) => name === "PROSODY_VIRTUAL_HOSTS" || name === "PROSODY_CONFIG")) return;
    const first = subjects.find(({ name }) => NEED_A_HOST.includes(name));
    if (first === undefined) return;
    context.report({
      span: first.variable.nameSpan,
      message:
        "`PROSODY_VIRTUAL_HOSTS` is not given here. Unless it is given elsewhere or the container has a host name of its own (`--hostname`), the only host is named by chance, and anew with each container. Set it to your domain.",
      ...(first.info === undefined ? {} : { page: first.info.page }),
    });
  },
};
