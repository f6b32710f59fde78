// What a configuration wants of DNS, certificates and the firewall.

import { describe, expect, test } from "vitest";
import { dnsName, isPublic } from "../../server/src/core/dns/names.ts";
import { networkReport } from "../../server/src/core/dns/plan.ts";
import { zoneFile } from "../../server/src/core/dns/zoneFile.ts";
import { lines, planFor } from "./checkPlan.ts";

const BASE = 'modules_enabled = { "roster"; "saslauth"; "tls"; "disco" }\n';

describe("records", () => {
  test("a host and its rooms", async () => {
    const plan = await planFor(`${BASE}VirtualHost "example.org"\nComponent "rooms.example.org" "muc"\n`);
    expect(plan.zones.map(({ origin }) => origin)).toEqual(["example.org"]);
    expect(lines(plan)).toEqual([
      "_xmpp-client._tcp.example.org SRV 0 5 5222 example.org",
      "_xmpp-server._tcp.example.org SRV 0 5 5269 example.org",
      "_xmpp-server._tcp.rooms.example.org SRV 0 5 5269 example.org",
      "example.org A 192.0.2.1",
      "example.org AAAA 2001:db8::1",
    ]);
    expect(plan.zones[0]?.records.map(({ need }) => need)).toEqual([
      "recommended",
      "recommended",
      "required",
      "required",
      "recommended",
    ]);
    expect(plan.notes.join(" ")).toContain("placeholders");
  });

  test("another machine's name makes the records of the host needed", async () => {
    const plan = await planFor(`${BASE}external_addresses = { "198.51.100.7" }\nVirtualHost "example.org"\n`, {
      target: "xmpp.example.net",
    });
    expect(lines(plan)).toContain("_xmpp-client._tcp.example.org SRV 0 5 5222 xmpp.example.net");
    expect(lines(plan)).toContain("xmpp.example.net A 198.51.100.7");
    expect(plan.zones.map(({ origin }) => origin)).toEqual(["example.org", "xmpp.example.net"]);
    expect(plan.zones[0]?.records[0]?.need).toBe("required");
    expect(plan.notes).toEqual([]);
  });

  test("ports are those of the configuration, direct TLS has records of its own", async () => {
    const plan = await planFor(`${BASE}c2s_ports = { 5333 }\nc2s_direct_tls_ports = { 5223 }\nVirtualHost "example.org"\n`);
    expect(lines(plan)).toContain("_xmpp-client._tcp.example.org SRV 0 5 5333 example.org");
    expect(lines(plan)).toContain("_xmpps-client._tcp.example.org SRV 0 5 5223 example.org");
  });

  test("who talks to no other server needs no record for it", async () => {
    const plan = await planFor(
      `${BASE}VirtualHost "example.org"\nVirtualHost "guest.example.org"\n\tauthentication = "anonymous"\n`,
    );
    expect(lines(plan).filter((line) => line.includes("guest"))).toEqual([
      "_xmpp-client._tcp.guest.example.org SRV 0 5 5222 example.org",
    ]);
    const closed = await planFor(`${BASE}modules_disabled = { "s2s" }\nVirtualHost "example.org"\n`);
    expect(lines(closed).filter((line) => line.includes("_xmpp-server"))).toEqual([]);
  });

  test("what answers on the loopback address only is not announced", async () => {
    const plan = await planFor(`${BASE}s2s_interfaces = { "127.0.0.1" }\nVirtualHost "example.org"\n`);
    expect(lines(plan).filter((line) => line.includes("_xmpp-server"))).toEqual([]);
  });

  test("web clients", async () => {
    const plan = await planFor(
      `modules_enabled = { "tls"; "bosh"; "websocket" }\nhttp_external_url = "https://web.example.org/"\nVirtualHost "example.org"\n`,
    );
    expect(lines(plan)).toContain('_xmppconnect.example.org TXT "_xmpp-client-xbosh=https://web.example.org/http-bind"');
    expect(lines(plan)).toContain('_xmppconnect.example.org TXT "_xmpp-client-websocket=wss://web.example.org/xmpp-websocket"');
    expect(lines(plan)).toContain("web.example.org A 192.0.2.1");
    const [meta] = plan.hostMeta;
    expect(JSON.parse(meta?.json ?? "")).toEqual({
      links: [
        { rel: "urn:xmpp:alt-connections:xbosh", href: "https://web.example.org/http-bind" },
        { rel: "urn:xmpp:alt-connections:websocket", href: "wss://web.example.org/xmpp-websocket" },
      ],
    });
    expect(meta?.xml).toContain('rel="urn:xmpp:alt-connections:websocket" href="wss://web.example.org/xmpp-websocket"');
  });

  test("international names are encoded, local ones left out", async () => {
    const plan = await planFor(`${BASE}VirtualHost "bücher.example"\nVirtualHost "localhost"\nVirtualHost "home.lan"\n`);
    expect(plan.zones.map(({ origin }) => origin)).toEqual(["xn--bcher-kva.example"]);
    expect(plan.notes.slice(0, 2)).toEqual([
      "localhost is no domain name, so there are no records for it.",
      "home.lan is a name that DNS does not serve, so there are no records for it.",
    ]);
  });

  test("DANE is a hint, as the key is not known", async () => {
    const plan = await planFor(`${BASE}use_dane = true\nVirtualHost "example.org"\n`);
    expect(zoneFile(plan.zones)).toMatch(/^; _5222\._tcp\s+3600 IN TLSA 3 1 1 0{64}$/m);
  });
});

test("certificates hold a domain and what is below it", async () => {
  const plan = await planFor(
    `modules_enabled = { "tls"; "bosh" }\nVirtualHost "example.org"\nComponent "rooms.example.org" "muc"\nVirtualHost "other.example"\n`,
  );
  expect(plan.certificates).toEqual([
    {
      subject: "example.org",
      names: [
        { name: "example.org", usedFor: "clients, other servers and HTTPS" },
        { name: "rooms.example.org", usedFor: "other servers" },
      ],
    },
    { subject: "other.example", names: [{ name: "other.example", usedFor: "clients, other servers and HTTPS" }] },
  ]);
});

test("the firewall lets in what is for everybody", async () => {
  const plan = await planFor(
    `modules_enabled = { "tls"; "bosh" }\ncomponent_interfaces = { "*" }\nVirtualHost "example.org"\nComponent "gateway.example.org"\n\tcomponent_secret = "s"\n`,
  );
  const answers = Object.fromEntries(plan.firewall.map(({ port, let: answer }) => [port, answer]));
  expect(answers).toMatchObject({ 5222: "in", 5269: "in", 5280: "out of reach", 5281: "in", 5347: "closed" });
});

test("the document has all of it", async () => {
  const plan = await planFor(`modules_enabled = { "tls"; "bosh" }\nVirtualHost "example.org"\n`);
  const report = networkReport(plan, "prosody.cfg.lua");
  for (const part of ["## Records", "## Zone file", "$ORIGIN example.org.", "## Certificates", "## Firewall", "host-meta.json"])
    expect(report).toContain(part);
  expect(networkReport(await planFor(`${BASE}VirtualHost "localhost"\n`), "x")).toContain("no host that DNS could serve");
});

test.each([
  ["example.org", "example.org"],
  ["EXAMPLE.org.", "example.org"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["localhost", undefined],
  ["192.0.2.1", undefined],
  ["-a.example", undefined],
  ["with space.example", undefined],
  [`${"a".repeat(64)}.example`, undefined],
  ["", undefined],
])("name %s", (host, name) => {
  expect(dnsName(host)).toBe(name);
});

test("public names", () => {
  expect(["example.org", "server.local", "abc.onion", "machine.lan", "x.test"].filter(isPublic)).toEqual(["example.org"]);
});
