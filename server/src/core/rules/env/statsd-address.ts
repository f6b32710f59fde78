// Statistics for a server that no variable can name.

import type { EnvRule } from "../rule.ts";
import { oneValue } from "./shared/given.ts";
import { knownSubjects, valueSpan } from "./shared/subject.ts";

export const statsdAddress: EnvRule = {
  kind: "env",
  id: "statsd-address",
  severity: "information",
  check(context) {
    for (const subject of knownSubjects(context)) {
      if (subject.name !== "PROSODY_STATISTICS" || oneValue(subject) !== "statsd") continue;
      context.report({
        span: valueSpan(subject),
        message:
          "`statsd` needs `statistics_config`, for which there is no variable. Set it in a file of the extra configuration.",
        page: subject.info.page,
      });
    }
  },
};
