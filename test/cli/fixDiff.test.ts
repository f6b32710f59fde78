// `prosody-config check --diff`: what --fix would change, shown and not done, and no secret in what is shown.

import { applyPatch } from "diff";
import { describe, expect, test } from "vitest";
import { SECRET, checkCli } from "./checkCli.ts";

const WRONG = 'c2s_tcp_keepalivs = true\nmodules_enabled = { "roster", "roster" }\nxyz_own = 1\n';
const RIGHT = 'c2s_tcp_keepalives = true\nmodules_enabled = { "roster" }\nxyz_own = 1\n';

describe("--diff", () => {
  test("shows what would change, and changes nothing", async () => {
    const world = { files: { "a.cfg.lua": WRONG, "b.cfg.lua": RIGHT }, keeps: ["a.cfg.lua"] };
    const { code, stdout, stderr, kept } = await checkCli(["check", "--diff", "a.cfg.lua", "b.cfg.lua"], world);
    expect(stdout).toBe(
      [
        "--- a.cfg.lua",
        "+++ a.cfg.lua",
        "@@ -1,3 +1,3 @@",
        "-c2s_tcp_keepalivs = true",
        '-modules_enabled = { "roster", "roster" }',
        "+c2s_tcp_keepalives = true",
        '+modules_enabled = { "roster" }',
        " xyz_own = …",
        "",
      ].join("\n"),
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^a\.cfg\.lua:1 .*unknown-option\na\.cfg\.lua:2 .*duplicate-module\nWould fix 2 problems in 1 file\.\n$/,
    );
    expect(kept).toEqual({ "a.cfg.lua": WRONG });
  });

  test("is empty if there is nothing to fix, whatever is found", async () => {
    const { code, stdout, stderr } = await checkCli(["check", "--diff", "a.cfg.lua"], {
      files: { "a.cfg.lua": "xyz_own = 1\n" },
    });
    expect([code, stdout, stderr]).toEqual([0, "", "Nothing to fix.\n"]);
  });

  test("fits the file: patch makes of it what --fix does", async () => {
    const text = WRONG.replace("xyz_own = 1\n", "admins = { }\r\nc2s_ports = { 5222 }");
    const { stdout } = await checkCli(["check", "--diff", "a.cfg.lua"], { files: { "a.cfg.lua": text } });
    const { kept } = await checkCli(["check", "--fix", "a.cfg.lua"], { files: { "a.cfg.lua": text }, keeps: ["a.cfg.lua"] });
    expect(applyPatch(text, stdout, { autoConvertLineEndings: false })).toBe(kept["a.cfg.lua"]);
  });

  test("reads standard input", async () => {
    const asked = ["check", "--diff", "--stdin-path", "a.cfg.lua", "-"];
    const { code, stdout } = await checkCli(asked, { stdin: WRONG });
    expect([code, stdout.split("\n")[0]]).toEqual([1, "--- a.cfg.lua"]);
    expect((await checkCli(asked, { stdin: RIGHT })).code).toBe(0);
  });

  test("knows what --fix-unsafe would do", async () => {
    const text = 'ssl = { key = "a.key"; certificate = "a.crt" }\nVirtualHost "a.example"\nVirtualHost "b.example"\n';
    const files = { "a.cfg.lua": text };
    expect((await checkCli(["check", "--diff", "a.cfg.lua"], { files })).stdout).toBe("");
    expect((await checkCli(["check", "--diff", "--fix", "a.cfg.lua"], { files })).stdout).toBe("");
    expect((await checkCli(["check", "--diff", "--fix-unsafe", "a.cfg.lua"], { files })).stdout).toMatch(/^-ssl = /m);
  });

  test("has JSON, and no other format", async () => {
    const files = { "a.cfg.lua": WRONG };
    const { code, stdout } = await checkCli(["check", "--diff", "--format", "json", "a.cfg.lua"], { files });
    expect(code).toBe(1);
    const { files: changed } = JSON.parse(stdout) as { files: readonly { diff: string }[] };
    expect(changed).toMatchObject([{ path: "a.cfg.lua", kind: "lua", fixed: 2, fixes: [{ line: 1 }, { line: 2 }] }]);
    expect(changed[0]?.diff).toMatch(/^--- a/);
    for (const others of [
      ["--format", "github"],
      ["--upgrade-from", "0.12"],
    ]) {
      const refused = await checkCli(["check", "--diff", ...others, "a.cfg.lua"], { files });
      expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("error: --diff ")]);
    }
  });

  test("says what cannot be read, and goes on", async () => {
    const { code, stdout } = await checkCli(["check", "--diff", "gone.cfg.lua", "a.cfg.lua"], { files: { "a.cfg.lua": WRONG } });
    expect([code, stdout.split("\n")[0]]).toEqual([2, "--- a.cfg.lua"]);
  });

  test("shows no secret around a change, nor in it", async () => {
    const texts = {
      "a.cfg.lua": [
        "c2s_tcp_keepalivs = true",
        `-- component_secret = "${SECRET}"`,
        `component_secrt = "${SECRET}"`,
        'modules_enabled = { "roster", "roster" }',
        `turn_external_secret = "${SECRET}"`,
        "",
      ].join("\n"),
      ".env": [`DB_PASSWORD=${SECRET}`, "PROSODY_LOGLEVLE=info", `PROSODY_TURN_SECRET=${SECRET}`, ""].join("\n"),
      "compose.yaml": [
        "services:",
        "  prosody:",
        "    image: prosody/prosody:latest",
        "    environment:",
        `      DB_PASSWORD: ${SECRET}`,
        "      note: |",
        `        ${SECRET}`,
        "      PROSODY_LOGLEVLE: info",
        "",
      ].join("\n"),
    };
    const { stdout } = await checkCli(["check", "--diff", "--fix-unsafe", ...Object.keys(texts)], { files: texts });
    // `checkCli` looks for the secret.
    for (const name of Object.keys(texts)) expect(stdout).toContain(`--- ${name}\n`);
  });
});
