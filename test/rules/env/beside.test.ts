// What a container is given beside its env file counts: nothing is missing that stands in the compose file, and nothing is said in the env
// file of what stands there.

import { expect, test } from "vitest";
import * as envRules from "../../../server/src/core/rules/env/index.ts";
import { findingsOf } from "../../support/rules.ts";

const RULES = Object.values(envRules);

const HEAD = "services:\n  xmpp:\n    image: prosodyim/prosody:13.0\n    env_file: chat.env\n";

/** What all rules for env files say of `chat.env`. */
function said(env: string, ...files: readonly string[]): readonly string[] {
  const text = [`--- chat.env\n${env}`, ...files].join("");
  return RULES.flatMap((rule) => findingsOf(rule, text)).map(({ rule, span }) => `${rule} ${span.start}`);
}

const HOST = "PROSODY_VIRTUAL_HOSTS=x.example\n";
const compose = (...lines: readonly string[]): string =>
  `--- compose.yaml\n${HEAD}${lines.map((line) => `    ${line}\n`).join("")}`;

test.each([
  ["the driver of the database", `${HOST}PROSODY_SQL_DB=prosody\n`, "environment: { PROSODY_SQL_DRIVER: MySQL }"],
  ["a value from elsewhere", `${HOST}PROSODY_SQL_DB=prosody\n`, "environment: { PROSODY_SQL_DRIVER: '${DRIVER}' }"],
  ["the host", "PROSODY_ADMINS=a@x.example\n", "environment: [PROSODY_VIRTUAL_HOSTS=x.example]"],
  ["the component", `${HOST}PROSODY_MUC_MODULES=muc_mam\n`, "environment: ['PROSODY_COMPONENTS=rooms.x.example:muc']"],
])("%s is given there", (_name, env, line) => {
  expect(said(env)).not.toEqual([]);
  expect(said(env, compose())).not.toEqual([]);
  expect(said(env, compose(line))).toEqual([]);
});

test("a second env file is read too", () => {
  const files = [
    "--- compose.yaml\n",
    HEAD.replace("chat.env", "[chat.env, more.env]"),
    "--- more.env\nPROSODY_SQL_DRIVER=MySQL\n",
  ];
  expect(said(`${HOST}PROSODY_SQL_DB=prosody\n`, ...files)).toEqual([]);
});

test("a .env gets into the service by way of the compose file", () => {
  const files = `--- .env\nPROSODY_ADMINS=a@x.example\n${compose("environment: { PROSODY_VIRTUAL_HOSTS: x.example }").replace("env_file: chat.env\n", "restart: always\n")}`;
  expect(RULES.flatMap((rule) => findingsOf(rule, files)).map(({ rule }) => rule)).toEqual([]);
});

test("what is wrong there is said there alone", () => {
  expect(said(HOST, compose("environment: { PROSODY_S2S_SECURE_AUTH: 'false', PROSODY_LOGLEVEL: loud }"))).toEqual([]);
});

test("the other image's variables are its own affair", () => {
  const other = compose("environment: { PROSODY_SQL_DRIVER: MySQL }").replace("prosodyim/prosody:13.0", "other/prosody");
  expect(said(`${HOST}PROSODY_SQL_DB=prosody\n`, other)).toEqual(said(`${HOST}PROSODY_SQL_DB=prosody\n`));
});
