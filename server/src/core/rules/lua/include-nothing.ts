// Include lines that read no file.

import type { LuaRule } from "../rule.ts";
import { removeStatement } from "./shared/removal.ts";
import { code } from "./shared/words.ts";

export const includeNothing: LuaRule = {
  kind: "lua",
  scope: "configuration",
  id: "include-nothing",
  severity: "warning",
  check({ own, text, project, report }) {
    for (const include of own.includes) {
      const { path, span, certain } = include;
      if (!certain || path.kind !== "string" || project?.matches(include)?.length !== 0) continue;
      const isPattern = /[*?]/.test(path.value) && project.misses?.(include) !== true;
      report({
        span: path.span,
        ...(isPattern ? { severity: "hint" as const } : {}),
        message: isPattern
          ? `No file has such a name, so nothing is read here. That is fine as long as it is meant: Prosody says nothing of it.`
          : /[*?]/.test(path.value)
            ? `The folder of this pattern does not exist, and Prosody does not start without it. Create the folder, or remove this line.`
            : `There is no such file (a folder needs a pattern such as ${code("conf.d/*.cfg.lua")}), and Prosody refuses to start where it cannot read what ${code("Include")} names. The path is looked for from the folder of this file.`,
        page: "https://prosody.im/doc/configure",
        fixes: () => [{ title: "Remove the line", edits: [removeStatement(text, span)], safe: false }],
      });
    }
  },
};
