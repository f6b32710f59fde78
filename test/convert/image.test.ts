// From the image's variables to a configuration and back: what comes out does the same, and what does not fit is named.

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import { imageFromConfig } from "../../server/src/core/convert/configToImage.ts";
import { configToEnv } from "../../server/src/core/convert/convert.ts";
import { configFromImage } from "../../server/src/core/convert/imageToConfig.ts";
import { diffConfigs } from "../../server/src/core/effective/diff.ts";
import { imageConfig } from "../../server/src/core/effective/image.ts";
import type { HostOptions } from "../../server/src/core/effective/types.ts";
import { check } from "../../server/src/core/rules/check.ts";
import { evaluateFiles } from "../effective/evaluateFiles.ts";
import { schemaFor } from "../support/knowledge.ts";

const VERSIONS = ["0.12", "13.0"] as const;

const word = fc.constantFrom("a", "plain", "with space", "q'uo\"te", "$x", "back\\slash", "ü");
const setting = (name: string, values: fc.Arbitrary<string>): fc.Arbitrary<readonly [string, string]> =>
  values.map((value) => [`PROSODY_${name}`, value]);
const list = (...items: string[]): fc.Arbitrary<string> => fc.subarray(items, { minLength: 1 }).map((chosen) => chosen.join(","));

const variables = fc
  .tuple(
    setting("VIRTUAL_HOSTS", list("example.org", "Example.NET", "bücher.example")),
    fc
      .subarray([
        setting("ADMINS", list("a@example.org", "b@example.org")),
        setting("ENABLE_MODULES", list("bosh", "websocket", "mam", "http_files")),
        setting("DISABLE_MODULES", list("register", "time", "offline")),
        setting("COMPONENTS", list("rooms.example.org:muc", "share.example.org:http_file_share", "pub.example.org:pubsub")),
        setting("EXTERNAL_COMPONENTS", list("irc.example.org:s3cret", "sms.example.org", "x-1.example.org:q'x")),
        setting("COMPONENT_SECRET", word),
        setting("MUC_MODULES", list("muc_mam", "vcard_muc")),
        setting("RETENTION_DAYS", fc.constantFrom("7", "30", "365")),
        setting("ARCHIVE_EXPIRY_DAYS", fc.constantFrom("1", "14")),
        setting("UPLOAD_LIMIT_MB", fc.constantFrom("10", "0.5", "100")),
        setting("UPLOAD_STORAGE_GB", fc.constantFrom("1", "20")),
        setting("S2S_SECURE_AUTH", fc.constantFrom("0", "1", "false")),
        setting("USE_DANE", fc.constantFrom("1", "")),
        setting("DNS_RESOLVERS", list("192.0.2.53", "2001:db8::53")),
        setting("C2S_RATE_LIMIT", fc.constantFrom("20kb/s", "1mb/s")),
        setting("S2S_RATE_LIMIT", fc.constantFrom("60kb/s")),
        setting("SQL_DRIVER", fc.constantFrom("SQLite3", "PostgreSQL")),
        setting("SQL_DB", word),
        setting("SQL_PASSWORD", word),
        setting("SQL_USERNAME", word),
        setting("STORAGE", fc.constantFrom("internal", "memory", "sql")),
        setting("LOGLEVEL", fc.constantFrom("debug", "info", "warn")),
        setting("STATISTICS", fc.constantFrom("internal")),
        setting("STATISTICS_INTERVAL", fc.constantFrom("60", "manual")),
        setting("TURN_SECRET", word),
        setting("TURN_HOST", fc.constantFrom("turn.example.org")),
        setting("TURN_PORT", fc.constantFrom("3478", "5349")),
        setting("NETWORK_HOSTNAME", fc.constantFrom("xmpp.example.org")),
        setting("CERTIFICATES", fc.constantFrom("/certs")),
        setting("PLUGIN_PATHS", list("/a", "/b c")),
      ])
      .chain((chosen) => fc.tuple(...chosen)),
  )
  .map(([hosts, others]) => Object.fromEntries([hosts, ...others]));

const samples = fc.sample(variables, { seed: 71, numRuns: 120 });

/** The dead option of the image is left out of configurations. */
function withoutDead(config: HostOptions): HostOptions {
  return Object.fromEntries(
    Object.entries(config).map(([host, { http_file_share_expire_after: _dead, ...options }]) => [host, options]),
  );
}

async function evaluated(text: string, environment: Readonly<Record<string, string>>): Promise<HostOptions> {
  const result = await evaluateFiles({ "prosody.cfg.lua": text }, { environment });
  if (result.status === "error") throw new Error(`${result.error.message}\n${text}`);
  return result.config;
}

describe.each(VERSIONS)("of the image with Prosody %s", (version) => {
  test("its variables become a configuration that does the same", async () => {
    for (const given of samples) {
      const made = configFromImage({ version, variables: given, hostname: "box" });
      const image = imageConfig({ version, variables: given, hostname: "box" });
      if (!made.ok || image.status === "error") throw new Error(JSON.stringify(given));
      const config = await evaluated(made.text, { ...given, ...made.environment });
      expect(diffConfigs(withoutDead(image.config), config), made.text).toEqual({
        addedHosts: [],
        removedHosts: [],
        changes: [],
      });
    }
  });

  test("and back: the same variables once more", async () => {
    for (const given of samples) {
      const made = configFromImage({ version, variables: given, hostname: "box" });
      if (!made.ok) throw new Error(made.reason);
      const back = imageFromConfig(await evaluated(made.text, { ...given, ...made.environment }), version);
      expect(back.lost, JSON.stringify({ given, back: back.variables })).toEqual([]);
      const again = configFromImage({ version, variables: back.variables, hostname: "box" });
      if (!again.ok) throw new Error(again.reason);
      const twice = imageFromConfig(await evaluated(again.text, { ...back.variables, ...again.environment }), version);
      expect(twice.variables).toEqual(back.variables);
    }
  });
});

test("no secret stands in the configuration", () => {
  const secret = "kJ8-very-secret";
  const made = configFromImage({
    version: "13.0",
    hostname: "box",
    variables: {
      PROSODY_VIRTUAL_HOSTS: "example.org",
      PROSODY_TURN_SECRET: secret,
      PROSODY_SQL_DRIVER: "PostgreSQL",
      PROSODY_SQL_PASSWORD: secret,
      PROSODY_EXTERNAL_COMPONENTS: `irc.example.org:${secret},sms.example.org`,
      PROSODY_COMPONENT_SECRET: secret,
    },
  });
  if (!made.ok) throw new Error(made.reason);
  expect(made.text).not.toContain(secret);
  expect(made.notes.join(" ")).not.toContain(secret);
  expect(made.environment).toEqual({ COMPONENT_SECRET_IRC_EXAMPLE_ORG: secret });
});

test("configurations read well and have no findings of their own", () => {
  const made = configFromImage({
    version: "13.0",
    hostname: "box",
    variables: { PROSODY_VIRTUAL_HOSTS: "example.org", PROSODY_COMPONENTS: "rooms.example.org:muc" },
  });
  if (!made.ok) throw new Error(made.reason);
  const serious = check(analyse("lua", made.text), schemaFor()).filter(
    ({ severity }) => severity === "error" || severity === "warning",
  );
  expect(serious).toEqual([]);
  expect(made.text).toContain('VirtualHost "example.org"\n');
  expect(made.text).toContain('Component "rooms.example.org" "muc"\n');
});

test("what the image refuses is told", () => {
  const made = configFromImage({ version: "13.0", hostname: "box", variables: { PROSODY_COMPONENTS: "rooms.example.org" } });
  expect(made).toMatchObject({ ok: false, reason: expect.stringContaining("needs a module") as unknown });
});

test("what no variable can express is named", async () => {
  const config = await evaluated(
    'admins = { "a@example.org" }\nc2s_ports = { 5333 }\nVirtualHost "example.org"\n\tauthentication = "anonymous"\n',
    {},
  );
  const { variables: found, lost, added } = imageFromConfig(config, "13.0");
  expect(found).toMatchObject({ PROSODY_VIRTUAL_HOSTS: "example.org", PROSODY_ADMINS: "a@example.org" });
  expect(lost).toEqual([
    { host: "*", option: "c2s_ports" },
    { host: "example.org", option: "authentication" },
  ]);
  expect(added.map(({ option }) => option)).toContain("limits");
});

test("an env file says which values another tool would read otherwise, and which it cannot hold", async () => {
  const config = await evaluated(
    'modules_enabled = { "turn_external" }\nturn_external_secret = "a$b"\nturn_external_host = "two\\nlines"\nVirtualHost "example.org"\n',
    {},
  );
  const made = configToEnv(config, schemaFor());
  if (!made.ok) throw new Error(made.reason);
  const [file] = made.files;
  expect(file?.text).toContain("\nPROSODY_TURN_SECRET=a$b\n");
  expect(file?.shown).toContain("\nPROSODY_TURN_SECRET=\n");
  expect(file?.text).not.toContain("PROSODY_TURN_HOST=");
  expect(made.notes.join("\n")).toMatch(
    /cannot hold the value of PROSODY_TURN_HOST,.*\n.*Compose reads PROSODY_TURN_SECRET otherwise/,
  );
});
