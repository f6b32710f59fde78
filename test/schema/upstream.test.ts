// Our knowledge agrees with the facts from Prosody's source, or says why not.

import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../scripts/knowledge.mjs";
import type { Knowledge } from "../../server/src/core/schema/knowledge.ts";
import type { OptionEntry } from "../../server/src/core/schema/types.ts";
import { DIFFERENCES } from "./differences.ts";
import { compare } from "./upstream/compare.ts";
import { readFacts } from "./upstream/facts.ts";

const knowledge = readKnowledge();
const facts = readFacts();
const found = compare(knowledge, facts);
const explained = DIFFERENCES.flatMap(({ places }) => places);

const count = (part: keyof typeof facts): number => Object.keys(facts[part]).length;

test("the facts are whole", () => {
  expect([count("options"), count("modules"), count("variables"), count("community")]).toEqual([394, 97, 41, 458]);
});

test("nothing differs without a reason", () => {
  expect(found.filter(({ place }) => !explained.includes(place))).toEqual([]);
});

test("no reason is left over", () => {
  const places = found.map(({ place }) => place);
  expect(explained.filter((place) => !places.includes(place))).toEqual([]);
});

test("no place is explained twice", () => {
  expect(explained.filter((place, index) => explained.indexOf(place) !== index)).toEqual([]);
});

describe("what is wrong is noticed", () => {
  const { limits: _limits, ...withoutLimits } = knowledge.options;
  const timeout = knowledge.options["c2s_timeout"];
  if (timeout === undefined) throw new Error("c2s_timeout is gone");
  const cases: readonly (readonly [string, Knowledge])[] = [
    ["option limits: missing", { ...knowledge, options: withoutLimits }],
    ["option c2s_timeout: scope", changed({ ...timeout, scope: "host" })],
    ["option c2s_timeout: type in 13.0", changed({ ...timeout, type: "boolean" })],
    ["option c2s_timeout: default in trunk", changed({ ...timeout, default: 7 })],
    ["option c2s_timeout: versions", changed({ ...timeout, since: "13.0" })],
    ["option invented: beyond the facts", { ...knowledge, options: { ...knowledge.options, invented: timeout } }],
    ["module smacks: missing", { ...knowledge, modules: {} }],
    ["variable PROSODY_ADMINS: missing", { ...knowledge, variables: {} }],
    ["community pastebin: missing", { ...knowledge, community: {} }],
  ];

  function changed(entry: OptionEntry): Knowledge {
    return { ...knowledge, options: { ...knowledge.options, c2s_timeout: entry } };
  }

  test.each(cases)("%s", (place, wrong) => {
    expect(compare(wrong, facts).map((difference) => difference.place)).toContain(place);
  });
});
