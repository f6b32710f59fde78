// Which ports are published for which settings. The knowledge is a small stand-in with the shape of the schema's data.

import { expect, test } from "vitest";
import { portsForImage } from "../../server/src/core/generate/imagePorts.ts";
import type { ConfigFacts, ImageKnowledge } from "../../server/src/core/generate/imagePorts.ts";
import { textsOf } from "../../server/src/core/generate/note.ts";

const service = (module: string, prefix: string, port?: number, isPrivate = false) => ({
  title: `the ${module} service`,
  module,
  prefix,
  defaultPorts: port === undefined ? [] : [port],
  ...(isPrivate ? { private: true } : {}),
});

const knowledge: ImageKnowledge = {
  services: {
    c2s: service("c2s", "c2s_", 5222),
    c2s_direct_tls: service("c2s", "c2s_direct_tls_"),
    component: service("component", "component_", 5347, true),
    console: service("admin_telnet", "console_", 5582, true),
    http: service("http", "http_", 5280, true),
    https: service("http", "https_", 5281),
    proxy65: service("proxy65", "proxy65_", 5000),
    s2s: service("s2s", "s2s_", 5269),
  },
  modules: {
    bosh: { depends: [{ name: "http", optional: true }] },
    websocket: { depends: [{ name: "http_altconnect", optional: true }] },
    http_altconnect: { depends: [{ name: "http" }] },
    http_file_share: { depends: [{ name: "http" }] },
  },
};

function checkPorts(ports: string, notes: readonly RegExp[], env: Readonly<Record<string, string>>, config?: ConfigFacts): void {
  const found = portsForImage({ env: new Map(Object.entries(env)), ...(config === undefined ? {} : { config }) }, knowledge);
  const shown = found.ports.map(({ address, container }) => (address === undefined ? `${container}` : `${address}:${container}`));
  expect(shown.join(" ")).toBe(ports);
  const told = textsOf(found.notes);
  expect(told.length, told.join("\n")).toBe(notes.length);
  notes.forEach((pattern, i) => expect(told[i]).toMatch(pattern));
}

const HTTP = "5222 5269 127.0.0.1:5280 5281";
const loopback = /Port 5280.*loopback.*http_interfaces/;

test("clients and servers always", () => {
  checkPorts("5222 5269", [], {});
  checkPorts("5222 5269", [], { PROSODY_ENABLE_MODULES: "mam,turn_external", PROSODY_COMPONENTS: "" });
});

test("HTTP with a module that needs it, at whatever remove", () => {
  checkPorts(HTTP, [loopback], { PROSODY_ENABLE_MODULES: "mam,bosh" });
  checkPorts(HTTP, [loopback], { PROSODY_ENABLE_MODULES: "websocket" });
  checkPorts(HTTP, [loopback], { PROSODY_COMPONENTS: "share.example:http_file_share,rooms.example:muc" });
  checkPorts(HTTP, [loopback], { PROSODY_COMPONENTS: "rooms.example:muc", PROSODY_MUC_MODULES: "bosh" });
  checkPorts(HTTP, [loopback], {}, { modules: ["bosh"] });
});

test("not with a module that only looks like one", () => {
  checkPorts("5222 5269", [], { PROSODY_ENABLE_MODULES: "mam, bosh" });
  checkPorts("5222 5269", [], { PROSODY_ENABLE_MODULES: "bosh", PROSODY_DISABLE_MODULES: "bosh" });
  checkPorts("5222 5269", [], { PROSODY_MUC_MODULES: "bosh" });
  checkPorts("5222 5269", [], { PROSODY_ENABLE_MODULES: "constructor,__proto__" });
});

test("file transfer proxy, servers switched off", () => {
  checkPorts("5000 5222 5269", [], { PROSODY_COMPONENTS: "proxy.example:proxy65" });
  checkPorts("5222", [], { PROSODY_DISABLE_MODULES: "s2s" });
});

test("the port of external components is never published", () => {
  checkPorts("5222 5269", [/Port 5347.*not published.*component_interfaces/], {
    PROSODY_EXTERNAL_COMPONENTS: "a.example:secret",
  });
  checkPorts("5222 5269", [/Port 5347.*common network/], {}, {
    modules: [],
    externalComponents: true,
    options: new Map([["component_interfaces", ["*"]]]),
  }); // prettier-ignore
  checkPorts("5222 5269", [/5347/], { PROSODY_COMPONENTS: "a.example:proxy65", PROSODY_EXTERNAL_COMPONENTS: "a.example" });
});

test("ports and addresses of a configuration", () => {
  const config = (entries: readonly (readonly [string, readonly (string | number)[]])[], ...modules: readonly string[]) => ({
    modules,
    options: new Map(entries),
  });
  checkPorts("5223 5269 15222", [], {}, config([["c2s_ports", [15222, "x", 0]], ["c2s_direct_tls_ports", ["5223"]]])); // prettier-ignore
  checkPorts("5222", [], {}, config([["s2s_ports", []]]));
  checkPorts("5222 5269 5280 5281", [], {}, config([["http_interfaces", ["*"]]], "bosh"));
  checkPorts("5222 5269 5280 5281", [], {}, config([["local_interfaces", ["10.0.0.1"]]], "bosh"));
  checkPorts("5269", [/Port 5222.*not published/], {}, config([["c2s_interfaces", ["127.0.0.1", "::1"]]]));
  checkPorts("5222 5269", [/Port 5582.*not published/], {}, config([], "admin_telnet"));
});

test("no note shows a value", () => {
  const env = new Map([["PROSODY_EXTERNAL_COMPONENTS", "a.example:hunter2"]]);
  expect(textsOf(portsForImage({ env }, knowledge).notes).join()).not.toContain("hunter2");
});
