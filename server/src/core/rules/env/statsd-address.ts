// Statistics for a server that no variable can name.

import type { EnvRule, RuleDocs } from "../rule.ts";
import { oneValue } from "./shared/given.ts";
import { knownSubjects, valueSpan } from "./shared/subject.ts";

export const statsdAddress: EnvRule = {
  kind: "env",
  meta: {
    id: "statsd-address",
    severity: "information",
    summary: "`PROSODY_STATISTICS=statsd`, whose server only the extra configuration can name.",
    fixable: false,
  },
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

export const docs: RuleDocs = {
  category: "variables",
  description:
    "Where the statsd server is stands in the option `statistics_config`, and the image has no variable for it. Set it in a file in " +
    "`/etc/prosody/conf.d`.",
  examples: [
    { title: "statsd", text: "PROSODY_STATISTICS=statsd\nPROSODY_LOGLEVEL=info\n", reports: true },
    { title: "Internal", text: "PROSODY_STATISTICS=internal\nPROSODY_LOGLEVEL=info\n", reports: false },
  ],
};
