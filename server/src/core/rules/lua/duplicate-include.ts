// Files that are read twice.

import type { Include } from "../../model/config.ts";
import type { LuaContext, LuaRule, RuleDocs } from "../rule.ts";
import { removeStatement } from "./shared/removal.ts";

export const duplicateInclude: LuaRule = {
  kind: "lua",
  meta: {
    id: "duplicate-include",
    severity: "information",
    fixable: true,
    summary: "An Include of what has been read already.",
  },
  check(context) {
    const { file, text, report } = context;
    const seen = new Map<string, Include>();
    for (const include of file.includes) {
      if (!include.certain) continue;
      const files = filesOf(include, context);
      const [first] = files;
      const earlier = first === undefined ? undefined : seen.get(first);
      if (earlier !== undefined && files.every((path) => seen.has(path))) {
        report({
          span: include.path.span,
          tags: ["unnecessary"],
          message:
            "All of this has been read further up already. What it sets is set again, and may undo what was set in between. Remove one of the lines.",
          related: [{ span: earlier.path.span, message: "It is read here" }],
          page: "https://prosody.im/doc/configure",
          fixes: () => [{ title: "Remove the second one", edits: [removeStatement(text, include.span)], safe: false }],
        });
      }
      for (const path of files) if (!seen.has(path)) seen.set(path, include);
    }
  },
};

export const docs: RuleDocs = {
  category: "structure",
  description:
    "Each `Include` runs its file once more. The second time nothing new comes of it, except that settings which were changed in " +
    "between are set back. Often a file is named on a line of its own although a pattern reads it too.",
  examples: [
    { title: "twice", text: 'Include "conf.d/*.cfg.lua"\nInclude "conf.d/*.cfg.lua"\n', reports: true },
    {
      title: "by a pattern and by its name",
      text:
        '--- prosody.cfg.lua\nInclude "conf.d/*.cfg.lua"\nInclude "conf.d/a.cfg.lua"\n' +
        '--- conf.d/a.cfg.lua\nVirtualHost "a.example"\n',
      reports: true,
    },
    { title: "right", text: 'Include "conf.d/*.cfg.lua"\nInclude "local.cfg.lua"\n', reports: false },
  ],
};

/** What it stands for; the words themselves, where that is not known. */
function filesOf(include: Include, { project }: LuaContext): readonly string[] {
  const known = project?.matches(include);
  if (known !== undefined) return known;
  return include.path.kind === "string" ? [`"${include.path.value}`] : [];
}
