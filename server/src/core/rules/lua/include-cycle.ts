// Files that include themselves, directly or by way of others: Prosody reads until its stack is full and gives up.

import type { Include } from "../../model/config.ts";
import { includeTargets, matches } from "../../model/includes.ts";
import type { Project } from "../../model/project.ts";
import type { LuaRule } from "../rule.ts";
import { removeStatement } from "./shared/removal.ts";
import { code } from "./shared/words.ts";

export const includeCycle: LuaRule = {
  kind: "lua",
  scope: "configuration",
  id: "include-cycle",
  severity: "error",
  check({ own, text, project, report }) {
    if (project === undefined) return;
    for (const include of own.includes) {
      const way = include.certain ? wayBack(include, project) : undefined;
      if (way === undefined) continue;
      const names = way.map((path) => project.files.find((one) => one.path === path)?.name ?? path);
      report({
        span: include.path.span,
        message:
          names.length === 0
            ? `This reads the file itself again, and again, until Prosody gives up and does not start. Remove the line, or choose a pattern that leaves this file out.`
            : `This leads back to this file by way of ${names.map(code).join(", ")}, round and round, until Prosody gives up and does not start. Remove one of the lines.`,
        page: "https://prosody.im/doc/configure",
        fixes: () => [{ title: "Remove the line", edits: [removeStatement(text, include.span)], safe: false }],
      });
    }
  },
};

/** The files between an Include and its own file, if it leads back to that. */
function wayBack(include: Include, project: Project): readonly string[] | undefined {
  const start = project.matches(include) ?? [];
  if (start.includes(project.path)) return [];
  const seen = new Set(start);
  const open = start.map((path) => [path]);
  for (let way = open.shift(); way !== undefined; way = open.shift()) {
    for (const next of includedBy(way.at(-1) ?? "", project)) {
      if (next === project.path) return way;
      if (seen.has(next)) continue;
      seen.add(next);
      open.push([...way, next]);
    }
  }
  return undefined;
}

function includedBy(path: string, { files }: Project): readonly string[] {
  const from = files.find((one) => one.path === path);
  if (from === undefined || !path.startsWith("/")) return [];
  const patterns = includeTargets(from.file, path).map(({ pattern }) => pattern);
  return files.filter((one) => patterns.some((pattern) => matches(pattern, one.path))).map((one) => one.path);
}
