// The files around a configuration: what the rules that look at them see, how it follows changes, and fixes in other files.

import { afterEach, describe, expect, test } from "vitest";
import type { Project } from "../../server/src/core/model/project.ts";
import { normal } from "../../server/src/workspace/address.ts";
import type { OpenDocument } from "../../server/src/workspace/documents.ts";
import { Folder } from "../../server/src/workspace/folder.ts";
import { Store } from "../../server/src/workspace/store.ts";
import { filesOf } from "../support/memoryFiles.ts";

const FOLDER = "file:///srv/chat";
const MAIN = `${FOLDER}/prosody.cfg.lua`;
const A = `${FOLDER}/conf.d/a.cfg.lua`;
const B = `${FOLDER}/conf.d/b.cfg.lua`;

/** A workspace with files on the disk and open texts, and what was asked of the disk. */
class World {
  readonly asked: string[] = [];
  readonly changed: string[] = [];
  private readonly open = new Map<string, OpenDocument>();
  private revision = 0;
  readonly folder: Folder;

  constructor(readonly disk: Map<string, string>) {
    const opened = (): number => this.open.size;
    const revision = (): number => this.revision;
    const documents = {
      get: (uri: string) => this.open.get(normal(uri)),
      all: () => this.open.values(),
      get opened() {
        return opened();
      },
      get revision() {
        return revision();
      },
    };
    this.folder = new Folder({
      root: { address: FOLDER, searched: true, within: [FOLDER] },
      files: filesOf(disk, (what) => this.asked.push(what)),
      documents,
      store: new Store(),
      label: (address) => address.slice(FOLDER.length + 1),
      isWatched: () => true,
      fresh: 30_000,
      foresee: () => {
        this.folder.includes.includedBy(MAIN);
      },
      changed: () => this.changed.push(FOLDER),
    });
  }

  diskChanged(): void {
    this.folder.diskChanged();
  }

  type(uri: string, text: string): void {
    this.revision++;
    this.open.set(
      normal(uri),
      Object.assign(this.open.get(normal(uri)) ?? {}, {
        uri,
        address: normal(uri),
        kind: "lua" as const,
        text,
        version: this.revision,
      }),
    );
  }

  async of(uri: string): Promise<Project | undefined> {
    await this.folder.ready(1_000);
    const project = this.folder.includes.project(uri);
    this.folder.catchUp();
    return project;
  }

  async settled(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

let world: World;

function connect(files: Readonly<Record<string, string>>): World {
  world = new World(new Map(Object.entries(files)));
  return world;
}

afterEach(() => {
  world.folder.stop();
});

const namesIn = (project: Project | undefined): readonly string[] => (project?.files ?? []).map(({ name }) => name);

const INCLUDES = 'admins = {}\nInclude "conf.d/*.cfg.lua"\n';

describe("the project", () => {
  test("goes up to the main file and down again, in the order of reading", async () => {
    connect({ [MAIN]: INCLUDES, [A]: 'Include "more.lua"\n', [B]: "", [`${FOLDER}/conf.d/more.lua`]: "" });
    for (const uri of [MAIN, A, B]) {
      world.type(uri, world.disk.get(uri) ?? "");
      const project = await world.of(uri);
      expect(project).toMatchObject({ path: uri, complete: true });
      expect(namesIn(project)).toEqual(["prosody.cfg.lua", "conf.d/a.cfg.lua", "conf.d/more.lua", "conf.d/b.cfg.lua"]);
    }
    const main = await world.of(MAIN);
    const [include] = main?.files[0]?.file.includes ?? [];
    expect(include === undefined ? [] : main?.matches(include)).toEqual([A, B]);
  });

  test.each([
    ["a fragment that nobody includes", { [A]: "" }, A],
    ["a main file of another name", { [`${FOLDER}/main.cfg.lua`]: "" }, `${FOLDER}/main.cfg.lua`],
    ["an Include outside of the workspace", { [MAIN]: 'Include "/etc/prosody/conf.d/*.cfg.lua"\n' }, MAIN],
    ["an Include of a missing file", { [MAIN]: 'Include "gone.cfg.lua"\n' }, MAIN],
    ["an Include that is computed", { [MAIN]: 'Include(os.getenv("X"))\n' }, MAIN],
    ["an Include that may not run", { [MAIN]: 'if x then Include "conf.d/*.cfg.lua" end\n', [A]: "" }, MAIN],
    ["a file that is not understood", { [MAIN]: INCLUDES, [A]: "admins = {{\n" }, MAIN],
  ])("is not complete with %s", async (_, files, uri) => {
    connect(files);
    world.type(uri, world.disk.get(uri) ?? "");
    expect(await world.of(uri)).toMatchObject({ complete: false });
  });

  test("is not known where two configurations share a file", async () => {
    connect({
      [MAIN]: 'Include "conf.d/a.cfg.lua"\n',
      [`${FOLDER}/other/prosody.cfg.lua`]: 'Include "../conf.d/a.cfg.lua"\n',
      [A]: "",
    });
    world.type(A, "");
    expect(await world.of(A)).toBeUndefined();
    world.type(MAIN, world.disk.get(MAIN) ?? "");
    expect(await world.of(MAIN)).toMatchObject({ complete: true });
  });

  test("ends where files include each other", async () => {
    connect({ [MAIN]: 'Include "conf.d/a.cfg.lua"\n', [A]: 'Include "../prosody.cfg.lua"\n' });
    world.type(A, world.disk.get(A) ?? "");
    expect(namesIn(await world.of(A))).toHaveLength(2);
  });
});

describe("while one types", () => {
  test("the disk is left alone, and the new texts are seen", async () => {
    connect({ [MAIN]: INCLUDES, [A]: "", [B]: "" });
    world.type(A, "");
    await world.of(A);
    const before = world.asked.length;
    for (const text of ['VirtualHost "a.example"\n', 'VirtualHost "a.example"\nadmins = {}\n']) {
      world.type(A, text);
      const project = await world.of(A);
      expect(project?.files.find(({ path }) => path === A)?.text).toBe(text);
    }
    await world.settled();
    expect(world.asked).toHaveLength(before);
    expect(world.changed).toEqual([]);
  });

  test("an Include that is being written counts a moment later", async () => {
    connect({ [MAIN]: "admins = {}\n", [A]: "", [B]: "" });
    world.type(MAIN, "admins = {}\n");
    expect(namesIn(await world.of(MAIN))).toEqual(["prosody.cfg.lua"]);
    world.type(MAIN, INCLUDES);
    expect(await world.of(MAIN)).toMatchObject({ complete: false });
    await world.settled();
    expect(world.changed).toEqual([FOLDER]);
    expect(await world.of(MAIN)).toMatchObject({ complete: true });
    expect(namesIn(await world.of(MAIN))).toHaveLength(3);
  });

  test("changes on the disk are followed", async () => {
    connect({ [MAIN]: INCLUDES, [A]: "" });
    world.type(MAIN, INCLUDES);
    await world.of(MAIN);
    world.disk.set(B, 'VirtualHost "b.example"\n');
    world.diskChanged();
    await world.settled();
    expect(world.changed).toEqual([FOLDER]);
    expect(namesIn(await world.of(MAIN))).toContain("conf.d/b.cfg.lua");
    world.diskChanged();
    await world.settled();
    expect(world.changed, "nothing else is different").toEqual([FOLDER]);
  });
});
