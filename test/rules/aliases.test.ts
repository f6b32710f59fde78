// Rules under their former names: in the settings of a user and of a project, and in comments.

import { describe, expect, test } from "vitest";
import { RULE_ALIASES, byCurrentRuleId, currentRuleId } from "../../server/src/core/rules/aliases.ts";
import { check } from "../../server/src/core/rules/check.ts";
import { parseConfig } from "../../server/src/core/rules/configFile.ts";
import { RULE_IDS } from "../../server/src/core/rules/index.ts";
import { readSettings } from "../../server/src/lsp/settings.ts";
import { containersIn } from "../support/containers.ts";
import { schemaFor } from "../support/knowledge.ts";

test("lead from what is no rule any more to a rule", () => {
  for (const [former, id] of Object.entries(RULE_ALIASES)) {
    expect(RULE_IDS.has(former), former).toBe(false);
    expect(RULE_IDS.has(id), former).toBe(true);
  }
});

test("leave every other name alone", () => {
  expect(["literal-quotes", "unknown-option", "toString", "no-such-rule"].map(currentRuleId)).toEqual([
    "literal-quotes",
    "unknown-option",
    "toString",
    "no-such-rule",
  ]);
});

describe("in settings", () => {
  const rules = { "quotes-in-value": "off", "unknown-option": "error" } as const;
  const wanted = { "literal-quotes": "off", "unknown-option": "error" };

  test("of the user", () => {
    expect(readSettings({ rules }).rules).toEqual(wanted);
  });

  test("of the project, where nothing is wrong with it", () => {
    expect(parseConfig(JSON.stringify({ rules }))).toMatchObject({ config: { rules: wanted }, problems: [] });
  });

  test.each([
    { "quotes-in-value": "off", "literal-quotes": "error" },
    { "literal-quotes": "error", "quotes-in-value": "off" },
  ])("the present name counts where both are given: %j", (both) => {
    expect(byCurrentRuleId(both)).toEqual({ "literal-quotes": "error" });
  });
});

describe("in comments", () => {
  const compose = (comment: string, value: string): string =>
    `services:\n  xmpp:\n    image: prosodyim/prosody:13.0\n    volumes: ['data:/var/lib/prosody']\n    environment:\n      - PROSODY_VIRTUAL_HOSTS=example.org\n${comment}      - PROSODY_LOGLEVEL=${value}\n`;
  const found = (text: string): readonly string[] => check(containersIn(text), schemaFor()).map(({ rule }) => rule);

  test.each(["quotes-in-value", "literal-quotes"])("%s silences what is found", (name) => {
    expect(found(compose("", '"debug"'))).toContain("literal-quotes");
    expect(found(compose(`      # prosody-ignore-next-line ${name}\n`, '"debug"'))).toEqual(
      found(compose("", '"debug"')).filter((rule) => rule !== "literal-quotes"),
    );
  });

  test("one that silences nothing is told of", () => {
    expect(found(compose("      # prosody-ignore-next-line quotes-in-value\n", "debug"))).toContain("unused-suppression");
  });
});
