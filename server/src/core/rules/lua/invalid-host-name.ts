// Names of hosts and components that are no domain names.

import type { LuaRule } from "../rule.ts";
import { hostNameProblem } from "./shared/hostNames.ts";
import { replaceText } from "./shared/literals.ts";
import { code } from "./shared/words.ts";

export const invalidHostName: LuaRule = {
  kind: "lua",
  id: "invalid-host-name",
  severity: "warning",
  check({ file, text, report }) {
    for (const section of file.sections) {
      const { name, kind } = section;
      if (name?.kind !== "string" || !section.certain) continue;
      const problem = hostNameProblem(name.value, kind);
      if (problem === undefined) continue;
      const { meant, message } = problem;
      const isMeant = meant !== undefined && hostNameProblem(meant, kind) === undefined;
      report({
        span: name.span,
        message: `${message}${isMeant ? ` Write ${code(meant)}.` : ""}`,
        ...(isMeant && name.folded !== true
          ? { fixes: () => [{ title: `Change to ${code(meant)}`, edits: [replaceText(text, name.span, meant)], safe: false }] }
          : {}),
      });
    }
  },
};
