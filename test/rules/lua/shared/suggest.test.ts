// "Did you mean" must find what people really mistyped and stay away from names that only look alike.

import { describe, expect, test } from "vitest";
import { nearest, slips } from "../../../../server/src/core/rules/suggest.ts";
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

test("two neighbouring letters that changed places are one slip", () => {
  expect(nearest("admisn", ["admins"])).toBe("admins");
  expect(nearest("admnis", ["admins"])).toBe("admins");
  expect(slips("ab", "ab")).toBe(0);
  expect(slips("ab", "ba")).toBe(1);
  expect(slips("abc", "cba")).toBe(2);
});
