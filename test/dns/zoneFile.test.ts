// Zone files, read by a tool that name servers come with, for generated sets of hosts.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { zoneFile } from "../../server/src/core/dns/zoneFile.ts";
import { tool } from "../support/tools.ts";
import { planFor } from "./checkPlan.ts";

const TOOL = "named-checkzone";
const [command, ...first] = tool(TOOL);
const installed = spawnSync(command, [...first, "-v"]).status === 0;

const label = fc.constantFrom("a", "chat", "xmpp-1", "bücher", "例え", "straße", "пример", "x".repeat(63), "9", "ñandú");
const domain = fc
  .tuple(label, fc.constantFrom("example.org", "example.net", "EXAMPLE.com", "münchen.example"))
  .map((parts) => parts.join("."));
const component = fc.constantFrom("rooms", "upload", "proxy", "öffentlich");
const hostSets = fc.sample(
  fc.record({
    hosts: fc.uniqueArray(domain, { minLength: 1, maxLength: 4 }),
    components: fc.uniqueArray(component, { maxLength: 3 }),
    modules: fc.subarray(["bosh", "websocket", "mam"]),
    dane: fc.boolean(),
    ports: fc.uniqueArray(fc.constantFrom(5222, 5333, 443), { minLength: 1, maxLength: 3 }),
  }),
  { seed: 53, numRuns: 50 },
);

const config = ({ hosts, components, modules, dane, ports }: (typeof hostSets)[number]): string =>
  [
    `modules_enabled = { ${["tls", ...modules].map((name) => `"${name}"`).join("; ")} }`,
    `c2s_ports = { ${ports.join(", ")} }`,
    `c2s_direct_tls_ports = { 5223 }`,
    `use_dane = ${dane}`,
    ...hosts.map((name) => `VirtualHost "${name}"`),
    ...components.map((name) => `Component "${name}.${hosts[0] ?? ""}" "muc"`),
    "",
  ].join("\n");

test.skipIf(!installed)(
  `${TOOL} takes the zones of 50 sets of hosts (skipped where it is not installed)`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "zone-"));
    try {
      let zones = 0;
      for (const hosts of hostSets) {
        const plan = await planFor(config(hosts));
        for (const zone of plan.zones) {
          const file = join(folder, String(zones++));
          // What everybody's zone has already.
          const start = `$TTL 3600\n@ IN SOA ns.invalid. mail.invalid. 1 3600 600 86400 3600\n@ IN NS ns.invalid.\n`;
          writeFileSync(file, start + zoneFile([zone]));
          const { status, stdout } = spawnSync(command, [...first, "-i", "none", zone.origin, file], { encoding: "utf8" });
          expect([status, stdout.split("\n").at(-2)], zoneFile([zone])).toEqual([0, "OK"]);
        }
      }
      expect(zones).toBeGreaterThanOrEqual(50);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);
