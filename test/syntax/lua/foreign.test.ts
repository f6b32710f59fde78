// Characters that look like Lua's own, and what other languages write: each is named once, at its place, and its fix gives what was meant.

import { describe, expect, test } from "vitest";
import { parseLua } from "../../../server/src/core/syntax/lua/parse.ts";
import { analyse } from "../../../server/src/core/analyse.ts";
import { fixAll } from "../../../server/src/core/rules/fixAll.ts";
import { schemaFor } from "../../support/knowledge.ts";

const HOST = 'VirtualHost "chat.example"\n';

/** Only the fixes of the parser that are safe. */
function fixed(text: string): string {
  return fixAll(analyse("lua", text), schemaFor("13.0"), { rules: [], analyse: (changed) => analyse("lua", changed) }).text;
}

function check(text: string, id: string, said: RegExp | undefined, meant: string): void {
  const { issues } = parseLua(text);
  expect(issues.map((issue) => issue.id)).toEqual([id]);
  if (said !== undefined) expect(issues[0]?.message).toMatch(said);
  expect(fixed(text)).toBe(meant);
  expect(parseLua(meant).issues).toEqual([]);
}

describe("characters that look right", () => {
  test.each<[string, string, RegExp, string]>([
    ["curly quotes", "VirtualHost “chat.example”\n", /U\+201C.*U\+201D/, HOST],
    [
      "a curly quote at the end alone",
      'modules_enabled = { "roster”, "tls" }\n',
      /U\+201D/,
      'modules_enabled = { "roster", "tls" }\n',
    ],
    ["a curly quote at the beginning alone", 'VirtualHost “chat.example"\n', /U\+201C/, HOST],
    ["low quotes", "VirtualHost „chat.example“\n", /U\+201E/, HOST],
    ["angle quotes", "VirtualHost «chat.example»\n", /angle quote \(U\+00AB\)/, HOST],
    ["backticks", "VirtualHost `chat.example`\n", /backtick \(U\+0060\)/, "VirtualHost 'chat.example'\n"],
    [
      "no-break spaces",
      "\u00a0\u00a0c2s_require_encryption\u00a0= true\n",
      /no-break space \(U\+00A0\)/,
      "  c2s_require_encryption = true\n",
    ],
    ["a zero-width space in a word", 'Virtual\u200bHost "chat.example"\n', /zero-width space \(U\+200B\)/, HOST],
    ["two of them", 'V\u200birtual\u200bHost "chat.example"\n', /zero-width space/, HOST],
    ["a soft hyphen", "allow_\u00adregistration = false\n", /soft hyphen \(U\+00AD\)/, "allow_registration = false\n"],
    ["a byte-order mark within", `log = "x"\n\ufeff${HOST}`, /byte-order mark \(U\+FEFF\)/, `log = "x"\n${HOST}`],
    ["full-width signs", "c2s_ports ＝ ｛ 5222 ｝\n", /full-width sign \(U\+FF1D\)/, "c2s_ports = { 5222 }\n"],
    ["full-width letters", 'ｌｏｇ = "x"\n', /full-width letter/, 'log = "x"\n'],
    ["a Cyrillic letter", "аllow_registration = false\n", /Cyrillic letter \(U\+0430\)/, "allow_registration = false\n"],
    ["a minus", "c2s_timeout = −5\n", /minus sign \(U\+2212\)/, "c2s_timeout = -5\n"],
  ])("%s", (_, text, said, meant) => check(text, "lookalike-character", said, meant));

  test("are no mistake in a text or a comment", () => {
    expect(parseLua('-- don’t – “really”\nmotd_text = "Hello – “you”\u00a0"\n').issues).toEqual([]);
  });

  test("that look like nothing are named by their code point", () => {
    expect(parseLua("nämé = 5\n").issues[0]?.message).toMatch(/U\+00E4/);
  });
});

describe("comments of other languages", () => {
  test.each<[string, string, string]>([
    ["#", `log = "x"\n# it's mine\n# all of it\n${HOST}`, `log = "x"\n-- it's mine\n-- all of it\n${HOST}`],
    ["# behind a statement", 'log = "x" # mine\n', 'log = "x" -- mine\n'],
    ["# in a list", "c2s_ports = {\n  5222; # the usual one\n}\n", "c2s_ports = {\n  5222; -- the usual one\n}\n"],
    ["//", `log = "x"\n// don't touch\n${HOST}`, `log = "x"\n-- don't touch\n${HOST}`],
    [
      "// behind a value that cannot be divided",
      "allow_registration = false // closed\n",
      "allow_registration = false -- closed\n",
    ],
    ["/* */", `/* mine,\n don't touch */\n${HOST}`, `--[[ mine,\n don't touch ]]\n${HOST}`],
    ["<!-- -->", `<!-- mine -->\n${HOST}`, `--[[ mine ]]\n${HOST}`],
    [";", `; my own server\n${HOST}`, `-- my own server\n${HOST}`],
    ["a dash", `– my own server\n${HOST}`, `-- my own server\n${HOST}`],
    ["a long dash behind a statement", 'log = "x" — don’t touch\n', 'log = "x" -- don’t touch\n'],
  ])("%s", (_, text, meant) => check(text, "foreign-comment", /Comments begin with `--`/, meant));

  test.each([
    ["a length", "local a = {}\nc2s_ports = { #a; # a }\nfor i = 1, #a do end\n"],
    ["a division", "local a = 5\nc2s_timeout = a // 2\nsmacks_max_queue_size = 100 // a\n"],
    ["an address", 'http_external_url = "https://chat.example/"\n'],
    ["empty statements", 'log = "x";\n;allow_registration = false\n'],
    ["a subtraction", "local a, b = 5, 2\nc2s_timeout = a\n  - b\n"],
  ])("%s is none", (_, text) => {
    expect(parseLua(text).issues).toEqual([]);
  });
});

describe("signs of other languages", () => {
  test.each<[string, string, string, string]>([
    ["square brackets", 'admins = [ "ann@chat.example" ]\n', "square-brackets", 'admins = { "ann@chat.example" }\n'],
    [
      "square brackets within",
      'log = { { levels = ["info"], to = "console" } }\n',
      "square-brackets",
      'log = { { levels = {"info"}, to = "console" } }\n',
    ],
    ["parentheses", "c2s_ports = ( 5222, 5223 )\n", "square-brackets", "c2s_ports = { 5222, 5223 }\n"],
    ["a colon", "allow_registration: false\n", "foreign-assignment", "allow_registration = false\n"],
    [
      "a list as YAML has it",
      'modules_enabled:\n  - roster\n  - "tls"\nlog = 5\n',
      "foreign-assignment",
      'modules_enabled = {\n  "roster";\n  "tls";\n}\nlog = 5\n',
    ],
    [
      "keys as JSON has them",
      'ssl = { "key": "/a", "certificate": "/b" }\n',
      "foreign-assignment",
      'ssl = { key = "/a", certificate = "/b" }\n',
    ],
    ["a colon behind a directive", 'VirtualHost: "chat.example"\n', "foreign-assignment", HOST],
    ["an arrow", 'ssl = { key => "/a" }\n', "foreign-assignment", 'ssl = { key = "/a" }\n'],
    ["two equals signs", "allow_registration == false\n", "foreign-assignment", "allow_registration = false\n"],
    [":=", "allow_registration := false\n", "foreign-assignment", "allow_registration = false\n"],
    ["!=", "if ENV_A != nil then\n  c2s_ports = {}\nend\n", "foreign-operator", "if ENV_A ~= nil then\n  c2s_ports = {}\nend\n"],
    ["&&", "if ENV_A&&ENV_B then\nend\n", "foreign-operator", "if ENV_A and ENV_B then\nend\n"],
    ["||", 'log = ENV_A || "x"\n', "foreign-operator", 'log = ENV_A or "x"\n'],
    ["!", "c2s_direct_tls = !ENV_A\n", "foreign-operator", "c2s_direct_tls = not ENV_A\n"],
    ["else if", "if ENV_A then\nelse if ENV_B then\nend\n", "foreign-operator", "if ENV_A then\nelseif ENV_B then\nend\n"],
    ["a comma at the end of a line", "a = false,\nb = true,\nc = 1\n", "trailing-comma", "a = false\nb = true\nc = 1\n"],
    ["two commas", "c2s_ports = { 5222,, 5223 }\n", "trailing-comma", "c2s_ports = { 5222, 5223 }\n"],
    [
      "addresses",
      "admins = { ann@chat.example, bob@chat.example }\n",
      "unquoted-text",
      'admins = { "ann@chat.example", "bob@chat.example" }\n',
    ],
    ["a path", "data_path = /var/lib/prosody\n", "unquoted-text", 'data_path = "/var/lib/prosody"\n'],
    ["network addresses", "interfaces = { 192.0.2.1, ::1 }\n", "unquoted-text", 'interfaces = { "192.0.2.1", "::1" }\n'],
  ])("%s", (_, text, id, meant) => check(text, id, undefined, meant));

  test.each<[string, string, string, RegExp]>([
    ["a variable of a shell", "VirtualHost $DOMAIN\n", "shell-variable", /`ENV_DOMAIN`/],
    ["one with a default", "c2s_ports = { ${PORT:-5222} }\n", "shell-variable", /`ENV_PORT`/],
    ["let", 'let domain = "chat.example"\n', "foreign-word", /`local domain = …`/],
    ["set", "set allow_registration = false\n", "foreign-word", /`allow_registration = …`/],
    ["a section in brackets", "[chat.example]\nallow_registration = false\n", "section-in-brackets", /`VirtualHost "…"`/],
    ["quotes in quotes", 'admins = { "https://"chat.example"/" }\n', "inner-quote", /ends at the quote/],
  ])("%s is fixed for those who ask", (_, text, id, said) => {
    const { issues } = parseLua(text);
    expect(issues.map((issue) => issue.id)).toEqual([id]);
    expect(issues[0]?.message).toMatch(said);
    expect(fixed(text)).toBe(text);
    let result = text;
    for (const { span, newText } of [...(issues[0]?.fix?.edits ?? [])].reverse())
      result = result.slice(0, span.start) + newText + result.slice(span.end);
    expect(parseLua(result).issues).toEqual([]);
  });

  test("leave alone what Lua understands", () => {
    const text = 'a:b "c"\nlog = { [("x")] = 1, ["y"] = ({})[1] }\nif a == b then end\n';
    expect(parseLua(text).issues).toEqual([]);
  });
});
