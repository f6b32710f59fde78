// A text read with what it was before gives what it gives alone, whatever was typed where.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import type { LuaAnalysis } from "../../server/src/core/analyse.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { textEdits } from "../support/textEdits.ts";

const BASES = [
  'admins = { "a@example.com" }\nmodules_enabled = {\n  "roster"; -- friends\n  "tls";\n}\n\nVirtualHost "example.com"\n  name = "x"\nComponent "muc.example.com" "muc"\n',
  'local domain = "example.com"\nlocal mods = { "roster", "tls" }\nmodules_enabled = mods\nVirtualHost(domain)\n  authentication = kind or "internal"\nkind = "ldap"\nVirtualHost "b.example" { enabled = false }\nlog = mods\nadmins = { "a@" .. domain }\n',
  'if ENV_X then\n  VirtualHost "x"\n  a = 1\nend\nb = ENV_Y or { "z" }\nfor _, h in ipairs({ "a", "b" }) do VirtualHost(h) c = h end\nprint "x"\nInclude "conf.d/*.cfg.lua"\nd = os.getenv "D"\n',
  'function f(h)\n  VirtualHost(h)\nend\nf "x"\na = 1\nVirtualHost "y"\nb = { a, [1] = 2; c = "d" }\nreturn a\n',
  "-- nothing yet\n",
];

/** Everything that the model and the parser say. */
function said({ syntax, file, lines }: LuaAnalysis): unknown {
  const { sections, settings, includes, envRefs, locals, luaReads, wordReads, readNames } = file;
  const all = { sections, settings, includes, envRefs, locals, luaReads, wordReads, readNames: [...readNames].sort() };
  const { issues, statements, broken, chunkStarts } = syntax;
  const text = JSON.stringify(
    { all, issues, broken, chunkStarts, count: statements.length, lines: lines.at(Infinity).line },
    withoutIdentity,
  );
  return JSON.parse(text);
}

function withoutIdentity(key: string, value: unknown): unknown {
  return key === "identity" ? undefined : value;
}

describe.each(BASES.map((base, i) => ({ base, i })))("text $i", ({ base }) => {
  test("is the same after every edit", () => {
    fc.assert(
      fc.property(textEdits({ maxLength: 12 }), (edits) => {
        let text = base;
        let analysis = analyse("lua", text) as LuaAnalysis;
        for (const makeEdit of edits) {
          text = applyEdits(text, [makeEdit(text)]) ?? text;
          analysis = analyse("lua", text, { previous: analysis }) as LuaAnalysis;
          expect(said(analysis)).toEqual(said(analyse("lua", text) as LuaAnalysis));
        }
      }),
      { seed: 20261130, numRuns: 60 },
    );
  });
});
