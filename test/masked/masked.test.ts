// What is shown of a text: the same lines, and no secret, wherever one is and however the text is damaged.

import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import { masked } from "../../server/src/core/masked/masked.ts";
import { analyseContainers } from "../../server/src/core/analyseContainers.ts";
import { schemaFor } from "../support/knowledge.ts";

const schema = schemaFor();
const lua = (text: string): string => masked(analyse("lua", text), schema);
const env = (text: string): string => masked(analyse("env", text), schema);

const HELD = [
  'component_secret = "$"',
  "component_secret = '$'",
  "component_secret = [[$]]",
  'component_secret = "a" .. "$"',
  'component_secrt = "$"',
  'turn_external_secret = "$',
  'turn_external_secret = $"',
  "turn_external_secret = $",
  "turn_external_secret = $==",
  'sql = { driver = "MySQL"; password = "$" }',
  'sql = { driver = "MySQL"; passwrd = "$" }',
  'sql = { driver = "MySQL"; ["password"] = "$" }',
  'sql = { driver = "MySQL" password = "$" }',
  "sql = { password = $= }",
  'local db = "$"',
  'local db = { password = "$" }',
  'Component "a.example" { component_secret = "$" }',
  'http_auth_url = "https://user:$@a.example/"',
  'http_auth_url = "https://a.example/?token=$"',
  '-- component_secret = "$"',
  "--[[ nothing\ncomponent_secret = [=[$]=] ]]",
  '--[[ component_secret = "$"',
  "-- the secret $",
  'login("$")',
  'if ENV_A then component_secret = "$" end',
  'component_secret = ENV_A or "$"',
  'component_secret = { "$" }',
  "component_secret = { $ }",
  'external_services = { { type = "turn"; secret = "$" } }',
];

describe("in a configuration", () => {
  test.each(HELD)("%s", (line) => {
    const around = 'admins = { "a@b.example" }';
    const shown = lua(`${around}\n${line.replace("$", "hunter2")}\n${around}\n`);
    expect(shown).not.toContain("hunter2");
    expect(shown.startsWith(around)).toBe(true);
  });

  test.each([
    'modules_enabled = { "roster", "saslauth" }',
    'VirtualHost "a.example"',
    'Component "rooms.a.example" "muc"',
    'Component "a.example" { modules_enabled = { "mam" } }',
    'Include "conf.d/*.cfg.lua"',
    "c2s_ports = { 5222, 5223 }",
    'ssl = { certificate = "a.crt"; key = "a.key" }',
    'storage = { archive2 = "sql" }',
    'limits = { c2s = { rate = "10kb/s" } }',
    'http_auth_url = "https://a.example/"',
    'turn_external_secret = FileLine("secrets/turn")',
    'turn_external_secret = FileLine "secrets/turn"',
    "turn_external_secret = ENV_TURN",
    'admins = ENV_ADMINS or "a@b.example"',
    "-- plain words",
    "allow_registration = true",
    "xyz_own = true",
  ])("%s stays", (line) => {
    expect(lua(`${line}\n`)).toBe(`${line}\n`);
  });
});

test("of an env file, values of Prosody's variables that are no secrets stay", () => {
  const text =
    "PROSODY_LOGLEVEL=info\r\nPROSODY_TURN_SECRET=ab\r\nOWN=hunter2\r\n# A=hunter2\r\nhunter2\r\nPROSODY_ADMINS=a@b.example\r\n";
  expect(env(text)).toBe(
    "PROSODY_LOGLEVEL=info\r\nPROSODY_TURN_SECRET=…\r\nOWN=…\r\n# A=…\r\n…\r\nPROSODY_ADMINS=a@b.example\r\n",
  );
});

test("of a compose file, no value of a variable that may be one is shown", () => {
  const text = [
    "services:",
    "  prosody:",
    "    image: prosodyim/prosody:13.0",
    "    command: [--password, hunter2]",
    "    environment:",
    "      - PROSODY_LOGLEVEL=info",
    "      - OWN=hunter2",
    "      - PROSODY_TURN_SECRET=hunter2",
    "",
  ].join("\n");
  const analysis = analyseContainers("compose", text);
  if (analysis === undefined) throw new Error("not understood");
  const shown = masked(analysis, schema);
  expect(shown).not.toContain("hunter2");
  expect(shown).toContain("PROSODY_LOGLEVEL=info");
  expect(shown).toContain("image: prosodyim/prosody:13.0");
});

describe("one character less or more lets no secret out, and no line goes or comes", () => {
  // Where a comment goes on to the end, or a name could be the secret, nothing tells them apart.
  const lines = HELD.filter((line) => !/^--|\$=|:\/\//.test(line)).map((line) => line.replace("$", "hunter2"));
  test.each(lines)("%s", (line) => {
    const texts = Array.from(line, (_, at) =>
      ["", "}", "{", '"', "'", "("].flatMap((insert) => [0, 1].map((gone) => line.slice(0, at) + insert + line.slice(at + gone))),
    ).flat();
    for (const damaged of texts.filter((one) => one.includes("hunter2"))) {
      const shown = lua(`admins = { "a@b.example" }\r\n${damaged}\r\nadmins = {}\r\n`);
      expect(shown.split("\r\n")).toHaveLength(4);
      expect(shown).not.toContain("hunter2");
    }
  });
});
