// The files around a configuration on the disk: which belong to it, who may read them, and whether git keeps them.

import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { openWorkspace } from "../../server/src/cli/openWorkspace.ts";
import type { Input } from "../../server/src/cli/input/inputs.ts";
import { addressOf } from "../../server/src/cli/input/documents.ts";
import type { Project } from "../../server/src/core/model/project.ts";
import { Versioned } from "../../server/src/exposure/versioned.ts";
import { readKnowledge } from "../../scripts/knowledge.mjs";
import { folderWith } from "../support/folder.ts";

/** The project of one file when these are checked. */
async function projectOf(folder: string, given: Readonly<Record<string, string>>, name: string): Promise<Project | undefined> {
  const inputs = Object.keys(given).map((one): Input => ({ from: "file", path: join(folder, one), kind: "lua" }));
  const { workspace, documents } = openWorkspace({}, { files: inputs.map(({ path }) => path) }, { loadKnowledge: readKnowledge });
  inputs.forEach((input, i) => {
    documents.put(input, Object.values(given)[i] ?? "");
  });
  return (await workspace.snapshot(addressOf({ from: "file", path: join(folder, name) })))?.project;
}

const placesIn = (folder: string, project: Project | undefined): readonly string[] =>
  (project?.files ?? []).map(({ path }) => path.slice(pathToFileURL(folder).href.length + 1));

const MAIN = { "prosody.cfg.lua": 'Include "conf.d/*.cfg.lua"\nInclude "more.lua"\n' };
const PARTS = { "conf.d/b.cfg.lua": "", "conf.d/a.cfg.lua": "", "conf.d/.c.cfg.lua": "", "more.lua": "" };

describe("the files of a project", () => {
  test("are followed from the main file on, in the order of reading", async () => {
    const folder = folderWith({ ...MAIN, ...PARTS });
    const project = await projectOf(folder, MAIN, "prosody.cfg.lua");
    expect(placesIn(folder, project)).toEqual(["prosody.cfg.lua", "conf.d/a.cfg.lua", "conf.d/b.cfg.lua", "more.lua"]);
    expect(project?.complete).toBe(true);
  });

  test("are known to a part when its main file is checked too", async () => {
    const folder = folderWith({ ...MAIN, ...PARTS });
    const part = { "conf.d/a.cfg.lua": "" };
    expect(await projectOf(folder, { ...part, ...MAIN }, "conf.d/a.cfg.lua")).toMatchObject({ complete: true });
    expect(await projectOf(folder, part, "conf.d/a.cfg.lua")).toMatchObject({ complete: false });
  });

  test("are beside a part that none of them includes", async () => {
    const main = { "prosody.cfg.lua": 'Include "conf.d/a.cfg.lua"\n' };
    const parts = { "conf.d/a.cfg.lua": "", "conf.d/b.cfg.lua": "", "conf.avail/b.cfg.lua": "" };
    const folder = folderWith({ ...main, ...parts });
    const beside = async (name: string): Promise<readonly string[] | undefined> =>
      (await projectOf(folder, { ...main, ...parts }, name))?.beside?.map((file) => file.name);
    expect(await beside("conf.d/b.cfg.lua")).toEqual([
      expect.stringMatching(/prosody\.cfg\.lua$/),
      expect.stringMatching(/conf\.d\/a\.cfg\.lua$/),
    ]);
    expect(await beside("conf.d/a.cfg.lua")).toBeUndefined();
    expect(await beside("conf.avail/b.cfg.lua")).toBeUndefined();
  });

  test("go through links", async () => {
    const folder = folderWith({ ...MAIN, "more.lua": "", "conf.avail/a.cfg.lua": "" });
    mkdirSync(join(folder, "conf.d"));
    symlinkSync("../conf.avail/a.cfg.lua", join(folder, "conf.d/a.cfg.lua"));
    const project = await projectOf(folder, { ...MAIN, "conf.avail/a.cfg.lua": "" }, "conf.avail/a.cfg.lua");
    expect(placesIn(folder, project)).toEqual(["prosody.cfg.lua", "conf.avail/a.cfg.lua", "more.lua"]);
    expect(project?.complete).toBe(true);
  });

  test.each([
    ["a missing file", { "conf.d/a.cfg.lua": "" }],
    ["a missing folder", { "more.lua": "" }],
  ])("are not complete with %s", async (_, parts) => {
    const folder = folderWith({ ...MAIN, ...(parts as Readonly<Record<string, string>>) });
    expect(await projectOf(folder, MAIN, "prosody.cfg.lua")).toMatchObject({ complete: false });
  });

  test("may include each other", async () => {
    const files = { "prosody.cfg.lua": 'Include "a.cfg.lua"\n', "a.cfg.lua": 'Include "prosody.cfg.lua"\n' };
    const folder = folderWith(files);
    expect(placesIn(folder, await projectOf(folder, files, "a.cfg.lua"))).toHaveLength(2);
  });
});

test("who may read a file", { skip: process.platform === "win32" }, async () => {
  const folder = folderWith({ "prosody.cfg.lua": "" });
  const readable = async (): Promise<boolean | undefined> =>
    (await projectOf(folder, { "prosody.cfg.lua": "" }, "prosody.cfg.lua"))?.files[0]?.worldReadable;
  chmodSync(folder, 0o755);
  chmodSync(join(folder, "prosody.cfg.lua"), 0o644);
  expect(await readable()).toBe(true);
  chmodSync(join(folder, "prosody.cfg.lua"), 0o640);
  expect(await readable()).toBe(false);
  chmodSync(join(folder, "prosody.cfg.lua"), 0o644);
  chmodSync(folder, 0o750);
  expect(await readable(), "nobody gets to it").toBe(false);
});

test("git agrees on what it keeps", async () => {
  const names = [
    "a.cfg.lua",
    "b.cfg.lua",
    "keep/secret.lua",
    "keep/open.lua",
    "left/x.lua",
    "left/y.lua",
    "sub/z.bak",
    "sub/z.lua",
    "own.lua",
  ];
  const folder = folderWith({
    ...Object.fromEntries(names.map((name) => [name, ""])),
    ".gitignore": "/b.cfg.lua\nsecret.lua\nleft/\n*.bak\n",
    "keep/.gitignore": "!secret.lua\n",
    "left/.gitignore": "!y.lua\n",
    "sub/.gitignore": "!*.bak\n/z.lua\n",
  });
  const git = (...args: readonly string[]): string => {
    try {
      return execFileSync("git", ["-C", folder, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    } catch {
      // check-ignore fails when there is nothing to tell.
      return "";
    }
  };
  expect(await new Versioned().of(join(folder, "a.cfg.lua")), "no repository").toBe(false);
  git("init", "--quiet");
  writeFileSync(join(folder, ".git/info/exclude"), "own.lua\n");
  const ignored = git("check-ignore", ...names).split("\n");
  const versioned = new Versioned();
  const kept = await Promise.all(names.map((name) => versioned.of(join(folder, name))));
  expect(names.filter((_, i) => kept[i] === false)).toEqual(names.filter((name) => ignored.includes(name)));
  expect(ignored.length).toBeGreaterThan(4);
});
