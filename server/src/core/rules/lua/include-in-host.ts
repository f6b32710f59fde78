// Files that are included under a host as if they were a part of it: what is in them is global all the same.

import type { ConfigFile } from "../../model/config.ts";
import type { LuaContext, LuaRule } from "../rule.ts";
import { removeStatement, withLeadingComments } from "./shared/removal.ts";
import { code } from "./shared/words.ts";
import { lineStart } from "../../text/lines.ts";

export const includeInHost: LuaRule = {
  kind: "lua",
  scope: "configuration",
  id: "include-in-host",
  severity: "information",
  check(context) {
    const { own, text, project, report } = context;
    for (const include of own.includes) {
      const { section } = include;
      const start = lineStart(text, include.span.start);
      // Indentation tells that it is meant as a part of the host.
      if (!include.certain || section.kind === "global" || section.table !== undefined || start === include.span.start) continue;
      const files = (project?.matches(include) ?? []).map((path) => project?.files.find((one) => one.path === path)?.file);
      if (files.length === 0 || !files.every((one) => one !== undefined && isForHost(one, context))) continue;
      const first = own.firstSection;
      if (first === undefined) continue;
      const to = withLeadingComments(text, first.header.start);
      const eol = text.includes("\r\n") ? "\r\n" : "\n";
      const source = text.slice(include.span.start, include.span.end);
      report({
        span: include.span,
        message: `An included file begins in the global section, wherever its ${code("Include")} stands: the options in it hold for all hosts and not for this one alone. Put them here, or begin the file with the ${code(section.kind === "host" ? "VirtualHost" : "Component")}.`,
        page: "https://prosody.im/doc/configure",
        fixes: () => [
          {
            title: "Move it above the first host, which is what it means",
            edits: [{ span: { start: to, end: to }, newText: `${source}${eol}${eol}` }, removeStatement(text, include.span)],
            safe: false,
          },
        ],
      });
    }
  },
};

/** Nothing but options that hosts may have. */
function isForHost({ sections, settings, includes }: ConfigFile, { schema }: LuaContext): boolean {
  if (sections.length > 1 || includes.length > 0 || settings.length === 0) return false;
  return settings.every(({ name, form }) => form === "assign" && schema.option(name)?.scope === "host");
}
