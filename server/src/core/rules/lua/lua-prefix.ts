// Functions of Lua without the prefix that they have in a configuration since Prosody 13.0.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { code, prosody } from "./shared/words.ts";

export const luaPrefix: LuaRule = {
  kind: "lua",
  meta: {
    id: "lua-prefix",
    severity: "information",
    fixable: true,
    summary: "A function of Lua without the prefix Lua.",
  },
  check({ file, text, schema, report }) {
    const directive = schema.directive("Lua");
    if (directive?.availability !== "now") return;
    for (const { name, span } of file.luaReads) {
      report({
        span,
        message: `${prosody(schema.version)} logs a warning for ${code(name)} without its prefix. Write ${code(`Lua.${name}`)}.`,
        page: directive.page,
        ...(text.slice(span.start, span.end) === name
          ? {
              fixes: () => [{ title: `Change to ${code(`Lua.${name}`)}`, edits: [{ span, newText: `Lua.${name}` }], safe: true }],
            }
          : {}),
      });
    }
  },
};

export const docs: RuleDocs = {
  category: "versions",
  description:
    "Names in a configuration are options. So that a function of Lua is not taken for one, they are all found under `Lua` since " +
    "Prosody 13.0: `Lua.os.getenv`, `Lua.tonumber`. The bare names still work, with a warning in the log for each. Older versions " +
    "have no `Lua`, so there is nothing to change for them.",
  examples: [
    { title: "without", text: 'http_host = os.getenv("HTTP_HOST")\n', reports: true },
    { title: "right", text: 'http_host = Lua.os.getenv("HTTP_HOST")\n', reports: false },
    { title: "before 13.0", text: 'http_host = os.getenv("HTTP_HOST")\n', reports: false, version: "0.12" },
  ],
};
