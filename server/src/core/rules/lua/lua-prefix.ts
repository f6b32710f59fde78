// Functions of Lua without the prefix that they have in a configuration since Prosody 13.0.

import type { Configuration } from "../../semantics/configuration.ts";
import { overlaps } from "../../text/span.ts";
import type { Span } from "../../text/span.ts";
import type { LuaRule } from "../rule.ts";
import { code, prosody } from "./shared/words.ts";

export const luaPrefix: LuaRule = {
  kind: "lua",
  id: "lua-prefix",
  severity: "information",
  byVersion: "fatal",
  // All of a file are one mistake.
  scope: "configuration",
  check({ own, text, schema, report }) {
    const directive = schema.directive("Lua");
    if (directive?.availability !== "now") return;
    // What comes from elsewhere is not written like that here.
    const reads = own.luaReads.filter(({ name, span }) => text.slice(span.start, span.end) === name);
    const [first] = reads;
    if (first === undefined) return;
    const others = reads.length === 1 ? "" : ` The same is true of ${reads.length - 1} more in this file.`;
    const edits = reads.map(({ name, span }) => ({ span, newText: `Lua.${name}` }));
    report({
      span: first.span,
      message: `${prosody(schema.version)} logs a warning for ${code(first.name)} without its prefix. Write ${code(`Lua.${first.name}`)}.${others}`,
      page: directive.page,
      fixes: () => {
        const title = reads.length === 1 ? `Change to ${code(`Lua.${first.name}`)}` : `Write ${code("Lua.")} before all of them`;
        return [{ title, edits, safe: true, changes: reads.flatMap((read) => namesAround(own, read.span)) }];
      },
    });
  },
};

/** Of what is written with other words afterwards. */
function namesAround({ files }: Configuration, read: Span): readonly string[] {
  const parts = files[0]?.file.partsAround(read.start) ?? [];
  return parts.flatMap(({ settings, sections, includes, locals }) => [
    ...settings.flatMap(({ name, span }) => (overlaps(span, read) ? [name] : [])),
    ...sections.flatMap(({ directive, header }) => (overlaps(header, read) ? [directive?.text ?? ""] : [])),
    ...includes.flatMap(({ span }) => (overlaps(span, read) ? ["Include"] : [])),
    ...locals.flatMap(({ name, value }) => (overlaps(value.span, read) ? [name] : [])),
  ]);
}
