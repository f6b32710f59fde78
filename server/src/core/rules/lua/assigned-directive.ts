// VirtualHost = "x": valid Lua that overwrites the word VirtualHost and creates no host.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { code } from "./shared/words.ts";

export const assignedDirective: LuaRule = {
  kind: "lua",
  meta: {
    id: "assigned-directive",
    severity: "error",
    fixable: true,
    summary: "VirtualHost, Component or Include with an equals sign.",
  },
  check({ file, schema, text, report }) {
    for (const { name, nameSpan, value, form } of file.settings) {
      const directive = form === "assign" && schema.option(name) === undefined ? schema.directive(name) : undefined;
      if (directive === undefined) continue;
      const loss = { section: "no host is created", include: "no file is read", value: "the word loses its meaning" }[
        directive.kind
      ];
      const sign = text.slice(nameSpan.end, value.span.start);
      const plain = value.kind === "string" && /^\s*=\s*$/.test(sign) && directive.kind !== "value";
      report({
        span: nameSpan,
        ...(name === directive.name ? {} : { severity: "warning" as const }),
        message: `With ${code("=")} this only overwrites the word ${code(name)}: ${loss}, and Prosody does not say so. Write ${code(`${directive.name} "…"`)} without ${code("=")}.`,
        page: directive.page,
        ...(plain
          ? {
              fixes: () => [
                {
                  title: `Write ${code(`${directive.name} "…"`)}`,
                  edits: [{ span: { start: nameSpan.start, end: value.span.start }, newText: `${directive.name} ` }],
                  safe: true,
                },
              ],
            }
          : {}),
      });
    }
  },
};

export const docs: RuleDocs = {
  category: "places",
  description:
    "`VirtualHost`, `Component` and `Include` are followed by their name in quotes, without `=`. With the sign, the line is an " +
    "assignment: no host is created, no file is read, the options below end up in the section above, and Prosody says nothing. After " +
    "it the word itself is lost for the rest of the file.",
  fixChanges: "The host or component that was meant comes into being, with the settings below it.",
  examples: [
    { title: "no host", text: 'VirtualHost = "example.org"\n', reports: true },
    { title: "right", text: 'VirtualHost "example.org"\n', reports: false },
  ],
};
