// What the official image makes of its variables.

import { describe, expect, test } from "vitest";
import { imageConfig } from "../../server/src/core/effective/image.ts";
import type { ImageVersion } from "../../server/src/core/schema/version.ts";

const image = (variables: Readonly<Record<string, string>>, version: ImageVersion = "13.0"): ReturnType<typeof imageConfig> =>
  imageConfig({
    version,
    hostname: "box",
    variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [`PROSODY_${name}`, value])),
  });

const ok = (
  variables: Readonly<Record<string, string>>,
  version?: ImageVersion,
): Extract<ReturnType<typeof image>, { status: "ok" }> => {
  const result = image(variables, version);
  if (result.status === "error") throw new Error(result.error.message);
  return result;
};

describe("of the image", () => {
  test("without any variable there is one host, named like the container", () => {
    const { config, causes } = ok({});
    expect(Object.keys(config)).toEqual(["*", "box"]);
    expect(config["*"]).toMatchObject({
      storage: "internal",
      s2s_secure_auth: true,
      archive_expires_after: "7d",
      http_host: "box",
    });
    expect(causes["*"]?.["storage"]).toEqual([]);
  });

  test("hosts and components come from lists", () => {
    const { config, causes } = ok({
      VIRTUAL_HOSTS: "One.example,,two.example",
      COMPONENTS: "rooms.example:muc,share.example:http_file_share",
      EXTERNAL_COMPONENTS: "irc.example:s3cret,sms.example",
      COMPONENT_SECRET: "common",
      MUC_MODULES: "muc_mam",
      UPLOAD_LIMIT_MB: "20",
    });
    expect(Object.keys(config)).toEqual([
      "*",
      "one.example",
      "two.example",
      "rooms.example",
      "share.example",
      "irc.example",
      "sms.example",
    ]);
    expect(config["rooms.example"]).toEqual({
      component_module: "muc",
      load_global_modules: false,
      modules_enabled: ["muc_mam"],
    });
    expect(config["share.example"]).toMatchObject({
      http_file_share_size_limit: 20 * 1024 * 1024 + 16,
      http_paths: { file_share: "/share" },
    });
    expect(config["irc.example"]?.["component_secret"]).toBe("s3cret");
    expect(config["sms.example"]?.["component_secret"]).toBe("common");
    expect(config["*"]).not.toHaveProperty("http_host");
    expect(causes["sms.example"]?.["component_secret"]).toEqual(["PROSODY_COMPONENT_SECRET"]);
  });

  test("the driver wins over the storage, and retention brings the archive", () => {
    const { config } = ok({ SQL_DRIVER: "SQLite3", STORAGE: "memory", RETENTION_DAYS: "30" });
    expect(config["*"]).toMatchObject({ storage: "sql", sql: { driver: "SQLite3" }, archive_expires_after: "30d" });
    expect(config["*"]?.["modules_enabled"]).toContain("mam");
  });

  test("versions differ", () => {
    expect(ok({ USE_DANE: "0" }).config["*"]).toMatchObject({ use_dane: true });
    expect(ok({ USE_DANE: "0" }, "0.12").config["*"]).not.toHaveProperty("use_dane");
    expect(ok({}, "0.12").config["*"]?.["modules_disabled"]).toEqual([]);
    expect(ok({}, "trunk").config["*"]).not.toHaveProperty("modules_disabled");
  });

  test.each([
    [{ COMPONENTS: "rooms.example" }, ["PROSODY_COMPONENTS"]],
    [{ COMPONENTS: "a.example:muc", VIRTUAL_HOSTS: "a.example" }, ["PROSODY_VIRTUAL_HOSTS", "PROSODY_COMPONENTS"]],
    [{ COMPONENTS: "a.example:http_file_share", UPLOAD_LIMIT_MB: "ten" }, ["PROSODY_UPLOAD_LIMIT_MB"]],
  ])("Prosody does not start with %j", (variables, blamed) => {
    const result = image(variables);
    expect(result.status === "error" && result.error.variables).toEqual(blamed);
  });
});
