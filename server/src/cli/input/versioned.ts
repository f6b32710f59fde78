// Whether git keeps a file, or would with the next `git add`: it lies in a work tree and no rule of a .gitignore leaves it out. Git itself
// is not asked; lists that its settings name elsewhere are not known here.

import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import ignore from "ignore";
import type { Ignore } from "ignore";

/** What one list says of paths from its folder on. */
interface List {
  readonly folder: string;
  readonly rules: Ignore;
}

export class Versioned {
  private readonly roots = new Map<string, string | undefined>();
  private readonly lists = new Map<string, List | undefined>();

  /** Undefined where it cannot be told. `path` is absolute. */
  of(path: string): boolean | undefined {
    try {
      const root = this.rootOf(dirname(path));
      return root !== undefined && !this.isIgnored(root, path);
    } catch {
      return undefined;
    }
  }

  private rootOf(folder: string): string | undefined {
    if (this.roots.has(folder)) return this.roots.get(folder);
    const above = dirname(folder);
    const root = existsSync(join(folder, ".git")) ? folder : above === folder ? undefined : this.rootOf(above);
    this.roots.set(folder, root);
    return root;
  }

  /** Folder by folder: in one that is left out, nothing is taken back in. */
  private isIgnored(root: string, path: string): boolean {
    const parts = relative(root, path).split(sep);
    const lists = [this.list(root, userList()), this.list(root, join(root, ".git/info/exclude"))];
    let folder = root;
    for (const [i, part] of parts.entries()) {
      lists.push(this.list(folder, join(folder, ".gitignore")));
      const at = join(folder, part);
      if (isLeftOut(lists, at, i < parts.length - 1)) return true;
      folder = at;
    }
    return false;
  }

  private list(folder: string, file: string): List | undefined {
    const key = `${folder}\0${file}`;
    if (!this.lists.has(key)) this.lists.set(key, readList(folder, file));
    return this.lists.get(key);
  }
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

function readList(folder: string, file: string): List | undefined {
  return existsSync(file) ? { folder, rules: ignore().add(readFileSync(file, "utf8")) } : undefined;
}

/** Where git looks unless its settings say otherwise. */
function userList(): string {
  const { XDG_CONFIG_HOME: config } = process.env;
  return join(config === undefined || config === "" ? join(homedir(), ".config") : config, "git/ignore");
}
