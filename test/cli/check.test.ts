// `prosody-config check`: exit codes, what is checked, what is said. Findings are those of the parsers, which need no rules.

import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SECRET, checkCli, checkJson } from "./checkCli.ts";

const CLEAN = 'VirtualHost "example.com"\n';
const BROKEN = "admins = {\n";
const ASSUMED = "Checked for Prosody 13.0 (assumed; set --prosody-version, or version in .prosody-config.json).";

describe("exit codes", () => {
  test("0: nothing found", async () => {
    const { code, stdout, stderr } = await checkCli(["check", "a.cfg.lua"], { files: { "a.cfg.lua": CLEAN } });
    expect([code, stdout, stderr]).toEqual([0, `No problems found in 1 file.\n${ASSUMED}\n`, ""]);
  });

  test("1: an error", async () => {
    const { code, stdout, stderr } = await checkCli(["check", "a.cfg.lua"], { files: { "a.cfg.lua": BROKEN } });
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toMatch(/^a\.cfg\.lua:\d+:\d+ {2}error {2}\S.* {2}syntax\/unclosed$/m);
    expect(stdout).toMatch(/\n\n1 error in 1 file\nChecked for .*\n$/);
  });

  test("--fail-on decides between 0 and 1", async () => {
    const world = { files: { "a.cfg.lua": BROKEN } };
    for (const failOn of ["error", "warning", "information", "hint"]) {
      expect((await checkCli(["check", "--fail-on", failOn, "a.cfg.lua"], world)).code).toBe(1);
    }
    expect((await checkCli(["check", "--fail-on", "never", "a.cfg.lua"], world)).code).toBe(0);
  });

  test("2: a missing file, but the others are checked", async () => {
    const { code, stderr, files } = await checkJson(["missing.cfg.lua", "a.cfg.lua"], { files: { "a.cfg.lua": BROKEN } });
    expect([code, stderr]).toEqual([2, "prosody-config: missing.cfg.lua does not exist.\n"]);
    expect(files.map(({ path }) => path)).toEqual(["a.cfg.lua"]);
  });

  test("2: nothing but a missing file", async () => {
    const pretty = await checkCli(["check", "missing.cfg.lua"]);
    expect([pretty.code, pretty.stdout]).toEqual([2, ""]);
    expect((await checkJson(["missing.cfg.lua"], {})).files).toEqual([]);
  });

  test("2: links that lead nowhere or to themselves", async () => {
    const links = { "a.cfg.lua": "gone.cfg.lua", "b.cfg.lua": "b.cfg.lua" };
    const { code, stderr } = await checkCli(["check", "a.cfg.lua", "b.cfg.lua", ""], { links });
    expect(code).toBe(2);
    expect(stderr.split("\n")).toEqual([
      "prosody-config: a.cfg.lua is a symbolic link to something that does not exist.",
      "prosody-config: b.cfg.lua is a symbolic link that leads back to itself.",
      'prosody-config: "" does not exist.',
      "",
    ]);
  });

  test.each([
    [[], /Usage: prosody-config/],
    [["chek"], /unknown command 'chek'\n\(Did you mean check\?\)/],
    [["check"], /missing required argument 'PATH'/],
    [["check", "--format", "xml", "a"], /argument 'xml' is invalid\. Allowed choices are pretty, json/],
    [["check", "--prosody-version", "0.9", "a"], /argument '0\.9' is invalid\. Allowed choices are 0\.11, 0\.12, 13\.0, trunk/],
    [["check", "--fail-on", "all", "a"], /argument 'all' is invalid/],
    [["check", "--frmat", "json", "a"], /unknown option '--frmat'\n\(Did you mean --format\?\)/],
    [["check", "--stdin-path", "x.env", "a"], /--stdin-path is of use only with the path -/],
  ] as const)("2: misuse %j", async (args, message) => {
    const { code, stdout, stderr } = await checkCli([...args]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });
});

test("2: standard output that cannot be written", { skip: !existsSync("/dev/full") }, async () => {
  const { code, stderr } = await checkCli(["check", "a.cfg.lua"], { files: { "a.cfg.lua": BROKEN }, fullOutput: true });
  expect([code, stderr]).toEqual([2, "prosody-config: standard output cannot be written (ENOSPC).\n"]);
});

describe("what is checked", () => {
  test("folders are searched, in a stable order", async () => {
    const { code, files } = await checkJson(["etc"], {
      files: {
        "etc/prosody.cfg.lua": CLEAN,
        "etc/conf.d/b.cfg.lua": CLEAN,
        "etc/conf.d/a.cfg.lua": CLEAN,
        "etc/.env": "A=1\n",
        "etc/x.env": "A=1\n",
        "etc/notes.txt": "no",
        "etc/migrator.lua": "no",
        "etc/.git/a.cfg.lua": BROKEN,
        "etc/.hidden/a.cfg.lua": BROKEN,
        "etc/node_modules/p/a.cfg.lua": BROKEN,
      },
    });
    expect(code).toBe(0);
    expect(files.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      "etc/.env env",
      "etc/conf.d/a.cfg.lua lua",
      "etc/conf.d/b.cfg.lua lua",
      "etc/prosody.cfg.lua lua",
      "etc/x.env env",
    ]);
  });

  test("links are followed, and nothing is checked twice", async () => {
    const { code, stderr, files } = await checkJson([".", "conf.avail/a.cfg.lua"], {
      files: { "conf.avail/a.cfg.lua": CLEAN, "other/b.cfg.lua": CLEAN },
      links: {
        "conf.d/a.cfg.lua": "../conf.avail/a.cfg.lua",
        "conf.d/loop": "..",
        "conf.d/other": "../other",
        "conf.d/gone": "nowhere",
      },
    });
    expect([code, stderr]).toEqual([0, ""]);
    expect(files.map(({ path }) => path)).toEqual(["conf.avail/a.cfg.lua", "other/b.cfg.lua"]);
  });

  test("a dangling link among them is told", async () => {
    const { code, stderr, files } = await checkJson(["."], { files: { "a.cfg.lua": CLEAN }, links: { "b.cfg.lua": "nowhere" } });
    expect([code, stderr, files.length]).toEqual([
      2,
      "prosody-config: b.cfg.lua is a symbolic link to something that does not exist.\n",
      1,
    ]);
  });

  test("a folder with nothing of ours is told", async () => {
    const { code, stderr } = await checkCli(["check", "docs"], { files: { "docs/readme.md": "" } });
    expect([code, stderr]).toEqual([
      2,
      "prosody-config: docs has nothing to check: no file in it is named *.cfg.lua, .env, .env.* or *.env, " +
        "or describes containers of Prosody's image.\n",
    ]);
  });

  test("a folder with the name of a file is a folder", async () => {
    const { code, files } = await checkJson(["a.cfg.lua"], { files: { "a.cfg.lua/b.cfg.lua": CLEAN } });
    expect([code, files.map(({ path }) => path)]).toEqual([0, ["a.cfg.lua/b.cfg.lua"]]);
  });

  test("named files are checked whatever their name", async () => {
    const names = ["prosody.cfg.lua.dist", "x.lua", "env.lua", "notes", "env", "env.list", "prosody.env.example", "my.cfg.lua"];
    const { files } = await checkJson(names, { files: Object.fromEntries(names.map((name) => [name, ""])) });
    expect(files.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      "prosody.cfg.lua.dist lua",
      "x.lua lua",
      "env.lua lua",
      "notes lua",
      "env env",
      "env.list env",
      "prosody.env.example env",
      "my.cfg.lua lua",
    ]);
  });

  test("standard input", async () => {
    const lua = await checkJson(["-"], { stdin: BROKEN });
    expect([lua.code, lua.files[0]?.path, lua.files[0]?.kind]).toEqual([1, "-", "lua"]);
    const env = await checkJson(["-", "--stdin-path", "conf/prosody.env"], { stdin: "A=1\n" });
    const prosody = { version: "13.0", because: "assumed" };
    expect([env.code, env.files]).toEqual([0, [{ path: "conf/prosody.env", kind: "env", prosody, diagnostics: [] }]]);
  });

  test("--env-dialect decides how an env file is read", async () => {
    const files = { ".env": "PROSODY_LOGLEVEL='info\n" };
    expect((await checkCli(["check", "--env-dialect", "docker", "--format", "json", ".env"], { files })).stdout).not.toContain(
      "unterminated-quote",
    );
    expect((await checkCli(["check", "--env-dialect", "compose", "--format", "json", ".env"], { files })).stdout).toContain(
      "syntax/unterminated-quote",
    );
  });

  test("point releases are known by their series", async () => {
    const { code } = await checkCli(["check", "--prosody-version", "0.12.4", "a.cfg.lua"], { files: { "a.cfg.lua": CLEAN } });
    expect(code).toBe(0);
  });
});

describe("what is printed", () => {
  test("JSON: the documented keys in their order", async () => {
    const { stdout } = await checkJson(["a.cfg.lua"], { files: { "a.cfg.lua": BROKEN } });
    const [file] = (JSON.parse(stdout) as { files: object[] }).files;
    expect(Object.keys(file ?? {})).toEqual(["path", "kind", "prosody", "diagnostics"]);
    const diagnostics = file !== undefined && "diagnostics" in file && Array.isArray(file.diagnostics) ? file.diagnostics : [];
    const keys = ["rule", "severity", "message", "line", "column", "endLine", "endColumn", "fixable"];
    expect(diagnostics.map((one: object) => Object.keys(one))).toEqual(diagnostics.map(() => keys));
    expect(diagnostics).toContainEqual(expect.objectContaining({ rule: "syntax/unclosed", severity: "error", fixable: true }));
  });

  test("pretty: grouped by file, with a summary, without colour in a pipe", async () => {
    const files = { "a.cfg.lua": BROKEN, "b.cfg.lua": BROKEN, "c.cfg.lua": CLEAN };
    const { stdout } = await checkCli(["check", "."], { files });
    const shape = stdout.split("\n").map((line) => line.replace(/ {2}error.* {2}/, " … "));
    expect(shape).toEqual([
      "a.cfg.lua:2:1 … syntax/unclosed",
      "",
      "b.cfg.lua:2:1 … syntax/unclosed",
      "",
      "2 errors in 3 files",
      ASSUMED,
      "",
    ]);
  });

  test("colour on demand, but never against NO_COLOR", async () => {
    const world = { files: { "a.cfg.lua": BROKEN } };
    const forced = await checkCli(["check", "."], { ...world, env: { FORCE_COLOR: "1" } });
    expect(forced.stdout).toContain("\u001b[31m");
    const refused = await checkCli(["check", "."], { ...world, env: { FORCE_COLOR: "1", NO_COLOR: "1" } });
    expect(refused.stdout).not.toContain("\u001b");
  });

  test("the text of a file is not shown, nor control characters of its name", async () => {
    const name = "a\u001b[2J\n.cfg.lua";
    const { code, stdout } = await checkCli(["check", name], { files: { [name]: `component_secret = "${SECRET}\n` } });
    expect(code).toBe(1);
    expect(stdout).toContain("a\\u{1b}[2J\\u{a}.cfg.lua:1:");
    expect(stdout).not.toContain("\u001b");
  });

  test("of a file with very many findings the first thousand", async () => {
    const files = { ".env": `PROSODY_LOGLEVEL=info\n${"=nameless\n".repeat(1500)}` };
    const { code, stderr, files: checked } = await checkJson(["--env-dialect", "docker", ".env"], { files });
    expect([code, checked[0]?.diagnostics.length]).toEqual([1, 1000]);
    expect(stderr).toMatch(/^note: \.env has \d+ findings; the 1000 most severe are shown\.\n$/);
  });

  test("a reader that goes away is no error", async () => {
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${"long-name".repeat(20)}-${i}.cfg.lua`, BROKEN]));
    const { code, stderr } = await checkCli(["check", "--format", "json", "."], { files, closedOutput: true });
    expect([code, stderr]).toEqual([1, ""]);
  });
});
