// Whether git keeps a file, or would with the next `git add`: it lies in a work tree and no rule of a .gitignore leaves it out. Git itself
// is not asked; lists that its settings name elsewhere are not known here.

import { access } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import ignore from "ignore";
import type { Ignore } from "ignore";
import { readRegular } from "../disk/readRegular.ts";

/** What one list says of paths from its folder on. */
interface List {
  readonly folder: string;
  readonly rules: Ignore;
}

export class Versioned {
  private readonly roots = new Map<string, Promise<string | undefined>>();
  private readonly lists = new Map<string, Promise<List | undefined>>();

  /** Undefined where it cannot be told. `path` is absolute. */
  async of(path: string): Promise<boolean | undefined> {
    try {
      const root = await this.rootOf(dirname(path));
      return root !== undefined && !(await this.isIgnored(root, path));
    } catch {
      return undefined;
    }
  }

  private rootOf(folder: string): Promise<string | undefined> {
    return remembered(this.roots, folder, async () => {
      if (await exists(join(folder, ".git"))) return folder;
      const above = dirname(folder);
      return above === folder ? undefined : this.rootOf(above);
    });
  }

  /** Folder by folder: in one that is left out, nothing is taken back in. */
  private async isIgnored(root: string, path: string): Promise<boolean> {
    const parts = relative(root, path).split(sep);
    const lists = [await this.list(root, userList()), await this.list(root, join(root, ".git/info/exclude"))];
    let folder = root;
    for (const [i, part] of parts.entries()) {
      lists.push(await this.list(folder, join(folder, ".gitignore")));
      const at = join(folder, part);
      if (isLeftOut(lists, at, i < parts.length - 1)) return true;
      folder = at;
    }
    return false;
  }

  private list(folder: string, file: string): Promise<List | undefined> {
    return remembered(this.lists, `${folder}\0${file}`, () => readList(folder, file));
  }
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}

/** The last list that says something counts. */
function isLeftOut(lists: readonly (List | undefined)[], path: string, isFolder: boolean): boolean {
  let left = false;
  for (const list of lists) {
    if (list === undefined) continue;
    const way = relative(list.folder, path).split(sep).join("/");
    const { ignored, unignored } = list.rules.test(isFolder ? `${way}/` : way);
    if (ignored) left = true;
    else if (unignored) left = false;
  }
  return left;
}

async function readList(folder: string, file: string): Promise<List | undefined> {
  const read = await readRegular(file, undefined);
  return read.ok ? { folder, rules: ignore().add(new TextDecoder().decode(read.bytes)) } : undefined;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Where git looks unless its settings say otherwise. */
function userList(): string {
  const { XDG_CONFIG_HOME: config } = process.env;
  return join(config === undefined || config === "" ? join(homedir(), ".config") : config, "git/ignore");
}
