// `prosody-config convert`: what it writes, where, and what it never overwrites.

import { describe, expect, test } from "vitest";
import { SECRET, checkCli } from "./checkCli.ts";

const ENV = `PROSODY_VIRTUAL_HOSTS=example.com\nPROSODY_EXTERNAL_COMPONENTS=irc.example.com:${SECRET}\n`;
const CONFIG = 'admins = { "a@example.com" }\nc2s_ports = { 5333 }\nVirtualHost "example.com"\n';

describe("prosody-config convert", () => {
  test("an env file becomes a configuration without its secrets", async () => {
    const { code, stdout, stderr } = await checkCli(["convert", "--to", "config", "prosody.env"], {
      files: { "prosody.env": ENV },
    });
    expect(code).toBe(0);
    expect(stdout).toContain('VirtualHost "example.com"');
    expect(stdout).toContain("component_secret = ENV_COMPONENT_SECRET_IRC_EXAMPLE_COM");
    expect(stdout + stderr).not.toContain(SECRET);
    expect(stderr).toContain("COMPONENT_SECRET_IRC_EXAMPLE_COM");
  });

  test("a configuration becomes an env file that says what is lost", async () => {
    const { code, stdout } = await checkCli(["convert", "--to", "env", "prosody.cfg.lua"], {
      files: { "prosody.cfg.lua": CONFIG },
    });
    expect(code).toBe(0);
    expect(stdout).toContain("PROSODY_ADMINS=a@example.com\n");
    expect(stdout).toMatch(/^# No variable of the image can express this: c2s_ports\./);
  });

  test("for programs: files and notes", async () => {
    const { stdout } = await checkCli(["convert", "--to", "config", "--json", "prosody.env"], { files: { "prosody.env": ENV } });
    const { files } = JSON.parse(stdout) as { files: { name: string }[] };
    expect(files.map(({ name }) => name)).toEqual(["prosody.cfg.lua", "component-secrets.env"]);
  });

  test("nothing is overwritten unasked", async () => {
    const files = { "prosody.cfg.lua": CONFIG, "prosody.env": "KEPT=1\n" };
    const { code, stderr } = await checkCli(["convert", "--to", "env", "-o", "prosody.env", "prosody.cfg.lua"], { files });
    expect([code, stderr]).toEqual([2, expect.stringContaining("is there already and was left as it is")]);
  });

  test("says what is wrong", async () => {
    expect((await checkCli(["convert", "prosody.env"], { files: { "prosody.env": ENV } })).stderr).toContain("--to");
    const refused = await checkCli(["convert", "--to", "config", "x.env"], {
      files: { "x.env": "PROSODY_COMPONENTS=a.example\n" },
    });
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining("needs a module")]);
    expect((await checkCli(["convert", "--to", "env", "missing.cfg.lua"], { files: {} })).code).toBe(2);
  });
});
