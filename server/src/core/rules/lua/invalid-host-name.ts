// Names of hosts and components that are no domain names.

import type { LuaRule } from "../rule.ts";
import { hostNameProblem } from "./shared/hostNames.ts";
import { code } from "./shared/words.ts";
import { rewriting } from "./shared/texts.ts";

export const invalidHostName: LuaRule = {
  kind: "lua",
  id: "invalid-host-name",
  severity: "warning",
  check(context) {
    for (const section of context.file.sections) {
      const { name, kind } = section;
      if (name?.kind !== "string" || !section.certain) continue;
      const problem = hostNameProblem(name.value, kind);
      if (problem === undefined) continue;
      const { meant, message, weight } = problem;
      const isMeant = meant !== undefined && hostNameProblem(meant, kind) === undefined;
      context.report({
        span: name.span,
        ...(weight === undefined ? {} : { severity: weight === "fatal" ? "error" : "information" }),
        message: `${message}${isMeant ? ` Write ${code(meant)}.` : ""}`,
        // What is a host already would get the settings of both.
        ...rewriting(context, name, isMeant && !context.own.isHost(meant) ? meant : undefined, false),
      });
    }
  },
};
