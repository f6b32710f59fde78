// Scaffolds: what they add, what they leave alone, and that the result is a configuration that Prosody loads and our rules have nothing
// against.

import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import { check } from "../../server/src/core/rules/check.ts";
import { Draft } from "../../server/src/core/scaffold/draft.ts";
import {
  FEATURES,
  addComponent,
  addExternalComponent,
  addFeature,
  setUpCertificates,
  setUpOpenMetrics,
  setUpReverseProxy,
  setUpSql,
  setUpTurn,
} from "../../server/src/core/scaffold/features.ts";
import type { Feature } from "../../server/src/core/scaffold/features.ts";
import { enableModule } from "../../server/src/core/scaffold/modules.ts";
import { hostProblem, jidProblem } from "../../server/src/core/scaffold/names.ts";
import { newServer } from "../../server/src/core/scaffold/newServer.ts";
import type { ServerAnswers } from "../../server/src/core/scaffold/newServer.ts";
import { Work } from "../../server/src/core/scaffold/scaffold.ts";
import { secretStyle } from "../../server/src/core/scaffold/secrets.ts";
import type { Version } from "../../server/src/core/schema/types.ts";
import { evaluateFiles } from "../effective/evaluateFiles.ts";
import { schemaFor } from "../support/knowledge.ts";

const SECRET = "Zs3cr3tZs3cr3tZs3cr3tZ";
const maker = { random: () => SECRET, style: "file" as const };
const on = (text: string, version: Version = "13.0"): Work => Work.on(text, schemaFor(version), maker);

const BASE = 'modules_enabled = {\n\t"roster";\n\t"tls";\n}\n\nVirtualHost "example.org"\n';

/** Findings that somebody would have to do something about. */
function complaints(text: string, version: Version): readonly string[] {
  return check(analyse("lua", text), schemaFor(version))
    .filter(({ severity }) => severity === "error" || severity === "warning")
    .map(({ rule, message }) => `${rule}: ${message}`);
}

describe("drafts", () => {
  test("a module is added once, in the manner of the list", () => {
    const draft = Draft.of(BASE).enable("*", ["mam", "roster", "mam"]);
    expect(draft.text).toBe('modules_enabled = {\n\t"roster";\n\t"tls";\n\t"mam";\n}\n\nVirtualHost "example.org"\n');
    expect(Draft.of('modules_enabled = { "roster", "tls" }\n').enable("*", ["mam"]).text).toBe(
      'modules_enabled = { "roster", "tls", "mam" }\n',
    );
    expect(Draft.of('modules_enabled = {\n\t"roster", -- a\n\t"tls" -- b\n}\n').enable("*", ["mam"]).text).toBe(
      'modules_enabled = {\n\t"roster", -- a\n\t"tls", -- b\n\t"mam",\n}\n',
    );
    expect(Draft.of("modules_enabled = { }\n").enable("*", ["mam"]).text).toBe('modules_enabled = { "mam" }\n');
    expect(Draft.of('modules_enabled = { "a"; }\n').enable("*", ["mam"]).text).toBe('modules_enabled = { "a"; "mam"; }\n');
  });

  test("a host has what the global section enables; a component does not", () => {
    const text = `${BASE}Component "rooms.example.org" "muc"\n`;
    expect(Draft.of(text).enable("example.org", ["tls"]).text).toBe(text);
    expect(Draft.of(text).enable("rooms.example.org", ["muc_mam"]).text).toBe(`${text}\tmodules_enabled = { "muc_mam" }\n`);
  });

  test("what is switched off is said and left", () => {
    const draft = Draft.of('modules_disabled = { "mam" }\n').enable("*", ["mam"]);
    expect(draft.text).toBe('modules_disabled = { "mam" }\n');
    expect(draft.notes).toEqual(["`mam` is in `modules_disabled` (line 1); take it out there."]);
  });

  test("an option goes where it belongs, and never twice", () => {
    const draft = Draft.of(BASE).set("*", { name: "storage", value: '"sql"' });
    expect(draft.text).toBe('modules_enabled = {\n\t"roster";\n\t"tls";\n}\n\nstorage = "sql"\n\nVirtualHost "example.org"\n');
    expect(draft.set("*", { name: "storage", value: '"sql"' }).text).toBe(draft.text);
    const other = draft.set("*", { name: "storage", value: '"internal"' });
    expect([other.text, other.notes]).toEqual([draft.text, ["`storage` is set already (line 6) and was left as it is."]]);
    expect(Draft.of(BASE).set("example.org", { name: "authentication", value: '"anonymous"' }).text).toBe(
      `${BASE}\tauthentication = "anonymous"\n`,
    );
  });

  test("a section is added once", () => {
    const draft = Draft.of(BASE).addSection('VirtualHost "b.example"', "b.example", []);
    expect(draft.text).toBe(`${BASE}\nVirtualHost "b.example"\n`);
    expect(draft.addSection('VirtualHost "B.example"', "B.example", []).text).toBe(draft.text);
  });

  test("line ends are those of the file", () => {
    const text = BASE.replaceAll("\n", "\r\n");
    const draft = Draft.of(text)
      .enable("*", ["mam"])
      .set("*", { name: "storage", value: '"sql"' })
      .addSection('VirtualHost "b.example"', "b.example", [{ name: "enabled", value: "true" }]);
    expect(draft.text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });
});

const features = FEATURES.map(({ id }) => id);

describe.each(["0.12", "13.0", "trunk"] as const)("new servers for %s", (version) => {
  const answers = (more: Partial<ServerAnswers>): ServerAnswers => ({
    domain: "example.org",
    admin: "admin@example.org",
    install: "package",
    storage: "internal",
    features: [],
    ...more,
  });
  const cases: readonly (readonly [string, ServerAnswers])[] = [
    ["nothing but the host", answers({})],
    ["everything", answers({ features, retention: 30, turnHost: "turn.example.org" })],
    ["a container", answers({ install: "container", features, storage: "PostgreSQL" })],
    ["SQLite", answers({ storage: "SQLite3", features: ["archive"] })],
    ["without administrator", { domain: "bücher.example", install: "package", storage: "MySQL", features: ["groupChat"] }],
    ...features.map((feature) => [feature, answers({ features: [feature] })] as const),
  ];

  test.each(cases)("%s", async (_name, given) => {
    const style = secretStyle(version, given.install === "container");
    const made = newServer(given, schemaFor(version), { ...maker, style });
    expect(complaints(made.text, version), made.text).toEqual([]);
    expect(made.text).not.toContain(SECRET);
    const files = Object.fromEntries(made.files.map(({ path, text }) => [path, text]));
    const result = await evaluateFiles(
      { "prosody.cfg.lua": made.text, ...files },
      { version, environment: made.variables, missingFolders: "error" },
    );
    if (result.status === "error") throw new Error(`${result.error.message}\n${made.text}`);
    expect(result.warnings).toEqual([]);
    if (given.features.includes("calls")) expect(result.config["*"]?.["turn_external_secret"]).toBe(SECRET);
  });
});

test("twice is once", () => {
  const steps = (work: Work): Work =>
    features.reduce((so, feature: Feature) => addFeature(so, feature, { host: "example.org", retention: 30 }), work);
  const once = steps(on(BASE)).result;
  const twice = steps(on(once.text)).result;
  expect(twice.text).toBe(once.text);
  expect(twice.files).toEqual([]);
});

describe("single scaffolds", () => {
  test("secrets get files of their own", () => {
    const { text, files } = addExternalComponent(on(BASE), "irc.example.org").result;
    expect(text).toContain('Component "irc.example.org"\n\tcomponent_secret = FileLine "secrets/irc-example-org"\n');
    expect(files).toEqual([{ path: "secrets/irc-example-org", text: `${SECRET}\n`, secret: true }]);
  });

  test("no secret is made where one is there already", () => {
    const text = 'turn_external_secret = "own"\nVirtualHost "example.org"\n';
    const made = setUpTurn(on(text), { host: "example.org" }).result;
    expect([made.files, made.variables]).toEqual([[], {}]);
    expect(made.text).toContain('turn_external_secret = "own"');
    expect(made.notes.join(" ")).toContain("is set already");
  });

  test("SQL takes the place of another storage, and says so", () => {
    const { text, notes } = setUpSql(on(`storage = "internal"\n${BASE}`), { driver: "SQLite3" }).result;
    expect(text).toContain('storage = "sql"\n');
    expect(text).not.toContain('"internal"');
    expect(notes[0]).toBe('`storage` was "internal" before.');
  });

  test("a module says what comes with it", () => {
    const notes = (name: string, version?: Version): string =>
      enableModule(on(BASE, version), { name, host: "*" }).result.notes.join(" ");
    expect(notes("bosh")).toContain("It loads `http` by itself.");
    expect(notes("cloud_notify", "0.12")).toMatch(/no part of Prosody 0\.12|community module/);
  });

  test.each([
    ["SQL", (work: Work) => setUpSql(work, { driver: "PostgreSQL" })],
    ["certificates", (work: Work) => setUpCertificates(work)],
    ["reverse proxy", (work: Work) => setUpReverseProxy(work, { url: "https://chat.example.org", proxy: "10.0.0.2" })],
    ["metrics", (work: Work) => setUpOpenMetrics(work)],
    ["component", (work: Work) => addComponent(work, "pubsub.example.org", "pubsub")],
  ])("%s leaves no complaint", (_name, step) => {
    const before = new Set(complaints(BASE, "13.0"));
    expect(complaints(step(on(BASE)).result.text, "13.0").filter((one) => !before.has(one))).toEqual([]);
  });

  test("every module and option exists", () => {
    const schema = schemaFor();
    const { text } = newServer({ domain: "example.org", install: "package", storage: "internal", features }, schema, maker);
    const analysis = analyse("lua", text);
    if (analysis.kind !== "lua") throw new Error("not analysed as Lua");
    expect(analysis.file.settings.map(({ name }) => name).filter((name) => schema.option(name) === undefined)).toEqual([]);
  });
});

describe("answers", () => {
  test.each(["example.org", "bücher.example", "localhost", "a.b-c.example"])("%s is a host", (name) => {
    expect(hostProblem(name)).toBeUndefined();
  });
  test.each(["", "user@example.org", "https://example.org/", "example.org:5222", "with space.org", "host", "-a.org"])(
    "%s is none",
    (name) => {
      expect(hostProblem(name)).toMatch(/\.$/);
    },
  );
  test("addresses and ports", () => {
    expect([jidProblem("admin@example.org"), jidProblem("")]).toEqual([undefined, undefined]);
    expect([jidProblem("admin"), jidProblem("a b@example.org")].every(Boolean)).toBe(true);
  });
});
