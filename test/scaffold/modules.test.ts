// Modules and components with all that they need: options, secrets, places, ports, and what is refused with words.

import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import { check } from "../../server/src/core/rules/check.ts";
import type { Project } from "../../server/src/core/model/project.ts";
import { choices } from "../../server/src/core/scaffold/choices.ts";
import { scaffoldAddition } from "../../server/src/core/scaffold/run.ts";
import type { Addition, Scaffolded } from "../../server/src/core/scaffold/run.ts";
import { secretStyle } from "../../server/src/core/scaffold/secrets.ts";
import type { Version } from "../../server/src/core/schema/types.ts";
import { evaluateFiles } from "../effective/evaluateFiles.ts";
import { schemaFor } from "../support/knowledge.ts";

const SECRET = "Zs3cr3tZs3cr3tZs3cr3tZ";
const BASE = 'modules_enabled = {\n\t"roster";\n\t"tls";\n}\n\nVirtualHost "example.org"\n';
const ROOMS = `${BASE}\nComponent "rooms.example.org" "muc"\n`;

type Module = Omit<Extract<Addition, { readonly kind: "module" }>, "kind" | "host"> & { readonly host?: string };

function add(text: string, addition: Addition, version: Version = "13.0"): Scaffolded {
  return scaffoldAddition(text, addition, schemaFor(version), { random: () => SECRET, style: secretStyle(version, false) });
}

const enable = (text: string, { host = "*", ...module }: Module, version?: Version): Scaffolded =>
  add(text, { kind: "module", host, ...module }, version);

function made(result: Scaffolded): Extract<Scaffolded, { readonly ok: true }> {
  if (!result.ok) throw new Error(result.reason);
  return result;
}

/** Why nothing was done. */
function reason(result: Scaffolded): string {
  if (result.ok) throw new Error(`it was done:\n${result.text}`);
  return result.reason;
}

function complaints(text: string, version: Version): readonly string[] {
  return check(analyse("lua", text), schemaFor(version))
    .filter(({ severity }) => severity === "error" || severity === "warning")
    .map(({ rule, message }) => `${rule}: ${message}`);
}

describe("what a module cannot do without", () => {
  test("is set to what was answered, where the module is", () => {
    const { text, notes } = made(
      enable(BASE, { name: "http_files", host: "example.org", options: { http_files_dir: "/srv/www" } }),
    );
    expect(text).toBe(`${BASE}\tmodules_enabled = { "http_files" }\n\thttp_files_dir = "/srv/www"\n`);
    expect(notes.join(" ")).not.toContain("write what is right");
  });

  test("is proposed, with a note, where nobody answered", () => {
    const { text, notes } = made(enable(BASE, { name: "http_files" }));
    expect(text).toContain('http_files_dir = "/var/www/example.org"\n');
    expect(notes.join(" ")).toContain(
      '`http_files_dir` was set to "/var/www/example.org", as `http_files` does not work without it',
    );
  });

  test("is left where it is set already", () => {
    const text = `http_files_dir = "/own"\n${BASE}`;
    const result = made(enable(text, { name: "http_files", host: "example.org" }));
    expect(result.text).toBe(`${text}\tmodules_enabled = { "http_files" }\n`);
  });

  test("a secret is made, and goes into a file of its own", () => {
    const { text, files } = made(enable(BASE, { name: "turn_external", options: { turn_external_host: "turn.example.net" } }));
    expect(text).toContain('turn_external_host = "turn.example.net"\n');
    expect(text).toContain('turn_external_secret = FileLine "secrets/turn"\n');
    expect(text).not.toContain(SECRET);
    expect(files.map(({ path }) => path)).toEqual(["secrets/turn"]);
  });

  test("a secret is not taken from an answer, nor an option that is not needed, nor a wrong value", () => {
    const wrong = (options: Record<string, string>): string => reason(enable(BASE, { name: "turn_external", options }));
    expect(wrong({ turn_external_secret: "own" })).toContain("a new one is made");
    expect(wrong({ turn_external_secret: "own" })).not.toContain("own,");
    expect(wrong({ storage: "sql" })).toContain("no option that `turn_external` needs");
    expect(wrong({ turn_external_host: " " })).toContain("must not be empty");
  });

  test("twice is once", () => {
    for (const name of ["http_files", "turn_external", "groups", "motd", "http_openmetrics"]) {
      const once = made(enable(BASE, { name }));
      const twice = made(enable(once.text, { name }));
      expect([twice.text, twice.files], name).toEqual([once.text, []]);
    }
  });
});

describe.each(["0.12", "13.0", "trunk"] as const)("every module of Prosody %s", (version) => {
  const { modules, components } = choices(undefined, schemaFor(version));

  test("loads without complaint where it is enabled, or is refused", async () => {
    const known = new Set(complaints(ROOMS, version));
    for (const { name } of modules) {
      const result = enable(ROOMS, { name }, version);
      if (!result.ok) {
        expect(result.reason, name).toMatch(/\.$/);
        continue;
      }
      // Modules that people are warned of, whatever else they set.
      const new_ = complaints(result.text, version).filter(
        (one) => !known.has(one) && !/^(?:open-registration|telnet-console):/.test(one),
      );
      expect(new_, `${name}\n${result.text}`).toEqual([]);
      const files = Object.fromEntries(result.files.map(({ path, text }) => [path, text]));
      const evaluated = await evaluateFiles(
        { "prosody.cfg.lua": result.text, ...files },
        { version, environment: result.variables, missingFolders: "error" },
      );
      expect(evaluated.status, name).toBe("ok");
    }
  }, 60_000);

  test("so does every component", () => {
    const known = new Set(complaints(BASE, version));
    for (const { name: module } of components) {
      const { text } = made(add(BASE, { kind: "component", name: "x.example.org", module }, version));
      expect(
        complaints(text, version).filter((one) => !known.has(one)),
        `${module}\n${text}`,
      ).toEqual([]);
    }
  });
});

describe("where a module belongs", () => {
  test("what is there once goes to the global list", () => {
    const { text, notes } = made(enable(BASE, { name: "bosh", host: "example.org" }));
    expect(text).toContain('\t"bosh";\n}');
    expect(notes[0]).toBe("`bosh` went into the global list: it is there once for the whole server.");
  });

  test("what lives in a component goes there, if there is one", () => {
    const { text, notes } = made(enable(ROOMS, { name: "muc_mam" }));
    expect(text).toBe(`${ROOMS}\tmodules_enabled = { "muc_mam" }\n`);
    expect(notes[0]).toContain("went to rooms.example.org");
    expect(enable(BASE, { name: "muc_mam" })).toMatchObject({ ok: false, offer: { kind: "component", module: "muc" } });
    const two = `${ROOMS}Component "other.example.org" "muc"\n`;
    expect(reason(enable(two, { name: "muc_mam" }))).toContain("Say in which: rooms.example.org, other.example.org.");
    expect(made(enable(two, { name: "muc_mam", host: "other.example.org" })).text.trimEnd()).toMatch(/"muc_mam" }$/);
  });

  test("a host that names it too is told", () => {
    const text = `${BASE}\tmodules_enabled = { "mam" }\n`;
    expect(made(enable(text, { name: "mam" })).notes).toContain("`mam` need not be in the list of example.org any more.");
  });
});

test.each<readonly [string, string, Module, string, object | undefined]>([
  ["a component", BASE, { name: "muc" }, "needs a name of its own", { kind: "component", module: "muc" }],
  ["a provider", BASE, { name: "auth_ldap" }, '`authentication = "ldap"`', undefined],
  ["what loads by itself", BASE, { name: "c2s" }, "by itself", undefined],
  ["a helper", BASE, { name: "muc_unique" }, "by the modules that need it", undefined],
  ["what is outdated", BASE, { name: "pep_simple" }, "should not be added any more", { kind: "module", name: "pep" }],
  ["what excludes another", BASE.replace("tls", "vcard_legacy"), { name: "vcard" }, "exclude each other", undefined],
  [
    "what is a component already",
    `${BASE}Component "up.example.org" "http_file_share"\n`,
    { name: "http_file_share" },
    "as the component up.example.org",
    undefined,
  ],
  ["what is disabled", `modules_disabled = { "mam" }\n${BASE}`, { name: "mam" }, "`modules_disabled` (line 1)", undefined],
  [
    "what needs something disabled",
    `modules_disabled = { "http" }\n${BASE}`,
    { name: "bosh" },
    "`bosh` does not load",
    undefined,
  ],
  ["no host", BASE, { name: "mam", host: "example.net" }, "no example.net", undefined],
])("%s is refused with words", (_, text, module, words, offer) => {
  const result = enable(text, module);
  expect(reason(result)).toContain(words);
  expect(result).toMatchObject(offer === undefined ? { ok: false } : { ok: false, offer });
});

test("a module for hosts is no component, and a program has no module", () => {
  const component = (module: string): Scaffolded => add(BASE, { kind: "component", name: "x.example.org", module });
  expect(component("mam")).toMatchObject({ ok: false, offer: { kind: "module", name: "mam" } });
  expect(component("component")).toMatchObject({ ok: false, offer: { kind: "externalComponent" } });
  expect(reason(component("auth_ldap"))).toContain("authentication");
});

describe("ports", () => {
  const about = (text: string, name: string, version?: Version): string =>
    made(enable(text, { name }, version))
      .notes.filter((note) => note.startsWith("Port"))
      .join("\n");

  test("are told, with who reaches them", () => {
    expect(about(BASE, "bosh")).toBe(
      "Port 5280 (HTTP requests without encryption) is open on this machine only; `http_interfaces` opens it to others.\n" +
        "Port 5281 (HTTPS requests) is open to everybody: let it through the firewall.",
    );
    expect(about(BASE, "bosh", "0.11")).toContain("Port 5280 (HTTP requests without encryption) is open to everybody");
    expect(about(`https_ports = { }\nhttp_ports = { 8080, 8081 }\nhttp_interfaces = { "*" }\n${BASE}`, "bosh")).toBe(
      "Ports 8080, 8081 (HTTP requests without encryption) are open to everybody: let them through the firewall. " +
        "Nothing is encrypted there; `http_interfaces` keeps others out.",
    );
  });

  test("are not told again", () => {
    expect(about(made(enable(BASE, { name: "bosh" })).text, "websocket")).toBe("");
    expect(about(BASE, "mam")).toBe("");
  });

  test("an upload service is told with the names that it needs", () => {
    const { notes } = made(add(BASE, { kind: "component", name: "up.example.net", module: "http_file_share" }));
    expect(notes.join(" ")).toContain("Port 5281 (HTTPS requests) is open to everybody");
    expect(notes.join(" ")).toContain("up.example.net needs a DNS record, and the certificate for HTTPS has to hold that name.");
    expect(notes.join(" ")).toContain("name it in `disco_items`");
  });

  test("that another service has are no ports for this one, and nothing is changed", () => {
    const text = `c2s_direct_tls_ports = { 5281 }\n${BASE}`;
    expect(reason(enable(text, { name: "bosh" }))).toMatch(
      /^Nothing was changed\. Port 5281 is already for HTTPS requests.*Line 1/,
    );
    expect(reason(add(text, { kind: "module", name: "websocket", host: "*" }))).toContain("5281");
    expect(enable(text, { name: "mam" }).ok).toBe(true);
  });
});

test("what another file of the configuration has is not added again", () => {
  const schema = schemaFor();
  const secrets = { random: () => SECRET, style: "file" as const };
  const file = (path: string, text: string): Project["files"][number] => {
    const analysis = analyse("lua", text);
    if (analysis.kind !== "lua") throw new Error("not Lua");
    return { path, name: path, text, file: analysis.file };
  };
  const own = 'VirtualHost "b.example"\nComponent "c.b.example" "pubsub"\n';
  const files = [file("prosody.cfg.lua", `${BASE}Include "b.cfg.lua"\n`), file("b.cfg.lua", own)];
  const project: Project = { path: "b.cfg.lua", files, complete: true, matches: () => undefined };
  const there = (addition: Addition): Scaffolded => scaffoldAddition(own, addition, schema, secrets, project);
  expect(reason(there({ kind: "module", name: "roster", host: "b.example" }))).toBe(
    "`roster` is enabled in prosody.cfg.lua already.",
  );
  expect(there({ kind: "module", name: "roster", host: "c.b.example" }).ok).toBe(true);
  expect(there({ kind: "module", name: "mam", host: "b.example" }).ok).toBe(true);
  expect(reason(there({ kind: "host", name: "Example.org" }))).toBe("Example.org is in prosody.cfg.lua already.");
});

test("choices tell what will be asked", () => {
  const analysis = analyse("lua", `motd_text = "x"\n${ROOMS}`);
  if (analysis.kind !== "lua") throw new Error("not Lua");
  const { modules, sections } = choices(analysis, schemaFor());
  const of = (name: string): unknown => modules.find((module) => module.name === name);
  expect(of("http_files")).toMatchObject({ needs: [{ option: "http_files_dir", proposal: "/var/www/example.org" }] });
  expect(of("turn_external")).toMatchObject({
    needs: [
      { option: "turn_external_host", proposal: "turn.example.org" },
      { option: "turn_external_secret", secret: true },
    ],
  });
  expect(of("motd")).not.toHaveProperty("needs");
  expect(of("bosh")).toMatchObject({ global: true });
  expect(of("muc_mam")).toMatchObject({ home: "muc" });
  expect(sections).toEqual([{ name: "rooms.example.org", module: "muc" }]);
});
