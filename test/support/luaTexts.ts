// Random but valid Prosody configurations, and ways to damage a text, for property tests. The seed is fixed where they are used.

import fc from "fast-check";

const name = fc.constantFrom(
  "modules_enabled",
  "admins",
  "c2s_ports",
  "log",
  "storage",
  "allow_registration",
  "limits",
  "x",
  "a_b",
);

const text = fc.oneof(
  fc.constantFrom(
    '"a"',
    "'b c'",
    '"quoted \\" inside"',
    "[[long ] text]]",
    "[==[a ]] b]==]",
    '"äöü ☃ 𝄞"',
    '"\\x41\\65\\u{48}\\z  end"',
  ),
  fc.string({ maxLength: 8 }).map((raw) => JSON.stringify(raw.replace(/[^ -~]/g, "")).replace(/\\u[0-9a-f]{4}/g, "")),
);

const number = fc.constantFrom("0", "5222", "1.5", "0x1F", "1e3", "60 * 60 * 24", "-1");

const { value } = fc.letrec<{ value: string; table: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    text,
    number,
    fc.constantFrom("true", "false", "nil", 'ENV_X or "y"', 'os.getenv("X")', '"a" .. "b"', "function(a) return a end", "not x"),
    tie("table"),
  ),
  table: fc
    .array(
      fc.tuple(
        fc.constantFrom("", "key = ", '["k"] = ', "[1] = "),
        tie("value"),
        fc.constantFrom(",", ";", ", -- note\n", ";\n\t"),
      ),
      {
        maxLength: 5,
      },
    )
    .map((items) => `{ ${items.map((item) => item.join("")).join(" ")} }`),
}));

const directive = fc.constantFrom(
  'VirtualHost "example.com"',
  'VirtualHost "a.example" { enabled = true; }',
  'Component "rooms.example.com" "muc"',
  'Component("x.example")',
  'Include "conf.d/*.cfg.lua"',
  'modules_enabled:append { "mam" }',
);

const assignment = fc.tuple(name, value).map(([left, right]) => `${left} = ${right}`);

const block = fc
  .tuple(fc.constantFrom("if ENV_X then", "for i = 1, 3 do", "do", "while false do"), fc.array(assignment, { maxLength: 3 }))
  .map(([head, body]) => `${head}\n\t${body.join("\n\t")}\nend`);

const local = fc
  .tuple(fc.constantFrom("local x", "local y <const>", "local a, b"), value)
  .map(([left, right]) => `${left} = ${right}`);

const statement = fc.oneof(
  assignment,
  assignment,
  assignment,
  directive,
  block,
  local,
  fc.constant("-- a remark"),
  fc.constant("--[[ long\nremark ]]"),
);

/** Statements of a valid configuration, in order. */
export const validStatements = fc.array(statement, { minLength: 1, maxLength: 12 });

/** A valid configuration. */
export const validConfig = fc
  .tuple(validStatements, fc.constantFrom("\n", "\n\n", "\r\n", " ;\n"))
  .map(([statements, separator]) => statements.map((part) => (part.startsWith("--") ? `${part}\n` : part + separator)).join(""));

/** One small damage: characters removed, inserted or the end cut off. */
export const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 4 }),
  insert: fc.constantFrom("", "}", "{", '"', "'", "=", ",", "end", "if ", "[[", "--[[", "\\", "\0", "@", "(", "\ufeff", "💥"),
  cut: fc.boolean(),
});

export function damaged(
  source: string,
  { at, length, insert, cut }: { at: number; length: number; insert: string; cut: boolean },
): string {
  const place = Math.floor(at * source.length);
  return source.slice(0, place) + insert + (cut ? "" : source.slice(place + length));
}
