// What is missing from a text that Lua refuses: put back where all of it parses and the layout agrees, else told or left alone.

import { expect, test } from "vitest";
import { parseLua } from "../../../server/src/core/syntax/lua/parse.ts";
import { mendings } from "../../../server/src/core/syntax/lua/mendings.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";

/** The text after what may be done without asking; undefined: nothing may. */
function restored(text: string): string | undefined {
  const syntax = parseLua(text);
  const fixes = mendings(text, syntax);
  const edits = syntax.issues.flatMap((issue) => fixes(issue).find(({ certain }) => certain)?.edits ?? []);
  return edits.length === 0 ? undefined : applyEdits(text, edits);
}

const LIST =
  'modules_enabled = {\n\t"roster"; -- people\n\t"tls";\n}\nallow_registration = false\n\nVirtualHost "a.example"\n\tenabled = true\n';
const LOG =
  'log = {\n\t{ levels = { min = "info" }, to = "console" };\n\t{ levels = { min = "error" }, to = "syslog" };\n}\nname = "x"\n';
const SSL = 'ssl = {\n\tkey = "a.key";\n\tcertificate = "a.crt";\n}\nComponent "r.example" "muc"\n';
const BLOCK = 'if os then\n\tdebug = true\nend\nadmins = { "a@b" }\n';

test.each([
  ["the } of a list", LIST, "}\nallow", "\nallow"],
  ["the { of a list", LIST, "= {", "="],
  ["a quote behind a word", LIST, '"tls"', '"tls'],
  ["a quote before a word", LIST, '"tls"', 'tls"'],
  ["the } of a table", SSL, "}\nComponent", "\nComponent"],
  ["the { of a table", SSL, "ssl = {", "ssl ="],
  ["the } on one line", BLOCK, " }\n", "\n"],
  ["the end of a block", BLOCK, "end\n", "\n"],
  ["the { of a table in a table", LOG, 'levels = { min = "error"', 'levels =  min = "error"'],
  ["a separator", LIST, '"roster";', '"roster"'],
  ["the first quote of a host", LIST, 'VirtualHost "a', "VirtualHost a"],
])("%s comes back", (_, whole, what, without) => {
  const broken = whole.replace(what, without);
  expect(parseLua(broken).issues).not.toEqual([]);
  const text = restored(broken);
  expect(text).toBeDefined();
  const words = (one: string): string => one.replace(/--.*/g, "").replace(/\s+/g, "");
  expect(words(text ?? "")).toBe(words(whole));
});

test.each([
  ["one of two that may have been closed", LOG.replace('"info" },', '"info",')],
  ["lists that are not indented", 'ssl = {\nkey = "a"\ncertificate = "b"\nname = "c"\n'],
  ["two things at once", LIST.replace("}\nallow", "\nallow").replace('"tls"', '"tls')],
  ["a second list", 'modules_enabled = { "a" }\nmodules_enabled += { "b" }\n'],
])("%s is not guessed", (_, broken) => {
  expect(parseLua(broken).issues).not.toEqual([]);
  expect(restored(broken)).toBeUndefined();
});

test("line breaks and indentation are those of the file", () => {
  const broken = LIST.replace("}\nallow", "\nallow").replaceAll("\n", "\r\n");
  expect(restored(broken)).toContain('"tls";\r\n}\r\n');
});
