// Include lines that read no file.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { removeStatement } from "./shared/removal.ts";
import { code } from "./shared/words.ts";

export const includeNothing: LuaRule = {
  kind: "lua",
  meta: {
    id: "include-nothing",
    severity: "warning",
    fixable: true,
    summary: "An Include that no file answers to.",
  },
  check({ file, text, project, report }) {
    for (const { path, span, certain, ...rest } of file.includes) {
      if (!certain || path.kind !== "string" || project?.matches({ path, span, certain, ...rest })?.length !== 0) continue;
      const isPattern = /[*?]/.test(path.value);
      report({
        span: path.span,
        ...(isPattern ? { severity: "hint" as const } : {}),
        message: isPattern
          ? `No file has such a name, so nothing is read here. That is fine as long as it is meant: Prosody says nothing of it.`
          : `There is no such file, and Prosody refuses to start where it cannot read what ${code("Include")} names. The path is looked for from the folder of this file.`,
        page: "https://prosody.im/doc/configure",
        fixes: () => [{ title: "Remove the line", edits: [removeStatement(text, span)], safe: false }],
      });
    }
  },
};

export const docs: RuleDocs = {
  category: "structure",
  description:
    "A file that is named without `*` or `?` has to be there, or the configuration does not load. The path starts at the folder of " +
    "the file that it stands in, not at the folder where Prosody was started. A pattern may match nothing; that is only a hint, as " +
    "the files of hosts often come later. Where the files around are not known, nothing is said.",
  examples: [
    { title: "lost", text: '--- prosody.cfg.lua\nInclude "hosts.cfg.lua"\n', reports: true },
    { title: "an empty folder", text: '--- prosody.cfg.lua\nInclude "conf.d/*.cfg.lua"\n', reports: true },
    {
      title: "right",
      text: '--- prosody.cfg.lua\nInclude "conf.d/*.cfg.lua"\n--- conf.d/a.cfg.lua\nVirtualHost "a.example"\n',
      reports: false,
    },
  ],
};
