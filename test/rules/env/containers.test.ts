// The rules for env files on variables that containers are given: each in the knowledge of the image's version, and mended in the syntax
// of the file.

import { describe, expect, test } from "vitest";
import { check } from "../../../server/src/core/rules/check.ts";
import { emptyValue } from "../../../server/src/core/rules/env/empty-value.ts";
import { listBlank } from "../../../server/src/core/rules/env/list-blank.ts";
import { switchValue } from "../../../server/src/core/rules/env/switch-value.ts";
import { unknownVariable } from "../../../server/src/core/rules/env/unknown-variable.ts";
import { wrongValue } from "../../../server/src/core/rules/env/wrong-value.ts";
import type { EnvRule } from "../../../server/src/core/rules/rule.ts";
import { containersIn } from "../../support/containers.ts";
import { schemaFor } from "../../support/knowledge.ts";
import { applyFixes, findingsOf, printedFixes } from "../../support/rules.ts";

const COMPOSE = "services:\n  xmpp:\n    image: prosodyim/prosody:13.0\n    environment:\n";

describe("a fix writes a text", () => {
  test.each<[string, EnvRule, string, string]>([
    [
      "in double quotes",
      switchValue,
      `${COMPOSE}      PROSODY_S2S_SECURE_AUTH: "false"\n`,
      `${COMPOSE}      PROSODY_S2S_SECURE_AUTH: "0"\n`,
    ],
    [
      "without quotes",
      switchValue,
      `${COMPOSE}      PROSODY_S2S_SECURE_AUTH: off # c\n`,
      `${COMPOSE}      PROSODY_S2S_SECURE_AUTH: "0" # c\n`,
    ],
    [
      "in single quotes",
      listBlank,
      `${COMPOSE}      PROSODY_ADMINS: 'a@b.c, d@e.f'\n`,
      `${COMPOSE}      PROSODY_ADMINS: 'a@b.c,d@e.f'\n`,
    ],
    ["in a list", wrongValue, `${COMPOSE}      - PROSODY_LOGLEVEL=warning\n`, `${COMPOSE}      - PROSODY_LOGLEVEL=warn\n`],
    ["one of two", emptyValue, `${COMPOSE}      - PROSODY_STORAGE=\n      - TZ=UTC\n`, `${COMPOSE}      - TZ=UTC\n`],
    [
      "the only one",
      emptyValue,
      `${COMPOSE}      PROSODY_STORAGE: ""\n    tty: true\n`,
      COMPOSE.replace("    environment:\n", "    tty: true\n"),
    ],
    [
      "in a Dockerfile",
      wrongValue,
      'FROM prosodyim/prosody:13.0\nENV A=b PROSODY_LOGLEVEL="warning"\n',
      "FROM prosodyim/prosody:13.0\nENV A=b PROSODY_LOGLEVEL=warn\n",
    ],
    [
      "in a unit",
      switchValue,
      '[Container]\nImage=prosodyim/prosody:13.0\nEnvironment="PROSODY_S2S_SECURE_AUTH=no" A=b\n',
      "[Container]\nImage=prosodyim/prosody:13.0\nEnvironment=PROSODY_S2S_SECURE_AUTH=0 A=b\n",
    ],
    [
      "on a command line",
      listBlank,
      "docker run -e 'PROSODY_ADMINS=a@b.c, d@e.f' prosodyim/prosody:13.0\n",
      "docker run -e PROSODY_ADMINS=a@b.c,d@e.f prosodyim/prosody:13.0\n",
    ],
    [
      "out of a command line",
      emptyValue,
      "docker run \\\n  -e PROSODY_STORAGE= \\\n  prosodyim/prosody:13.0\n",
      "docker run \\\n  prosodyim/prosody:13.0\n",
    ],
    ["a name", unknownVariable, `${COMPOSE}      PROSODY_LOG_LEVEL: info\n`, `${COMPOSE}      PROSODY_LOGLEVEL: info\n`],
  ])("%s", (_name, rule, before, after) => {
    expect(findingsOf(rule, before)).toHaveLength(1);
    expect(applyFixes(rule, before, schemaFor(), () => true)).toBe(after);
  });

  test("under a name that fits the file", () => {
    const fixesOf = (rule: EnvRule, line: string): readonly string[] =>
      printedFixes(findingsOf(rule, `${COMPOSE}      - ${line}\n`));
    expect(fixesOf(emptyValue, "PROSODY_STORAGE=")).toEqual(["Remove the variable (unsafe)"]);
    expect(fixesOf(wrongValue, "PROSODY_LOGLEVEL=warning")).toEqual(["Change to `warn` (safe)"]);
  });
});

describe("nothing is offered", () => {
  test.each<[string, EnvRule, string]>([
    ["for what other services share", switchValue, `x-a: &a\n  PROSODY_S2S_SECURE_AUTH: no\n${COMPOSE}      <<: *a\n`],
    [
      "for a removal between brackets",
      emptyValue,
      "services: { a: { image: prosodyim/prosody:13.0, environment: { PROSODY_STORAGE: '' } } }\n",
    ],
    ["for a line of several variables", emptyValue, "FROM prosodyim/prosody:13.0\nENV PROSODY_STORAGE= A=b\n"],
  ])("%s", (_name, rule, text) => {
    const findings = findingsOf(rule, text);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.fixes).toBeUndefined();
  });
});

test("what two containers take from one place is said once", () => {
  const text =
    "x-a: &a { PROSODY_LOGLEVEL: warning }\nservices:\n  a: { image: prosodyim/prosody:13.0, environment: *a }\n  b: { image: prosodyim/prosody:13.0, environment: *a }\n";
  expect(findingsOf(wrongValue, text)).toHaveLength(1);
});

test("the image's version counts", () => {
  const text = (tag: string): string => `docker run -e PROSODY_USE_DANE=1 prosodyim/prosody:${tag}\n`;
  expect(findingsOf(unknownVariable, text("0.12"))).toHaveLength(1);
  expect(findingsOf(unknownVariable, text("13.0"))).toHaveLength(0);
  expect(findingsOf(unknownVariable, text("13.0"), schemaFor("0.12"))).toHaveLength(0);
});

describe("nothing at all is said of variables", () => {
  const wrong = "    environment: { PROSODY_LOGLEVEL: warning, PROSODY_FOO: x, PROSODY_STORAGE: '' }\n";
  test.each([
    ["of another image", `services:\n  a:\n    image: jitsi/prosody\n${wrong}`],
    ["of an image that is built", `services:\n  a:\n    build: .\n    image: prosodyim/prosody:own\n${wrong}`],
    ["without an image", `services:\n  a:\n${wrong}`],
    [
      "beside a configuration of one's own",
      `services:\n  a:\n    image: prosodyim/prosody:13.0\n    volumes: ['./c:/etc/prosody']\n${wrong}`,
    ],
  ])("%s", (_name, text) => {
    const env = check(containersIn(text), schemaFor()).filter(({ rule }) =>
      ["wrong-value", "unknown-variable", "empty-value"].includes(rule),
    );
    expect(env).toEqual([]);
  });
});

test("comments silence", () => {
  const text = `${COMPOSE}      # prosody-ignore-next-line wrong-value\n      PROSODY_LOGLEVEL: warning\n      PROSODY_VIRTUAL_HOSTS: "a # b"\n`;
  expect(check(containersIn(text), schemaFor()).filter(({ rule }) => rule === "wrong-value")).toEqual([]);
});
