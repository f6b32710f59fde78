// What follows from an effective configuration: the modules of each host, where Prosody listens, and what differs between two.

import { describe, expect, test } from "vitest";
import { diffConfigs } from "../../server/src/core/effective/diff.ts";
import { environmentOf } from "../../server/src/core/effective/environment.ts";
import { listening } from "../../server/src/core/effective/listening.ts";
import { loadedModules } from "../../server/src/core/effective/modules.ts";
import { nameprep } from "../../server/src/core/effective/nameprep.ts";
import type { HostOptions } from "../../server/src/core/effective/types.ts";
import { readEnvFile } from "../../server/src/core/model/envFile.ts";
import type { Version } from "../../server/src/core/schema/types.ts";
import { schemaFor } from "../support/knowledge.ts";
import { evaluateFiles } from "./evaluateFiles.ts";

async function configOf(text: string): Promise<HostOptions> {
  const result = await evaluateFiles({ "prosody.cfg.lua": text });
  if (result.status === "error") throw new Error(result.error.message);
  return result.config;
}

describe("modules", () => {
  const modules = async (text: string, host: string, version?: Version): Promise<readonly string[]> => {
    const found = loadedModules(await configOf(text), schemaFor(version));
    return (found[host] ?? []).map(({ name, reason, by, certain }) => `${name}:${by ?? reason}${certain === true ? "" : "?"}`);
  };

  const text = `modules_enabled = { "roster", "tls", "vcard", "mam" }
modules_disabled = { "offline" }
VirtualHost "a.example"
VirtualHost "b.example"
  modules_enabled = { "bosh", "offline", "vcard_legacy" }
  modules_disabled = { "mam" }
  authentication = "ldap"
Component "muc.example" "muc"
  modules_enabled = { "muc_mam" }
Component "ext.example"`;

  test("a host has those of the global list, its own and what always loads", async () => {
    const a = await modules(text, "a.example");
    for (const name of ["presence:always", "c2s:always", "roster:global", "tls:global", "vcard:global", "mam:global"])
      expect(a).toContain(name);
    expect(a).toContain("auth_internal_hashed:provider");
    expect(a.filter((name) => /^(offline|bosh|muc):/.test(name))).toEqual([]);
  });

  test("a host's own lists add and take away", async () => {
    const b = await modules(text, "b.example");
    expect(b).toContain("bosh:host");
    expect(b).toContain("http:bosh");
    expect(b).toContain("offline:host");
    expect(b).toContain("auth_ldap:provider");
    expect(b.filter((name) => /^(mam|vcard):/.test(name))).toEqual([]);
  });

  test("a component takes over little", async () => {
    const muc = await modules(text, "muc.example");
    expect(muc[0]).toBe("muc:component");
    for (const name of ["iq:always", "s2s:always", "tls:global", "muc_mam:host", "disco:muc"]) expect(muc).toContain(name);
    expect(muc.filter((name) => /^(presence|c2s|roster|mam|auth_)/.test(name))).toEqual([]);
    expect((await modules(text, "ext.example"))[0]).toBe("component:component");
  });

  test("versions differ", async () => {
    expect(await modules(text, "a.example", "0.12")).toContain("posix:always");
    expect(await modules(text, "a.example")).not.toContain("posix:always");
  });
});

describe("listening", () => {
  const services = async (text: string, version?: Version): Promise<Readonly<Record<string, string>>> => {
    const config = await configOf(text);
    const schema = schemaFor(version);
    const found = listening(config, loadedModules(config, schema), schema);
    return Object.fromEntries(
      found.map(({ service, ports, interfaces }) => [service, `${interfaces.join(" ")} ${ports.join(" ")}`]),
    );
  };

  test("defaults", async () => {
    expect(await services('VirtualHost "a.example"')).toEqual({ c2s: "* :: 5222", s2s: "* :: 5269" });
    expect(await services("")).toEqual({});
  });

  test("ports and addresses of the global section", async () => {
    const text = `use_ipv6 = false
c2s_ports = { 5222, 5223, "5224" }
c2s_direct_tls_ports = 5225
s2s_ports = {}
interfaces = { "192.0.2.1" }
component_interface = "192.0.2.2"
modules_enabled = { "bosh" }
VirtualHost "a.example"
Component "ext.example"`;
    expect(await services(text)).toEqual({
      c2s: "192.0.2.1 5222 5223 5224",
      c2s_direct_tls: "192.0.2.1 5225",
      component: "192.0.2.2 5347",
      http: "127.0.0.1 5280",
      https: "192.0.2.1 5281",
    });
    expect(await services(text, "0.11")).toMatchObject({ http: "192.0.2.1 5280" });
  });
});

test("differences", async () => {
  const before = await configOf('a = 1\nb = { x = 1, y = { 1 } }\nVirtualHost "old.example"\nVirtualHost "same.example"\nc = 1');
  const after = await configOf(
    'b = { y = { 1 }, x = 1 }\nd = {}\nVirtualHost "same.example"\nc = { 1 }\nVirtualHost "new.example"',
  );
  expect(diffConfigs(before, after)).toEqual({
    addedHosts: ["new.example"],
    removedHosts: ["old.example"],
    changes: [
      { host: "*", option: "d", after: [] },
      { host: "*", option: "a", before: 1 },
      { host: "same.example", option: "c", before: 1, after: [1] },
    ],
  });
});

test("the environment of an env file", () => {
  const text = 'A=1\nB="2"\nA=3\nC\n';
  expect(environmentOf(readEnvFile(text, "docker")).variables).toEqual({ A: "3", B: '"2"' });
  const both = environmentOf(readEnvFile(text, "auto"));
  expect(both.variables["A"]).toBe("3");
  expect(both.unclear).toContain("B");
  expect(both.variables["C"]).toBeUndefined();
});

test.each([
  ["Example.ORG", "example.org"],
  ["straße.example", "strasse.example"],
  ["ﬀ.example", "ff.example"],
  ["soft\u00adhyphen", "softhyphen"],
  ["with space", "with space"],
  ["", ""],
  ["line\u2028separator", undefined],
  ["private\ue000use", undefined],
  ["\u05d0a", undefined],
  ["\u05d0\u05d1", "\u05d0\u05d1"],
  ["x".repeat(1024), undefined],
])("nameprep of %j", (name, prepared) => {
  expect(nameprep(name)).toBe(prepared);
});
