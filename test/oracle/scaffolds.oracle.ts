// What we write for people, in a real Prosody: it loads, and `prosodyctl check config` has nothing against it.

import { describe, expect, test } from "vitest";
import { configFromImage } from "../../server/src/core/convert/imageToConfig.ts";
import { FEATURES } from "../../server/src/core/scaffold/features.ts";
import { newServer } from "../../server/src/core/scaffold/newServer.ts";
import type { ServerAnswers } from "../../server/src/core/scaffold/newServer.ts";
import { scaffoldAddition } from "../../server/src/core/scaffold/run.ts";
import type { Addition } from "../../server/src/core/scaffold/run.ts";
import { secretStyle } from "../../server/src/core/scaffold/secrets.ts";
import { schemaFor } from "../support/knowledge.ts";
import { readReport } from "./messages.ts";
import { checkConfigs } from "./prosodyctl.ts";
import type { Project } from "./prosodyctl.ts";
import { reals } from "./real.ts";

const features = FEATURES.map(({ id }) => id);
const base = {
  domain: "example.org",
  admin: "admin@example.org",
  storage: "internal",
  install: "package",
  features: [],
} as const;

const SERVERS: readonly ServerAnswers[] = [
  base,
  { ...base, features, retention: 30, turnHost: "turn.example.org" },
  { ...base, install: "container", storage: "PostgreSQL", features },
  { ...base, storage: "SQLite3", domain: "bücher.example", features: ["archive", "web"] },
  ...features.map((feature) => ({ ...base, features: [feature] })),
];

const ADDITIONS: readonly Addition[] = [
  { kind: "host", name: "example.net" },
  { kind: "component", name: "pubsub.example.org", module: "pubsub" },
  { kind: "component", name: "proxy.example.org", module: "proxy65" },
  { kind: "externalComponent", name: "irc.example.org" },
  { kind: "module", name: "announce", host: "example.org" },
  { kind: "turn", host: "turn.example.org" },
  { kind: "sql", driver: "MySQL" },
  { kind: "certificates", folder: "certs" },
  { kind: "reverseProxy", url: "https://chat.example.org/" },
  { kind: "openMetrics" },
  ...features.map((feature) => ({ kind: "feature", feature, host: "example.org" }) as const),
];

const IMAGES: readonly Readonly<Record<string, string>>[] = [
  { PROSODY_VIRTUAL_HOSTS: "example.org" },
  {
    PROSODY_VIRTUAL_HOSTS: "example.org,example.net",
    PROSODY_ADMINS: "admin@example.org",
    PROSODY_COMPONENTS: "rooms.example.org:muc,share.example.org:http_file_share",
    PROSODY_MUC_MODULES: "muc_mam",
    PROSODY_EXTERNAL_COMPONENTS: "irc.example.org:secret,sms.example.net",
    PROSODY_COMPONENT_SECRET: "other",
    PROSODY_RETENTION_DAYS: "30",
    PROSODY_TURN_SECRET: "third",
    PROSODY_SQL_DRIVER: "PostgreSQL",
    PROSODY_SQL_DB: "prosody",
    PROSODY_SQL_PASSWORD: "fourth",
  },
];

describe.each(reals)("Prosody $version", ({ version, ...real }) => {
  const schema = schemaFor(version);
  const maker = (container: boolean) => ({ random: () => "Zs3cr3tZs3cr3tZs3cr3tZ", style: secretStyle(version, container) });
  const server = (answers: ServerAnswers): Project => {
    const { text, files, variables } = newServer(answers, schema, maker(answers.install === "container"));
    return {
      files: { "prosody.cfg.lua": text, ...Object.fromEntries(files.map((one) => [one.path, one.text])) },
      environment: variables,
    };
  };
  const grown = (addition: Addition): Project => {
    const made = scaffoldAddition(server(base).files["prosody.cfg.lua"] ?? "", addition, schema, maker(false));
    if (!made.ok) throw new Error(made.reason);
    const files = { "prosody.cfg.lua": made.text, ...Object.fromEntries(made.files.map((one) => [one.path, one.text])) };
    return { files, environment: made.variables };
  };
  const converted = (variables: Readonly<Record<string, string>>): Project => {
    const made = configFromImage({ version: version === "0.12" ? "0.12" : "13.0", variables, hostname: "box" });
    if (!made.ok) throw new Error(made.reason);
    return { files: { "prosody.cfg.lua": made.text }, environment: { ...variables, ...made.environment } };
  };

  test.each([
    ["new servers", SERVERS.map(server)],
    ["additions", ADDITIONS.map(grown)],
    ["configurations made of the image's variables", IMAGES.map(converted)],
  ])("%s are clean", async (_name, projects) => {
    const results = await checkConfigs({ version, ...real }, projects);
    const complaints = results.flatMap(({ code, output }, i) => {
      const { said, unknown } = readReport(output);
      // Advice on features that nobody asked for is none of its complaints.
      const serious = said.filter(({ id }) => id !== "config.missing-features");
      if (code !== 1 && serious.length === 0 && unknown === "") return [];
      return [`${code}: ${serious.map(({ id }) => id).join(", ")} ${unknown}\n${projects[i]?.files["prosody.cfg.lua"] ?? ""}`];
    });
    expect(complaints).toEqual([]);
  });
});
