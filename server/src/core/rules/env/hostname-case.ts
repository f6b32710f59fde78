// Capital letters in the name of the network, which are kept while those of hosts are not.

import type { EnvRule } from "../rule.ts";
import { changeValue, offer } from "./shared/edits.ts";
import { oneValue } from "./shared/given.ts";
import { knownSubjects, valueSpan } from "./shared/subject.ts";

export const hostnameCase: EnvRule = {
  kind: "env",
  id: "hostname-case",
  severity: "information",
  check(context) {
    for (const subject of knownSubjects(context)) {
      const value = subject.name === "PROSODY_NETWORK_HOSTNAME" ? oneValue(subject) : undefined;
      if (value === undefined || value === value.toLowerCase()) continue;
      context.report({
        span: valueSpan(subject),
        message:
          "Prosody writes names of hosts in lower case, but uses this one as it stands, so that the two differ. Write it in lower case.",
        page: subject.info.page,
        ...offer(changeValue(value.toLowerCase(), subject.place)),
      });
    }
  },
};
