// "Did you mean" must find what people really mistyped and stay away from names that only look alike.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distance, nearest } from "../../../../server/src/core/rules/suggest.ts";
import { schemaFor } from "../../../support/knowledge.ts";

const options = [...schemaFor().options.values()].filter(
  (option) => option.origin === "bundled" && option.deprecated === undefined,
);
const names = options.map((option) => option.name);

describe("nearest", () => {
  test.each([
    ["http_file_share_expire_after", "http_file_share_expires_after"],
    ["log_all_rooms", "muc_log_all_rooms"],
    ["user_tombstone_expire", "user_tombstone_expiry"],
    ["plugins_path", "plugin_paths"],
    ["pid_file", "pidfile"],
    ["s2s_secure_path", "s2s_secure_auth"],
    ["consider_bosh_security", "consider_bosh_secure"],
    ["consider_websockets_secure", "consider_websocket_secure"],
    ["https_external_url", "http_external_url"],
    ["C2S_Require_Encryption", "c2s_require_encryption"],
    ["s2s_requier_encryption", "s2s_require_encryption"],
  ])("%s is %s", (word, meant) => {
    expect(nearest(word, names)).toBe(meant);
  });

  test.each([
    "muc_mapper_domain_base",
    "muc_component",
    "lobby_muc",
    "app_id",
    "app_secret",
    "speakerstats_component",
    "muc_password_whitelist",
    "asap_key_server",
    "main_muc",
    "smtp_ports",
    "key",
    "region_name",
    "http_file_share_quota",
  ])("%s is nothing else", (word) => {
    expect(nearest(word, names)).toBeUndefined();
  });
});

test("what has a successor or an addition in its name is no slip", () => {
  expect(nearest("bookmarks2", ["bookmarks"])).toBeUndefined();
  expect(nearest("invites_register_web", ["invites_register"])).toBeUndefined();
});

test("the distance is that of the textbook, up to its limit", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
      expect(distance(a, b, limit)).toBe(Math.min(textbook(a, b), limit + 1));
    }),
    { seed: 7, numRuns: 500 },
  );
});

/** Optimal string alignment, the slow way. */
function textbook(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const steps = [
    textbook(a.slice(0, -1), b) + 1,
    textbook(a, b.slice(0, -1)) + 1,
    textbook(a.slice(0, -1), b.slice(0, -1)) + same,
  ];
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(...steps, swapped ? textbook(a.slice(0, -2), b.slice(0, -2)) + 1 : Infinity);
}
