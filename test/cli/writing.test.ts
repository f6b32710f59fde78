// How the command line writes: whole or not at all, with the mode that a file had or a secret needs, and never through a link that leads
// out of the folder, nor over bytes that it could not read.

import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { replaceText, writeWhole } from "../../server/src/disk/writeWhole.ts";
import { folderWith } from "../support/folder.ts";
import { bundledCli } from "./bundle.ts";
import { checkCli } from "./checkCli.ts";

const CONFIG = 'modules_enabled = { "roster" }\n\nVirtualHost "a.example"\n';
const WRONG = 'modules_enabled = { "roster", "roster" }\n';
const RIGHT = 'modules_enabled = { "roster" }\n';
const LATIN1 = Buffer.concat([Buffer.from("-- caf"), Buffer.from([0xe9, 0x0a]), Buffer.from(CONFIG)]);
const unix = process.platform !== "win32";

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe("bytes that are not UTF-8", () => {
  test("stay as they are with `new --write`, and no secret is written", async () => {
    const folder = folderWith({ "a.cfg.lua": LATIN1 });
    const path = join(folder, "a.cfg.lua");
    const { code, stderr } = await checkCli(["new", "external-component", "irc.a.example", "--write", path]);
    expect([code, stderr]).toEqual([2, `prosody-config: ${path} is not valid UTF-8. Save it as UTF-8 text first.\n`]);
    expect(readFileSync(path)).toEqual(LATIN1);
    expect(readdirSync(folder)).toEqual(["a.cfg.lua"]);
  });

  test.each(["config", "docker", "portable"])("are not converted to %s", async (form) => {
    const bytes = Buffer.concat([Buffer.from("PROSODY_SQL_PASSWORD=p"), Buffer.from([0xe9]), Buffer.from("q\n")]);
    const folder = folderWith({ "s.env": bytes });
    const { code, stderr } = await checkCli(["convert", "--to", form, "-o", join(folder, "out"), join(folder, "s.env")]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("s.env is not valid UTF-8")]);
    expect(readdirSync(folder)).toEqual(["s.env"]);
  });

  test("are not converted from a configuration, not even from a file that it includes", async () => {
    const folder = folderWith({
      "a.cfg.lua": `${CONFIG}Include "b.cfg.lua"\n`,
      "b.cfg.lua": Buffer.from('admins = { "caf\xe9@a.example" }\n', "latin1"),
    });
    const { code, stderr } = await checkCli(["convert", "--to", "env", "-o", join(folder, "out.env"), join(folder, "a.cfg.lua")]);
    expect([code, stderr]).toEqual([1, expect.stringContaining("a value is not valid UTF-8")]);
    expect(existsSync(join(folder, "out.env"))).toBe(false);
  });

  test("are told from the letter that stands for them", async () => {
    const folder = folderWith({ "a.cfg.lua": `-- \uFFFD\n${WRONG}` });
    await checkCli(["check", "--fix", join(folder, "a.cfg.lua")]);
    expect(readFileSync(join(folder, "a.cfg.lua"), "utf8")).toBe(`-- \uFFFD\n${RIGHT}`);
  });
});

describe.runIf(unix)("modes", () => {
  test("a secret is readable by its owner alone, also where others could read the former file", async () => {
    const folder = folderWith({ "s.env": "PROSODY_SQL_PASSWORD=pq\n", "old.env": "x\n" });
    chmodSync(join(folder, "old.env"), 0o644);
    for (const name of ["old.env", "new.env"])
      await checkCli(["convert", "--to", "portable", "--force", "-o", join(folder, name), join(folder, "s.env")]);
    expect([modeOf(join(folder, "old.env")), modeOf(join(folder, "new.env"))]).toEqual(["600", "600"]);
    expect(readFileSync(join(folder, "old.env"), "utf8")).toContain("pq");
  });

  test.each(["package", "container"])("so are new ones, for a %s", async (install) => {
    const folder = folderWith({});
    const features = ["--feature", "calls", "--storage", "PostgreSQL"];
    const { code } = await checkCli(["new", "server", "--domain", "a.example", "--install", install, ...features, "-o", folder]);
    const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => join(folder, path));
    const secrets = paths.filter((path) => statSync(path).isFile() && !path.endsWith(".cfg.lua"));
    expect(code).toBe(0);
    expect(secrets.length).toBeGreaterThan(0);
    expect(new Set(secrets.map(modeOf))).toEqual(new Set(["600"]));
  });

  test("so are variables that come out of a command", async () => {
    const folder = folderWith({ "run.sh": "docker run -e PROSODY_SQL_PASSWORD=pq prosodyim/prosody:13.0\n", "out.env": "" });
    const out = join(folder, "out.env");
    chmodSync(out, 0o644);
    const { code } = await checkCli(["compose", "--from-command", join(folder, "run.sh"), "--env-output", out, "--force"]);
    expect([code, modeOf(out)]).toEqual([0, "600"]);
    expect(readFileSync(out, "utf8")).toContain("PROSODY_SQL_PASSWORD=pq");
  });

  test("`new --write` keeps the mode and the line ends", async () => {
    const folder = folderWith({ "a.cfg.lua": CONFIG.replaceAll("\n", "\r\n") });
    const path = join(folder, "a.cfg.lua");
    chmodSync(path, 0o640);
    const { code } = await checkCli(["new", "host", "b.example", "--write", path]);
    const text = readFileSync(path, "utf8");
    expect([code, modeOf(path)]).toEqual([0, "640"]);
    expect(text).toContain('VirtualHost "b.example"');
    expect(text.replaceAll("\r\n", "")).not.toContain("\n");
  });
});

describe.runIf(unix)("links", () => {
  test("that lead out of the given folder are not written through", async () => {
    const folder = folderWith({ "in/ok.cfg.lua": RIGHT, "out.cfg.lua": WRONG });
    symlinkSync("../out.cfg.lua", join(folder, "in/link.cfg.lua"));
    const { code, stderr } = await checkCli(["check", "--fix", join(folder, "in")]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("leads out of the folder")]);
    expect(readFileSync(join(folder, "out.cfg.lua"), "utf8")).toBe(WRONG);
  });

  test("nor when a file becomes one between reading and writing", async () => {
    const folder = folderWith({ "in/.keep": "", "out.cfg.lua": WRONG });
    symlinkSync("../out.cfg.lua", join(folder, "in/a.cfg.lua"));
    const written = await replaceText(join(folder, "in/a.cfg.lua"), WRONG, RIGHT, [join(folder, "in")]);
    expect(written).toEqual({ ok: false, problem: "outside" });
    expect(readFileSync(join(folder, "out.cfg.lua"), "utf8")).toBe(WRONG);
  });

  test("in a folder for new files", async () => {
    const folder = folderWith({ "elsewhere/.keep": "", "new/.keep": "" });
    symlinkSync("../elsewhere", join(folder, "new/secrets"));
    symlinkSync("../elsewhere/env", join(folder, "new/prosody.env"));
    const args = ["new", "server", "--domain", "a.example", "--storage", "PostgreSQL", "-o", join(folder, "new")];
    for (const install of ["package", "container"]) {
      const { code } = await checkCli([...args, "--install", install]);
      expect(code).toBe(2);
    }
    expect(readdirSync(join(folder, "elsewhere"))).toEqual([".keep"]);
  });

  test("that the user names stay, and what they lead to is replaced", async () => {
    const folder = folderWith({ "real.txt": "old" });
    symlinkSync("real.txt", join(folder, "link.txt"));
    expect(await writeWhole(join(folder, "link.txt"), "new", {})).toMatchObject({ problem: "exists" });
    expect(await writeWhole(join(folder, "link.txt"), "new", { force: true })).toEqual({ ok: true });
    expect(readFileSync(join(folder, "real.txt"), "utf8")).toBe("new");
    expect(readdirSync(folder)).toEqual(["link.txt", "real.txt"]);
  });
});

test.runIf(unix)("devices are not replaced by files", async () => {
  const folder = folderWith({});
  spawnSync("mkfifo", [join(folder, "pipe")]);
  expect(await writeWhole(join(folder, "pipe"), "new", { force: true })).toEqual({ ok: false, problem: "not regular" });
  expect(statSync(join(folder, "pipe")).isFIFO()).toBe(true);
});

describe.runIf(unix)("a program that is killed", () => {
  /** Kills it at the Nth step of writing. */
  const KILLER = `
    const fs = require("node:fs/promises");
    let left = Number(process.env.KILL_AT);
    const die = () => { if (--left < 0) process.kill(process.pid, "SIGKILL"); };
    for (const name of ["rename", "link", "rm", "copyFile"]) {
      const real = fs[name];
      fs[name] = (...given) => (die(), real(...given));
    }
    const open = fs.open;
    fs.open = async (path, flags, ...more) => {
      if (flags === "wx") die();
      const file = await open(path, flags, ...more);
      if (flags !== "wx") return file;
      const write = file.writeFile.bind(file), sync = file.sync.bind(file);
      file.writeFile = async (text) => { if (left === 0) await file.write(text.slice(0, 5)); die(); return write(text); };
      file.sync = () => (die(), sync());
      return file;
    };
    require("node:module").syncBuiltinESMExports();
  `;

  async function killedAt(step: number, args: readonly string[], folder: string): Promise<boolean> {
    const killer = join(folder, "killer.cjs");
    writeFileSync(killer, KILLER);
    const { signal } = spawnSync(process.execPath, ["--require", killer, await bundledCli(), ...args], {
      env: { ...process.env, KILL_AT: String(step) },
    });
    return signal === "SIGKILL";
  }

  test("leaves the former text or the new one", { timeout: 60_000 }, async () => {
    const seen = new Set<string>();
    let kills = 0;
    for (let step = 0; ; step++) {
      const folder = folderWith({ "a.cfg.lua": WRONG });
      const killed = await killedAt(step, ["check", "--fix", join(folder, "a.cfg.lua")], folder);
      const text = readFileSync(join(folder, "a.cfg.lua"), "utf8");
      expect([WRONG, RIGHT]).toContain(text);
      seen.add(text);
      if (!killed) break;
      kills++;
      // What it left behind is never read.
      const { stdout } = await checkCli(["check", folder]);
      expect(stdout).toMatch(/1 file/);
    }
    expect(kills).toBeGreaterThanOrEqual(4);
    expect(seen.size).toBe(2);
  });

  test("writes no configuration before its secrets", { timeout: 60_000 }, async () => {
    let kills = 0;
    for (let step = 0; ; step++) {
      const folder = folderWith({});
      mkdirSync(join(folder, "new"));
      const args = ["new", "server", "--domain", "a.example", "--storage", "PostgreSQL", "-o", join(folder, "new")];
      const killed = await killedAt(step, args, folder);
      const names = readdirSync(join(folder, "new")).filter((name) => !name.endsWith(".tmp"));
      if (names.includes("prosody.cfg.lua")) expect(names.length).toBeGreaterThan(1);
      if (!killed) break;
      kills++;
    }
    expect(kills).toBeGreaterThanOrEqual(8);
  });
});

test(
  "a name that is not UTF-8 is called so, and the other files are checked",
  { skip: process.platform !== "linux" },
  async () => {
    const folder = folderWith({ "b.cfg.lua": CONFIG });
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/a`), Buffer.from([0xff]), Buffer.from(".cfg.lua")]), CONFIG);
    const { code, stdout, stderr } = await checkCli(["check", folder]);
    expect(stderr).toBe(`prosody-config: ${folder}/a\uFFFD.cfg.lua cannot be opened: its name is not valid UTF-8. Rename it.\n`);
    expect([code, stdout]).toEqual([2, expect.stringContaining("1 file")]);
  },
);
