// VirtualHost = "x": valid Lua that overwrites the word VirtualHost and creates no host.

import type { LuaRule } from "../rule.ts";
import { code } from "./shared/words.ts";

export const assignedDirective: LuaRule = {
  kind: "lua",
  id: "assigned-directive",
  severity: "error",
  concerns: (_, option) => option === undefined,
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
                  safe: false,
                },
              ],
            }
          : {}),
      });
    }
  },
};
