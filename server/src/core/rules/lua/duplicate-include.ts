// Files that are read twice.

import type { Include } from "../../model/config.ts";
import type { LuaContext, LuaRule } from "../rule.ts";
import { removeStatement } from "./shared/removal.ts";

export const duplicateInclude: LuaRule = {
  kind: "lua",
  scope: "configuration",
  id: "duplicate-include",
  severity: "information",
  check(context) {
    const { own, text, report } = context;
    const seen = new Map<string, Include>();
    for (const include of own.includes) {
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

/** What it stands for; the words themselves, where that is not known. */
function filesOf(include: Include, { project }: LuaContext): readonly string[] {
  const known = project?.matches(include);
  if (known !== undefined) return known;
  return include.path.kind === "string" ? [`"${include.path.value}`] : [];
}
