// `prosody-config new`: what it writes and prints, and what it never overwrites or shows.

import { describe, expect, test } from "vitest";
import { FEATURES } from "../../server/src/core/scaffold/features.ts";
import { checkCli } from "./checkCli.ts";

const CONFIG = 'modules_enabled = {\n\t"roster";\n}\n\nVirtualHost "example.org"\n';
const files = { "prosody.cfg.lua": CONFIG };

describe("prosody-config new", () => {
  test("a server, on standard output", async () => {
    const { code, stdout, stderr } = await checkCli(["new", "server", "--domain", "example.org", "--feature", "calls"], {
      files: {},
    });
    expect(code).toBe(0);
    expect(stdout).toContain('VirtualHost "example.org"');
    expect(stdout).toContain('FileLine "secrets/turn"');
    expect(stderr).toContain("new secrets are not printed; this reads them from secrets/turn");
  });

  test("a server, in a folder of its own, which checks and runs", async () => {
    const all = FEATURES.map(({ id }) => id);
    const { stdout: help } = await checkCli(["new", "server", "--help"], { files: {} });
    expect(all.filter((id) => !help.includes(id))).toEqual([]);
    const { code } = await checkCli(
      ["new", "server", "--domain", "bücher.example", "--admin", "a@bücher.example", "--feature", ...all, "-o", "."],
      { files: {} },
    );
    expect(code).toBe(0);
  });

  test("nothing that is there is overwritten", async () => {
    const { code, stderr } = await checkCli(["new", "server", "--domain", "example.org", "-o", "."], { files });
    expect([code, stderr]).toEqual([2, expect.stringContaining("already exists")]);
  });

  test("a module with what it needs", async () => {
    const add = (...args: readonly string[]): ReturnType<typeof checkCli> =>
      checkCli(["new", "module", ...args, "prosody.cfg.lua"], { files });
    const { stdout, stderr } = await add("http_files", "--set", "http_files_dir=/srv/www");
    expect(stdout).toContain('http_files_dir = "/srv/www"');
    expect(stderr).toContain("Port 5280 (HTTP requests without encryption) is open on this machine only");
    expect((await add("http_files")).stderr).toContain("write what is right for you");
    const refused = await add("muc");
    expect([refused.code, refused.stdout]).toEqual([2, ""]);
    expect(refused.stderr).toContain("`prosody-config new component NAME --module muc` adds one");
    const secret = await add("turn_external", "--set", "turn_external_secret=hunter2");
    expect([secret.code, secret.stderr]).toEqual([2, expect.not.stringContaining("hunter2")]);
    expect((await add("mam", "--set", "nonsense")).stderr).toContain("OPTION=VALUE");
  });

  test.each([
    ["host", ["example.net"], 'VirtualHost "example.net"'],
    ["component", ["rooms.example.org", "--module", "muc"], 'Component "rooms.example.org" "muc"'],
    ["module", ["mam"], '"mam";'],
    ["sql", ["--driver", "SQLite3"], 'storage = "sql"'],
    ["reverse-proxy", ["https://chat.example.org/"], "http_external_url"],
    ["openmetrics", [], "http_openmetrics"],
    ["certificates", [], 'certificates = "certs"'],
    ["certificates", ["--folder", "/etc/ssl/xmpp"], 'certificates = "/etc/ssl/xmpp"'],
  ])("%s", async (kind, args, wanted) => {
    const { code, stdout } = await checkCli(["new", kind, ...args, "prosody.cfg.lua"], { files });
    expect(code).toBe(0);
    expect(stdout).toContain(wanted);
  });

  test("the help has an example of each command, and says what its arguments are", async () => {
    const { stdout } = await checkCli(["new", "--help"]);
    const commands = [...stdout.matchAll(/^ {2}([a-z-]+) \[/gm)].map(([, name]) => name ?? "").filter((name) => name !== "help");
    expect(commands).toContain("certificates");
    for (const command of commands) {
      expect(stdout).toMatch(new RegExp(`^ {2}prosody-config new ${command} `, "m"));
      const { stdout: help } = await checkCli(["new", command, "--help"]);
      expect(help).toMatch(new RegExp(`^ {2}prosody-config new ${command} `, "m"));
      for (const [argument] of (/^Usage: .*$/m.exec(help)?.[0] ?? "").matchAll(/<([A-Z]+)>/g))
        expect(help).toMatch(new RegExp(`^ {2}${argument.slice(1, -1)} {2,}\\S`, "m"));
    }
  });

  test("for programs", async () => {
    const { stdout } = await checkCli(["new", "external-component", "irc.example.org", "--json", "prosody.cfg.lua"], { files });
    expect(JSON.parse(stdout)).toMatchObject({ secrets: { files: ["secrets/irc-example-org"], variables: [] } });
  });

  test("wrong answers are named", async () => {
    const wrong = await checkCli(["new", "host", "https://example.net", "prosody.cfg.lua"], { files });
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("web address")]);
    expect((await checkCli(["new", "host", "example.org", "prosody.cfg.lua"], { files })).stderr).toContain(
      "in this file already",
    );
    expect((await checkCli(["new", "server", "--domain", "x y"], { files: {} })).stderr).toContain("no domain name");
    const broken = await checkCli(["new", "host", "a.example", "x.cfg.lua"], { files: { "x.cfg.lua": "a = = 1\n" } });
    expect(broken.stderr).toContain("syntax error");
  });
});
