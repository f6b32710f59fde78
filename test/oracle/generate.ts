// Configurations that nobody would write by hand: every construct, in any order, some of them wrong. The same seed gives the same.

import * as fc from "fast-check";
import type { Files } from "../effective/evaluateFiles.ts";

/** What `ENV_X` and `os.getenv` see while the generated configurations run. */
export const ENVIRONMENT: Readonly<Record<string, string>> = { SET: "from the environment", EMPTY: "", PORT: "5222" };

export function generate(seed: number, count: number): readonly Files[] {
  return fc.sample(project, { seed, numRuns: count }).map((files) => Object.fromEntries(files));
}

const name = fc.constantFrom("alpha", "beta", "gamma", "modules_enabled", "admins", "log", "string", "VALUE");
const host = fc.constantFrom(
  '"a.example"',
  '"b.example"',
  '"A.Example"',
  '"c.example"',
  '"Stra\\u{df}e.example"',
  '"\\u{ff41}.example"',
  '"with space"',
  '""',
  "'b.example'",
  "[[c.example]]",
  '"d" .. ".example"',
  "42",
);
const wrongHost = fc.constantFrom("nil", "false", '"\\xff"', '"\\u{2028}"', "unset_name", "{}");

const text = fc.constantFrom(
  '"plain"',
  "'single'",
  "[[long\nlines]]",
  '"esc\\n\\t\\"\\65\\x41\\u{e9}"',
  '"joined" .. " " .. 7',
  'ENV_SET or "none"',
  'ENV_UNSET or "none"',
  "ENV_EMPTY",
  "ENV_UNSET",
  '("x"):rep(3)',
  'string.format("%d-%s", 5, "x")',
  'string.upper("abc")',
  'os.getenv("SET")',
  "tostring(12)",
  'table.concat({ "a", "b" }, ",")',
  'select(2, "a", "b")',
);
const number = fc.constantFrom(
  "0",
  "-3",
  "60 * 60",
  "0x10",
  "1.5",
  "1e3",
  "2^10",
  "7 // 2",
  "7 % 4",
  "1 / 0",
  "10 / 2",
  "#{ 1, 2 }",
  "tonumber(ENV_PORT)",
);
const other = fc.constantFrom(
  "true",
  "false",
  "nil",
  "not nil",
  "1 < 2",
  "function() end",
  "unquoted",
  "print",
  "nil and 1",
  "type",
);
const scalar = fc.oneof({ weight: 4, arbitrary: text }, { weight: 2, arbitrary: number }, { weight: 2, arbitrary: other });

const { value } = fc.letrec<{ value: string; table: string; entry: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 3, arbitrary: scalar },
    { weight: 2, arbitrary: tie("table") },
  ),
  entry: fc.oneof(
    { weight: 4, arbitrary: tie("value") },
    fc.tuple(name, tie("value")).map(([key, item]) => `${key} = ${item}`),
    fc.tuple(fc.constantFrom('"a b"', "1", "2", "10", "true", "1.5"), tie("value")).map(([key, item]) => `[${key}] = ${item}`),
  ),
  table: fc
    .tuple(fc.array(tie("entry"), { maxLength: 4 }), fc.constantFrom(", ", "; ", ",\n  "))
    .map(([entries, separator]) => (entries.length === 0 ? "{}" : `{ ${entries.join(separator)} }`)),
}));

const list = fc
  .array(fc.constantFrom('"one"', '"two"', '"three"', "4"), { maxLength: 4 })
  .map((items) => `{ ${items.join(", ")} }`);
const map = fc.tuple(name, scalar).map(([key, item]) => `{ ${key} = ${item}; other = 1 }`);
const options = fc
  .array(fc.tuple(name, value), { maxLength: 3 })
  .map((entries) => `{\n${entries.map(([key, item]) => `  ${key} = ${item};\n`).join("")}}`);

const virtualHost = fc
  .tuple(fc.constantFrom("VirtualHost", "VirtualHost", "Host", "host"), host, fc.oneof(fc.constant(""), fc.constant(""), options))
  .map(([directive, at, table]) => `${directive}(${at})${table === "" ? "" : ` ${table}`}`);

const component = fc
  .tuple(
    fc.constantFrom("Component", "component"),
    host.map((each) => each.replace(".example", ".service")),
    fc.constantFrom("", ' "muc"', ' "pubsub"', ' ("http" .. "_file_share")'),
    fc.oneof(fc.constant(""), options),
  )
  .map(([directive, at, module, table]) => `${directive}(${at})${module}${table === "" ? "" : ` ${table}`}`);

const assignment = fc.tuple(name, value).map(([option, item]) => `${option} = ${item}`);
const append = fc.oneof(
  fc.tuple(name, list).map(([option, items]) => `${option} = ${items}\n${option}:append ${items}`),
  fc.tuple(name, list).map(([option, items]) => `${option} = ${items}\n${option} ${items}`),
  fc.tuple(name, list, map).map(([option, items, more]) => `${option} = ${items}\n${option}:append(${more})`),
  fc.tuple(name, fc.oneof(list, map)).map(([option, items]) => `${option}:append ${items}`),
);

const include = fc.constantFrom(
  'Include "inc.cfg.lua"',
  'include "inc.cfg.lua"',
  'Include "./inc.cfg.lua"',
  'Include "conf.d/*.cfg.lua"',
  'Include "conf.d/b?.cfg.lua"',
  'Include "conf.d/none*.lua"',
  'Include("conf.d/a.cfg.lua")',
);

const reading = fc.oneof(
  fc.tuple(name, name).map(([to, from]) => `${to} = ${from}`),
  fc.tuple(name, name).map(([to, from]) => `if ${from} then ${to} = 1 else ${to} = 2 end`),
  fc
    .tuple(name, list, name)
    .map(([to, items, from]) => `${from} = ${items}\n${to} = type(${from}) == "table" and ${from}:value() or 0`),
  fc.tuple(name, list, name).map(([to, items, from]) => `${from} = ${items}\nfor v in ${from}:values() do ${to} = v end`),
);

const programs = fc.constantFrom(
  'local domain = "local.example"\nVirtualHost(domain)\nalpha = domain .. "!"',
  'for i = 1, 3 do VirtualHost("host" .. i .. ".example") beta = i end',
  'for _, h in ipairs { "x.example", "y.example" } do Component(h) "muc" { name = h } end',
  "local function setting(v) gamma = v return v end\nalpha = setting(5)",
  "do local beta = 3 alpha = beta end",
  "local ok, problem = pcall(function() error({}) end)\nalpha = ok",
  'local t = {} t.x = { 1, 2 } t["y z"] = true\nbeta = t',
  "local a <const> = 5; alpha = a",
  "repeat alpha = (alpha or 0) local done = true until done",
  'goto over\nalpha = "skipped"\n::over::',
  'if ENV_SET == "from the environment" then alpha = 1 elseif ENV_EMPTY then alpha = 2 end',
  '__currenthost = "*"',
  'alpha = RunScript "script.lua"',
  "log = log or { info = 1 }",
  'alpha = { ("x"):byte(1, -1), #"abc" }',
  "alpha, beta = 1, 2",
  "alpha = 1; alpha = 2",
  "local shared = { 1 }; alpha = shared; beta = shared; shared[2] = 2",
  "beta = setmetatable({ 1 }, { __index = { 2, 3 } })",
  "-- only a comment\n--[[ and\nanother ]]",
  "alpha = next({}) == nil and math.max(1, 2.5) or math.type(1)",
  "_ENV.alpha = 3",
  'local f = VirtualHost\nf "through-local.example"',
  'alpha = (function(...) return select("#", ...) end)(nil, nil)',
);

const since13 = fc.constantFrom(
  'alpha = FileContents "data.txt"',
  'beta = FileLine "data.txt"',
  'gamma = FileLines "data.txt"',
  'alpha = FileContents("data.txt", 3)',
  'alpha = Lua.os.getenv "SET"',
  'alpha = Lua.string.rep("ab", 2)',
  "beta = Lua.tostring(7)",
  'gamma = FileLines "empty.txt"',
  'gamma = FileContents "empty.txt"',
);

const wrong = fc.oneof(
  wrongHost.map((at) => `VirtualHost(${at})`),
  wrongHost.map((at) => `Component(${at}) "muc"`),
  fc.constantFrom(
    'Include "missing.cfg.lua"',
    'Include "missing.d/*.cfg.lua"',
    'Include "wrong.cfg.lua"',
    'Include "broken.cfg.lua"',
    "Include(nil)",
    'RunScript "missing.lua"',
    'alpha = FileContents "missing.txt"',
    'alpha = FileLine "empty.txt"',
    'alpha = Credential "secret"',
    "alpha = = 1",
    'alpha = "unfinished\nbeta = 1',
    "alpha = {",
    "alpha = { 1 2 }",
    "end",
    'modules_enabled { "x" }',
    'admins "x"',
    "alpha = nothing.field",
    "alpha = nothing + 1",
    'alpha = "x" .. nothing',
    "nothing()",
    'error("stopped by itself")',
    'error("without a place", 0)',
    "local t = nil\n\nlocal u = t.x",
    'assert(false, "not asserted")',
    'VirtualHost "v.example" "muc"',
    'VirtualHost "v.example" (5)',
    'Component "v.service" (nil)',
    'VirtualHost "clash.example"\nComponent "clash.example" "muc"',
    'Component "clash.example" "muc"\nVirtualHost "clash.example"',
    "local function f() return nothing.x end\nalpha = f()",
    "alpha:remove { 1 }",
    "beta = {}\nbeta:remove { 1 }",
    "beta = {}\nbeta:append(5)",
    'beta = {}\nbeta "x"',
    "string.rep()",
    "for i = 1, nothing do end",
  ),
);

const block = (body: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    `if true then\n${body}\nend`,
    `if unset_option then\n${body}\nend`,
    `do\n${body}\nend`,
    `for i = 1, 2 do\n${body}\nend`,
    // Without the semicolon it would be a call over two lines, of which releases of Lua 5.4 name different ones in errors.
    `;(function()\n${body}\nend)()`,
    `local ok = pcall(function()\n${body}\nend)`,
  );

const plain = fc.oneof(
  { weight: 8, arbitrary: assignment },
  { weight: 3, arbitrary: virtualHost },
  { weight: 3, arbitrary: component },
  { weight: 3, arbitrary: append },
  { weight: 2, arbitrary: reading },
  { weight: 3, arbitrary: programs },
  { weight: 2, arbitrary: since13 },
);
const statement = fc.oneof(
  { weight: 20, arbitrary: plain },
  { weight: 2, arbitrary: plain.chain(block) },
  { weight: 3, arbitrary: include },
  { weight: 1, arbitrary: wrong },
);
const included = fc.oneof(
  { weight: 6, arbitrary: assignment },
  { weight: 2, arbitrary: virtualHost },
  { weight: 1, arbitrary: append },
);

const file = (statements: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(fc.tuple(statements, fc.constantFrom("", ";", "\n", "  -- note")), { maxLength }), fc.boolean())
    .map(([all, carriage]) => {
      const body = all.map(([one, end]) => `${one}${end}\n`).join("");
      return carriage && !body.includes("[[") ? body.replaceAll("\n", "\r\n") : body;
    });

const project = fc
  .tuple(file(statement, 9), file(included, 3), file(included, 2), file(included, 2))
  .map(([main, inc, a, b]): readonly (readonly [string, string])[] => [
    ["p.cfg.lua", main],
    ["inc.cfg.lua", inc],
    ["conf.d/a.cfg.lua", a],
    ["conf.d/b1.cfg.lua", b],
    ["conf.d/.hidden.cfg.lua", 'hidden = "yes"\n'],
    ["conf.d/c.txt", "not = = lua"],
    ["wrong.cfg.lua", "alpha = 1\n\nbeta = nothing.at.all\n"],
    ["broken.cfg.lua", 'alpha = 1\nbeta = { "x"\ngamma = 2\n'],
    ["script.lua", 'local list = { 1, 2 }\nreturn { list = list, text = os.getenv("SET") }\n'],
    ["data.txt", "first line\nsecond line\n"],
    ["empty.txt", ""],
  ]);
