// `prosody-config docker-run`: the command on standard output, notes on standard error, values nowhere.

import { describe, expect, test } from "vitest";
import { SECRET, checkCli } from "./checkCli.ts";

const ENV = `PROSODY_VIRTUAL_HOSTS=example.com\nPROSODY_ENABLE_MODULES=bosh\nPROSODY_SQL_PASSWORD=${SECRET}\n`;

async function checkArgv(args: readonly string[], files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { code, stdout, stderr } = await checkCli(["docker-run", "--json", ...args], { files });
  expect([code, stderr]).toEqual([0, ""]);
  const answer = JSON.parse(stdout) as { argv: string[]; command: string; notes: string[] };
  expect(Object.keys(answer)).toEqual(["argv", "command", "notes"]);
  return answer.argv;
}

describe("what is started", () => {
  test("an env file", async () => {
    const { code, stdout, stderr } = await checkCli(["docker-run", "my settings.env"], {
      files: { "my settings.env": ENV },
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^docker run \\\n/);
    expect(stdout).toContain("--env-file 'my settings.env' \\\n");
    expect(stdout.trimEnd().split("\n").at(-1)).toBe("  prosodyim/prosody:13.0");
    expect(stderr).toMatch(/^(?:note: .+\n)+$/);
  });

  test("a configuration of one's own", async () => {
    const argv = await checkArgv(["my.cfg.lua"], { "my.cfg.lua": "c2s_ports = { 5333 }\n" });
    expect(argv).toEqual(expect.arrayContaining(["5333:5333", "./my.cfg.lua:/etc/prosody/prosody.cfg.lua:ro"]));
    expect(argv).not.toContain("5222:5222");
  });

  test("a folder, with what it includes", async () => {
    const argv = await checkArgv(["etc"], {
      "etc/prosody.cfg.lua": 'Include "conf.d/*.cfg.lua"\nInclude "/etc/prosody/s2s.lua"\nInclude "../outside.lua"\n',
      "etc/conf.d/a.cfg.lua": 'Include "../prosody.cfg.lua"\nc2s_ports = { 5333 }\nComponent "x.example.com"\n',
      "etc/conf.d/b.cfg.lua.off": "c2s_ports = { 5334 }\n",
      "etc/s2s.lua": "s2s_ports = { 5335 }\n",
      "outside.lua": "c2s_ports = { 5336 }\n",
    });
    expect(argv.filter((_, i) => argv[i - 1] === "--publish")).toEqual(["5333:5333", "5335:5335"]);
    expect(argv).toContain("./etc:/etc/prosody:ro");
  });

  test("what PATH is can be said, where its name does not", async () => {
    expect(await checkArgv(["--env-file", "settings"], { settings: ENV })).toContain("--env-file");
    expect(await checkArgv(["--config", "prosody.env"], { "prosody.env": "" })).toContain(
      "./prosody.env:/etc/prosody/prosody.cfg.lua:ro",
    );
  });

  test("engine, version and name", async () => {
    const options = ["--engine", "podman", "--prosody-version", "0.12", "--name", "xmpp", ".env"];
    const argv = await checkArgv(options, { ".env": ENV });
    expect(argv.slice(0, 2)).toEqual(["podman", "run"]);
    expect(argv[argv.indexOf("--name") + 1]).toBe("xmpp");
    expect(argv.at(-1)).toBe("docker.io/prosodyim/prosody:0.12");
  });
});

describe("how it is written", () => {
  test.each(["sh", "fish", "powershell", "windows-powershell", "cmd"])("for %s, on one line", async (shell) => {
    const { code, stdout } = await checkCli(["docker-run", "--one-line", "--shell", shell, ".env"], {
      files: { ".env": ENV },
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^docker run [^\n]+\n$/);
  });

  test("not at all, when the shell cannot carry it", async () => {
    const { code, stdout, stderr } = await checkCli(["docker-run", "--shell", "windows-powershell", 'a".env'], {
      files: { 'a".env': ENV },
    });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Windows PowerShell");
  });
});

describe("wrong use", () => {
  test.each([
    [["docker-run"], /give an env file or a configuration/],
    [["docker-run", "a.env", "--config", "b"], /give either an env file or a configuration/],
    [["docker-run", "missing.env"], /^prosody-config: missing\.env does not exist\.$/m],
    [["docker-run", "--config", "missing"], /^prosody-config: missing does not exist\.$/m],
    [["docker-run", "."], /^prosody-config: \. has no prosody\.cfg\.lua/m],
    [["docker-run", "a", "--prosody-version", "0.11"], /Allowed choices are 0\.12, 13\.0, trunk/],
    [["docker-run", "a", "--name", "-x"], /A name has at least two letters/],
    [["docker-run", "a", "--shell", "csh"], /argument 'csh' is invalid/],
  ] as const)("%j", async (args, message) => {
    const { code, stdout, stderr } = await checkCli([...args]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });
});
