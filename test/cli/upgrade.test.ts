// `prosody-config check --upgrade-from` as it is shipped.

import { describe, expect, test } from "vitest";
import { runCli } from "../effective/cliRun.ts";
import type { CliOutcome } from "../support/warmCli.ts";
import { SECRET } from "./checkCli.ts";

const FILES = {
  "a.cfg.lua": `modules_enabled = { "roster"; "posix" }
registration_whitelist = {}
component_secret = "${SECRET}"
VirtualHost "a.example"
`,
  "same.cfg.lua": "admins = {}\n",
  "prosody.env": "PROSODY_VIRTUAL_HOSTS=a.example\n",
};

const upgrade = (...args: readonly string[]): Promise<CliOutcome> => runCli(FILES, "check", "--upgrade-from", ...args);

describe("check --upgrade-from", () => {
  test("for people", async () => {
    const { code, stdout, stderr } = await upgrade("0.12", "--prosody-version", "13.0.7", "a.cfg.lua");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("a.cfg.lua: from Prosody 0.12 to 13.0\n");
    expect(stdout).toContain("  Without effect\n    a.cfg.lua:1:31  warning  `posix` is deprecated.");
    expect(stdout).toContain(
      "  Already so with Prosody 0.12\n    a.cfg.lua:2:1  warning  `registration_whitelist` is deprecated.",
    );
    expect(stdout).toContain("[--fix]");
    expect(stdout).not.toContain(SECRET);
  });

  test("for programs", async () => {
    const { code, stdout } = await upgrade("0.12", "--fail-on", "warning", "--format", "json", "a.cfg.lua", "prosody.env");
    expect(code).toBe(1);
    const { files } = JSON.parse(stdout) as { files: readonly { path: string; entries: readonly unknown[] }[] };
    expect(files).toMatchObject([
      { path: "a.cfg.lua", kind: "lua", from: "0.12", to: "13.0", direction: "up", fixable: 2 },
      { path: "prosody.env", kind: "env", entries: [] },
    ]);
    expect(files[0]?.entries[0]).toMatchObject({
      kind: "removed",
      severity: "warning",
      rule: "deprecated-module",
      before: false,
      fix: { title: "Remove `posix`", safe: true },
      place: { line: 1, column: 31, endLine: 1, endColumn: 38 },
    });
  });

  test("makes the changes", async () => {
    const { code, stdout } = await upgrade("0.12", "--fix", "--format", "json", "a.cfg.lua");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ applied: 2, fixable: 0 }] });
  });

  test("says when nothing changes", async () => {
    const { code, stdout } = await upgrade("13.0", "--prosody-version", "trunk", "same.cfg.lua");
    expect(code).toBe(0);
    expect(stdout).toContain("Nothing in this file changes between Prosody 13.0 and trunk, as far as is known.");
  });

  test("of a file that does not load nothing is told but that", async () => {
    const broken = {
      "a.cfg.lua": 'modules_enabled = { "posix" }\nx = = 1\n',
      "b.env": "PROSODY_ADMINS='a\nPROSODY_LOGLEVEL=info\n",
      "c.cfg.lua": "admins = {}\n",
    };
    const args = ["check", "--upgrade-from", "0.12", "--env-dialect", "compose"];
    const { code, stdout } = await runCli(broken, ...args, ".");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ {2}a\.cfg\.lua:2:5 {2}error {2}.*The upgrade can only be judged once the file loads\.$/m);
    expect(stdout).toMatch(/^ {2}b\.env:1:\d+ {2}error {2}.*The upgrade can only be judged once the file loads\.$/m);
    expect(stdout).not.toContain("posix");
    expect(stdout).toContain("c.cfg.lua: from Prosody 0.12 to 13.0\n  ");
    const json = await runCli(broken, ...args, "--fix", "--fail-on", "never", "--format", "json", "a.cfg.lua", "c.cfg.lua");
    expect(json.code).toBe(0);
    const { files } = JSON.parse(json.stdout) as { files: readonly object[] };
    expect(files[0]).toMatchObject({ applied: 0, fixable: 0, entries: [], syntaxError: { line: 2, column: 5 } });
    expect(files[1]).not.toHaveProperty("syntaxError");
  });

  test("wrong use", async () => {
    expect((await upgrade("0.9", "a.cfg.lua")).code).toBe(2);
    expect((await upgrade("0.12", "missing.cfg.lua")).code).toBe(2);
    expect((await upgrade("0.12", "--format", "github", "a.cfg.lua")).code).toBe(2);
  });
});
