// The one way to read files of this machine: regular files only, so many bytes, and by their real paths below the folders that were
// opened.

import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { toAddress } from "../../server/src/cli/input/paths.ts";
import { diskFiles } from "../../server/src/disk/diskFiles.ts";
import { MAX_BYTES, readRegular } from "../../server/src/disk/readRegular.ts";
import { Versioned } from "../../server/src/exposure/versioned.ts";
import { checkCli, checkJson } from "../cli/checkCli.ts";
import { folderWith } from "../support/folder.ts";

const unix = process.platform !== "win32";

function pipeAt(path: string): void {
  execFileSync("mkfifo", [path]);
}

/** What reading says: the text, or why there is none. */
async function read(path: string, within?: readonly string[]): Promise<string> {
  const found = await readRegular(path, within);
  return found.ok ? Buffer.from(found.bytes).toString() : found.problem;
}

describe.runIf(unix)("reading", () => {
  test("gives regular files of the folder, through links as well", async () => {
    const folder = folderWith({ "a.txt": "a", "sub/b.txt": "b" });
    symlinkSync("../a.txt", join(folder, "sub/link.txt"));
    expect(await read(join(folder, "a.txt"), [folder])).toBe("a");
    expect(await read(join(folder, "sub/link.txt"), [folder])).toBe("a");
    expect(await read(join(folder, "sub/../a.txt"), [folder])).toBe("a");
  });

  test("gives nothing from elsewhere", async () => {
    const folder = folderWith({ "in/a.txt": "a", "out.txt": "secret" });
    const inside = [join(folder, "in")];
    symlinkSync("../out.txt", join(folder, "in/link.txt"));
    symlinkSync("..", join(folder, "in/up"));
    for (const name of ["link.txt", "up/out.txt", "../out.txt", "./../in/../out.txt"])
      expect(await read(join(folder, "in", name), inside)).toBe("outside");
    expect(await read(`${folder}/in/..\\out.txt`, inside)).toBe("missing");
    expect(await read("/proc/self/environ", inside)).toBe("outside");
  });

  test("never waits for pipes, nor reads devices or folders", async () => {
    const folder = folderWith({});
    pipeAt(join(folder, "pipe"));
    expect(await read(join(folder, "pipe"))).toBe("not regular");
    expect(await read("/dev/zero")).toBe("not regular");
    expect(await read(folder)).toBe("not regular");
  });

  test("ends at a limit, at missing files and at links that lead to themselves", async () => {
    const folder = folderWith({ large: "" });
    truncateSync(join(folder, "large"), MAX_BYTES + 1);
    symlinkSync("loop", join(folder, "loop"));
    expect(await read(join(folder, "large"))).toBe("too large");
    expect(await read(join(folder, "loop"))).toBe("missing");
    expect(await read(join(folder, "none"))).toBe("missing");
    // It says that it has no bytes, and has some.
    expect(await read("/proc/self/status")).toMatch(/Name:/);
  });
});

describe.runIf(unix)("a folder", () => {
  test("is listed with what its links lead to", async () => {
    const folder = folderWith({ "conf.avail/a.cfg.lua": "", "out.cfg.lua": "" });
    const root = join(folder, "conf.d");
    mkdirSync(root);
    symlinkSync("../conf.avail/a.cfg.lua", join(root, "a.cfg.lua"));
    symlinkSync("nowhere", join(root, "gone.cfg.lua"));
    pipeAt(join(root, "pipe.cfg.lua"));
    const listing = await diskFiles.listFolder(toAddress(root), [toAddress(folder)]);
    expect([...(listing?.files ?? [])]).toEqual([["a.cfg.lua", toAddress(join(folder, "conf.avail/a.cfg.lua"))]]);
    expect([...(listing?.others ?? [])].sort()).toEqual(["gone.cfg.lua", "pipe.cfg.lua"]);
    expect(await diskFiles.listFolder(toAddress(join(folder, "none")), [toAddress(folder)])).toBeUndefined();
    expect(await diskFiles.listFolder(toAddress(folder), [toAddress(root)])).toBeUndefined();
  });
});

const CONFIG = 'modules_enabled = { "tls", "limits", "roster", "saslauth" }\nVirtualHost "a.example"\n';

describe.runIf(unix)("on the command line", () => {
  test.each([
    ["a device", 'Include "/dev/zero"\n'],
    ["what a link leads to", 'Include "zero.lua"\n'],
    ["a pipe", 'Include "pipe.lua"\n'],
    ["a pattern with a pipe", 'Include "*.lua"\n'],
  ])("an Include of %s is not followed", async (_, include) => {
    const folder = folderWith({ "prosody.cfg.lua": CONFIG + include });
    symlinkSync("/dev/zero", join(folder, "zero.lua"));
    pipeAt(join(folder, "pipe.lua"));
    const { code, stderr } = await checkCli(["check", join(folder, "prosody.cfg.lua")]);
    expect([code, stderr]).toEqual([0, ""]);
  });

  test("what cannot be read is told in a line, and the other files are checked", async () => {
    const folder = folderWith({ "a.cfg.lua": 'admins = { "x" "y" }\n', "sub/b.cfg.lua": "", "out.cfg.lua": "" });
    symlinkSync("loop.cfg.lua", join(folder, "loop.cfg.lua"));
    symlinkSync("../out.cfg.lua", join(folder, "sub/out.cfg.lua"));
    pipeAt(join(folder, "pipe.cfg.lua"));
    const { code, stderr, files } = await checkJson([folder], {});
    expect(code).toBe(2);
    expect(stderr).toBe(`prosody-config: ${join(folder, "loop.cfg.lua")} is a symbolic link that leads back to itself.\n`);
    expect(files).toHaveLength(3);
    const below = await checkJson([join(folder, "sub")], {});
    expect([below.code, below.stderr]).toEqual([
      2,
      `prosody-config: ${join(folder, "sub/out.cfg.lua")} is a symbolic link that leads out of the folder. Name the file itself to have it read.\n`,
    ]);
    const named = await checkCli(["check", "--fix", join(folder, "pipe.cfg.lua")]);
    expect([named.code, named.stderr]).toEqual([
      2,
      `prosody-config: ${join(folder, "pipe.cfg.lua")} is not a regular file but a pipe or a device. Give - to read standard input.\n`,
    ]);
  });

  test("settings that are a pipe, and lists of what git ignores that never end", async () => {
    const folder = folderWith({ "prosody.cfg.lua": CONFIG });
    pipeAt(join(folder, ".prosody-config.json"));
    const { code, stderr } = await checkCli(["check", join(folder, "prosody.cfg.lua")]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/\.prosody-config\.json is not a regular file/);
    mkdirSync(join(folder, ".git"));
    symlinkSync("/dev/zero", join(folder, ".gitignore"));
    expect(await new Versioned().of(join(folder, "prosody.cfg.lua"))).toBe(true);
  });

  test("a project names no declarations outside of its folder", async () => {
    const folder = folderWith({
      "in/.prosody-config.json": '{ "schema": ["../out.json"] }',
      "in/prosody.cfg.lua": CONFIG,
      "out.json": '{ "options": { "x": { "type": "strng" } } }',
    });
    writeFileSync(join(folder, "in/inside.json"), "");
    const { code, stderr } = await checkCli(["check", join(folder, "in")]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/out\.json/);
    expect(stderr).not.toMatch(/strng/);
  });
});
