// `prosody-config check --fix`: what is mended, what is left alone, and what is said of it. `explain`, and the format for GitHub.

import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { replaceText } from "../../server/src/disk/writeWhole.ts";
import { checkCli, checkJson } from "./checkCli.ts";

const WRONG = 'c2s_tcp_keepalivs = true\nmodules_enabled = { "roster", "roster" }\nxyz_own = 1\n';
const RIGHT = 'c2s_tcp_keepalives = true\nmodules_enabled = { "roster" }\nxyz_own = 1\n';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "prosody-config-fix-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

describe("--fix", () => {
  test("mends what is safe, and reports the rest", async () => {
    const path = join(folder(), "part.cfg.lua");
    writeFileSync(path, WRONG);
    chmodSync(path, 0o640);
    const { code, stdout, stderr } = await checkCli(["check", "--fix", "--fail-on", "information", path]);
    expect(readFileSync(path, "utf8")).toBe(RIGHT);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toMatch(
      /unknown-option\n\n\S+:1 .*unknown-option\n\S+:2 .*duplicate-module\nFixed 2 problems in 1 file\.\n1 information in 1 file\nChecked for .*\n$/,
    );
    const again = await checkCli(["check", "--fix", path]);
    expect(again.stdout).toContain("Nothing to fix.");
  });

  test("JSON says how many fixes were applied", async () => {
    const { files } = await checkJson(["--fix", "a.cfg.lua"], { files: { "a.cfg.lua": WRONG } });
    expect(Object.keys(files[0] ?? {})).toEqual(["path", "kind", "prosody", "diagnostics", "fixed", "fixes"]);
    expect(files[0]).toMatchObject({
      fixed: 2,
      fixes: [
        { rule: "unknown-option", line: 1, title: "Change to `c2s_tcp_keepalives`" },
        { rule: "duplicate-module", line: 2 },
      ],
    });
  });

  test("goes through links, which stay", async () => {
    const place = folder();
    writeFileSync(join(place, "real.cfg.lua"), WRONG);
    symlinkSync("real.cfg.lua", join(place, "link.cfg.lua"));
    await checkCli(["check", "--fix", join(place, "link.cfg.lua")]);
    expect(lstatSync(join(place, "link.cfg.lua")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(place, "real.cfg.lua"), "utf8")).toBe(RIGHT);
    expect(readdirSync(place).sort()).toEqual(["link.cfg.lua", "real.cfg.lua"]);
  });

  test.runIf(process.platform !== "win32")("waits for no pipe", async () => {
    const place = folder();
    execFileSync("mkfifo", [join(place, "pipe.cfg.lua")]);
    writeFileSync(join(place, "a.cfg.lua"), WRONG);
    const { code, stderr } = await checkCli(["check", "--fix", join(place, "pipe.cfg.lua"), join(place, "a.cfg.lua")]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/pipe\.cfg\.lua/);
    expect(readFileSync(join(place, "a.cfg.lua"), "utf8")).toBe(RIGHT);
  });

  test("leaves a file alone that is no UTF-8", async () => {
    const path = join(folder(), "a.cfg.lua");
    const bytes = Buffer.concat([Buffer.from(WRONG), Buffer.from([0x2d, 0x2d, 0xe4, 0x0a])]);
    writeFileSync(path, bytes);
    const { code, stderr } = await checkCli(["check", "--fix", path]);
    expect([code, stderr]).toEqual([
      2,
      `prosody-config: ${path} was not changed: it is not valid UTF-8. Save it as UTF-8 text first.\n`,
    ]);
    expect(readFileSync(path)).toEqual(bytes);
  });

  test("mends standard input, and reports beside it", async () => {
    const { code, stdout, stderr } = await checkCli(["check", "--fix", "--stdin-path", "a.cfg.lua", "-"], { stdin: WRONG });
    expect([code, stdout]).toEqual([0, RIGHT]);
    expect(stderr).toContain("Fixed 2 problems");
    const both = await checkCli(["check", "--fix", "-", "b.cfg.lua"], { stdin: WRONG });
    expect([both.code, both.stdout]).toEqual([2, ""]);
  });

  test("--fix-unsafe applies the others too", async () => {
    const path = join(folder(), "part.cfg.lua");
    const text = 'ssl = { key = "a.key"; certificate = "a.crt" }\nVirtualHost "a.example"\nVirtualHost "b.example"\n';
    writeFileSync(path, text);
    await checkCli(["check", "--fix", path]);
    expect(readFileSync(path, "utf8")).toBe(text);
    await checkCli(["check", "--fix-unsafe", path]);
    expect(readFileSync(path, "utf8")).not.toContain("ssl");
  });
});

describe("a file's new text", () => {
  test("is not written over what others wrote meanwhile", async () => {
    const path = join(folder(), "a.cfg.lua");
    writeFileSync(path, "new\n");
    expect(await replaceText(path, "old\n", "mended\n")).toEqual({ ok: false, problem: "changed" });
    expect(readFileSync(path, "utf8")).toBe("new\n");
  });

  test("leaves nothing behind when it cannot be put there", { skip: process.getuid?.() === 0 }, async () => {
    const place = folder();
    const path = join(place, "a.cfg.lua");
    writeFileSync(path, "old\n");
    chmodSync(place, 0o555);
    onTestFinished(() => chmodSync(place, 0o755));
    expect(await replaceText(path, "old\n", "mended\n")).toMatchObject({ problem: "failed" });
    expect(readdirSync(place)).toEqual(["a.cfg.lua"]);
  });

  test("needs the file", async () => {
    const path = join(folder(), "gone.cfg.lua");
    expect(await replaceText(path, "", "x")).toMatchObject({ problem: "failed" });
    expect(existsSync(path)).toBe(false);
  });
});

test("--format github speaks of the worst first, with its letters escaped", async () => {
  const files = { "a,b.cfg.lua": 'modules_enabled = { "mam", "mam" }\nadmins = {\n' };
  const { code, stdout } = await checkCli(["check", "--format", "github", "a,b.cfg.lua"], { files });
  expect(code).toBe(1);
  const [first = "", second = ""] = stdout.split("\n");
  expect(first).toMatch(
    /^::error file=a%2Cb\.cfg\.lua,line=\d+,endLine=\d+,col=\d+(?:,endColumn=\d+)?,title=syntax\/unclosed::\S/,
  );
  expect(second).toMatch(/^::notice file=a%2Cb\.cfg\.lua,line=1,endLine=1,col=\d+,endColumn=\d+,title=duplicate-module::\S/);
});

describe("explain", () => {
  test("prints the page of a rule", async () => {
    const { code, stdout } = await checkCli(["explain", "unknown-option"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# unknown-option\n\n[^]*## Reported\n[^]*prosody-ignore-next-line unknown-option/);
  });

  test("knows a rule by its former name", async () => {
    expect((await checkCli(["explain", "quotes-in-value"])).stdout).toMatch(/^# literal-quotes\n/);
  });

  test("lists all rules", async () => {
    const { stdout } = await checkCli(["explain"]);
    expect(stdout).toMatch(/^unknown-option +warning +An option/m);
    expect(stdout).toMatch(/^unused-suppression +hint /m);
  });

  test("knows what was meant", async () => {
    const near = await checkCli(["explain", "unknown-optoin"]);
    expect([near.code, near.stderr]).toEqual([2, expect.stringContaining("(Did you mean unknown-option?)")]);
    expect((await checkCli(["explain", "syntax/unclosed"])).code).toBe(2);
  });
});
