// Edits as people and hostile fingers make them: places by share of the text, so that they fit any text.

import fc from "fast-check";
import type { TextEdit } from "../../server/src/core/text/edit.ts";

export type MakeEdit = (text: string) => TextEdit;

const PIECES = [
  "x",
  " ",
  "\n",
  "\r\n",
  "\r",
  '"',
  "'",
  "{",
  "}",
  "(",
  ")",
  ";",
  ",",
  "=",
  "--",
  "--[[",
  "]]",
  "[[",
  "end",
  " then ",
  "return ",
  "local x = 1\n",
  "local domain = 'b'\n",
  'local mods = { "z" }\n',
  'VirtualHost "new.example"\n',
  'Component "c.example" "muc"\n',
  'modules_enabled = { "muc"; "tls" }\n',
  "allow_registration = true\n",
  "kind = 'x'\n",
  "if x then\n",
  "function f()\n",
  "0x",
  "@",
  "\\",
  'VirtualHost "t" { a = 1 }\n',
  'Include "x.lua"\n',
  "admins = {}\n",
  "-- prosody-ignore-next-line unknown-option\n",
  "é",
];

/** Some edits, one after the other. */
export function textEdits(limits: fc.ArrayConstraints = {}): fc.Arbitrary<readonly MakeEdit[]> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 4, max: 60 })),
    newText: fc.oneof(fc.constantFrom(...PIECES), fc.constant("")),
  });
  return fc.array(edit, { minLength: 1, ...limits }).map((edits) =>
    edits.map(({ at, length, newText }): MakeEdit => (text) => {
      const start = Math.floor(at * text.length);
      return { span: { start, end: Math.min(text.length, start + length) }, newText };
    }),
  );
}
