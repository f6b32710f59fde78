// `prosody-config convert`: what it writes, where, and what it never overwrites.

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { SECRET, checkCli } from "./checkCli.ts";

const ENV = `PROSODY_VIRTUAL_HOSTS=example.com\nPROSODY_EXTERNAL_COMPONENTS=irc.example.com:${SECRET}\n`;
const CONFIG = 'admins = { "a@example.com" }\nc2s_ports = { 5333 }\nVirtualHost "example.com"\n';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "prosody-config-convert-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

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
    expect([code, stderr]).toEqual([2, expect.stringContaining("already exists and was not changed")]);
  });

  test("an env file for another tool, whole into a file, without secrets to standard output", async () => {
    const files = { "prosody.env": `# head\nPROSODY_LOGLEVEL='info' # x\nPROSODY_TURN_SECRET="${SECRET}"\nA="b\\nc"\n` };
    const { code, stdout, stderr } = await checkCli(["convert", "--to", "docker", "--env-dialect", "compose", "prosody.env"], {
      files,
    });
    expect([code, stdout]).toEqual([0, "# head\n# x\nPROSODY_LOGLEVEL=info\nPROSODY_TURN_SECRET=\nA=\n"]);
    expect(stderr).toContain("A stays as it is. Only Compose");
    expect(stderr).toContain("left out on standard output");
    const path = join(folder(), "out.env");
    await checkCli(["convert", "--to", "portable", "--env-dialect", "compose", "-o", path, "prosody.env"], { files });
    expect(readFileSync(path, "utf8")).toContain(`\nPROSODY_TURN_SECRET=${SECRET}\n`);
    if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test("a compose file beside it tells how an env file is read", async () => {
    const files = { "prosody.env": "PROSODY_LOGLEVEL='info'\n" };
    const unknown = await checkCli(["convert", "--to", "portable", "prosody.env"], { files });
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining("--env-dialect says which")]);
    const compose = "services:\n  xmpp:\n    image: prosodyim/prosody\n    env_file: prosody.env\n";
    const known = await checkCli(["convert", "--to", "portable", "prosody.env"], {
      files: { ...files, "compose.yaml": compose },
    });
    expect([known.code, known.stdout]).toEqual([0, "PROSODY_LOGLEVEL=info\n"]);
  });

  test.runIf(process.platform !== "win32")("what is no secret can be read as usual", async () => {
    const files = { "prosody.env": ENV };
    const path = join(folder(), "prosody.cfg.lua");
    await checkCli(["convert", "--to", "config", "-o", path, "prosody.env"], { files });
    const any = join(path, "../any");
    writeFileSync(any, "");
    const usual = statSync(any).mode & 0o777;
    expect([path, join(path, "../component-secrets.env")].map((file) => statSync(file).mode & 0o777)).toEqual([usual, 0o600]);
  });

  test.each([
    ["docker", "A=1\nPROSODY_ADMINS = a@example.org\n", 2],
    ["compose", "PROSODY_ADMINS='a@example.org\n", 1],
  ])("what %s refuses is no base for a configuration", async (dialect, text, line) => {
    const files = { "x.env": text, "prosody.cfg.lua": CONFIG };
    const direct = await checkCli(["convert", "--to", "config", "--env-dialect", dialect, "x.env"], { files });
    expect([direct.code, direct.stdout]).toEqual([1, ""]);
    expect(direct.stderr).toContain(`x.env cannot be converted: line ${line}: `);
    const beside = await checkCli(
      ["convert", "--to", "env", "--env-dialect", dialect, "--environment", "x.env", "prosody.cfg.lua"],
      { files },
    );
    expect([beside.code, beside.stdout]).toEqual([1, ""]);
    expect(beside.stderr).toContain(`line ${line} of x.env: `);
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
