// Functions of Lua without the prefix that they have in a configuration since Prosody 13.0.

import type { LuaRule } from "../rule.ts";
import { code, prosody } from "./shared/words.ts";
import { changing } from "./shared/fixing.ts";

export const luaPrefix: LuaRule = {
  kind: "lua",
  id: "lua-prefix",
  severity: "information",
  byVersion: "fatal",
  check({ file, text, schema, report }) {
    const directive = schema.directive("Lua");
    if (directive?.availability !== "now") return;
    for (const { name, span } of file.luaReads) {
      report({
        span,
        message: `${prosody(schema.version)} logs a warning for ${code(name)} without its prefix. Write ${code(`Lua.${name}`)}.`,
        page: directive.page,
        ...(text.slice(span.start, span.end) === name ? changing({ span }, `Lua.${name}`, true) : {}),
      });
    }
  },
};
