// `prosody-config dns`: records, certificate names and ports of a configuration, and of the image's variables.

import { describe, expect, test } from "vitest";
import { checkCli } from "./checkCli.ts";

const CONFIG = 'modules_enabled = { "tls" }\nVirtualHost "example.org"\nComponent "rooms.example.org" "muc"\n';

describe("prosody-config dns", () => {
  test("shows tables and the zone file", async () => {
    const { code, stdout, stderr } = await checkCli(["dns", "prosody.cfg.lua"], { files: { "prosody.cfg.lua": CONFIG } });
    expect([code, stderr]).toEqual([0, ""]);
    for (const part of ["# DNS for prosody.cfg.lua", "$ORIGIN example.org.", "rooms.example.org", "5222/tcp"])
      expect(stdout).toContain(part);
  });

  test("gives the zone file alone", async () => {
    const { stdout, stderr } = await checkCli(["dns", "--zone", "--target", "xmpp.example.net", "prosody.cfg.lua"], {
      files: { "prosody.cfg.lua": CONFIG },
    });
    expect(stdout).toContain("_xmpp-client._tcp");
    expect(stdout).toContain("0 5 5222 xmpp.example.net.");
    expect(stdout).not.toContain("# DNS");
    expect(stderr).toMatch(/^note: The addresses are placeholders/);
  });

  test("gives all of it to programs", async () => {
    const { stdout } = await checkCli(["dns", "--json", "prosody.cfg.lua"], { files: { "prosody.cfg.lua": CONFIG } });
    const plan = JSON.parse(stdout) as { zones: unknown[] };
    expect(Object.keys(plan)).toEqual(["zones", "certificates", "firewall", "hostMeta", "notes"]);
    expect(plan.zones).toHaveLength(1);
  });

  test("takes the image's variables", async () => {
    const { code, stdout } = await checkCli(["dns", "--image", "--environment", "prosody.env", "--zone"], {
      files: { "prosody.env": "PROSODY_VIRTUAL_HOSTS=chat.example.com\n" },
    });
    expect([code, stdout.split("\n")[0]]).toEqual([0, "$ORIGIN chat.example.com."]);
  });

  test("says what is wrong", async () => {
    const files = { "prosody.cfg.lua": "x = = 1\n" };
    expect(await checkCli(["dns", "prosody.cfg.lua"], { files })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("prosody.cfg.lua:1 does not load") as unknown,
    });
    expect((await checkCli(["dns", "missing.cfg.lua"], { files })).code).toBe(2);
    expect((await checkCli(["dns"], { files })).stderr).toContain("give either FILE or --image");
    expect((await checkCli(["dns", "--target", "no name", "prosody.cfg.lua"], { files })).stderr).toContain("is no domain name");
  });
});
