// What many hosts take from one variable: it is reported where it is, once, and again on every key stroke.

import { expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import { checked } from "../../server/src/core/rules/check.ts";
import { schemaFor } from "../support/knowledge.ts";

const HOSTS = Array.from({ length: 30 }, (_, i) => `VirtualHost "h${i}.example"\n\tmodules_enabled = modules\n`).join("");
const TEXT = `local modules = { "mam"; "rostre"; "mam" }\n${HOSTS}`;

test("a table that many hosts use is reported once", () => {
  const schema = schemaFor();
  const first = checked(analyse("lua", TEXT), schema);
  const rules = first.findings.map(({ rule }) => rule);
  expect(rules).toEqual(["unknown-module", "duplicate-module"]);
  expect(first.first(10).map(({ rule }) => rule)).toEqual(rules);
  expect(first.at({ start: 0, end: 50 }).map(({ rule }) => rule)).toEqual(rules);
  const second = checked(analyse("lua", TEXT.replace("h7", "i7")), schema, {}, first);
  expect(second.findings.map(({ rule }) => rule)).toEqual(rules);
});
