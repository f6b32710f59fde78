// A real Prosody, asked what it makes of configurations, and both its answers and ours in one form that can be compared.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { EffectiveResult } from "../../server/src/core/effective/types.ts";
import type { Version } from "../../server/src/core/schema/types.ts";
import type { Files } from "../effective/evaluateFiles.ts";

export interface Real {
  readonly version: Version;
  /** Program and arguments; a file with the paths of the configurations comes after them. */
  readonly command: readonly string[];
  /** The same for its prosodyctl. */
  readonly prosodyctl: readonly string[];
  /** And for the server, in the foreground. */
  readonly server: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Set up and named by `npm run test:oracle`. */
export const reals = JSON.parse(process.env["ORACLE_PROSODIES"] ?? "[]") as readonly Real[];

/** What loading came to. Paths are those of the project. */
export type Loaded =
  | { readonly config: unknown; /** `file:line name`, sorted */ readonly warnings: readonly string[] }
  /** The place, where Lua gave one in a configuration. */
  | { readonly error: string };

/** The first file of each project is the main one. */
export function askReal(
  { command, env }: Real,
  projects: readonly Files[],
  variables: Readonly<Record<string, string>>,
): Loaded[] {
  // Short, as Prosody takes paths from 60 characters on for another file's when it warns.
  const folder = mkdtempSync(join(tmpdir(), "po-"));
  try {
    const mains = projects.map((files, index) => {
      for (const [path, content] of Object.entries(files)) {
        const full = join(folder, String(index), path);
        mkdirSync(dirname(full), { recursive: true });
        writeFileSync(full, content);
      }
      return join(folder, String(index), Object.keys(files)[0] ?? "");
    });
    const list = join(folder, "list");
    writeFileSync(list, `${mains.join("\n")}\n`);
    const [program = "", ...args] = command;
    const limits = { maxBuffer: 512 * 1024 * 1024, timeout: 120_000 };
    const output = execFileSync(program, [...args, list], { env: { ...env, ...variables }, ...limits });
    const lines = new TextDecoder().decode(output).trimEnd().split("\n");
    if (lines.length !== projects.length) throw new Error("Prosody gave another number of answers than it got questions");
    return lines.map((line, index) => readAnswer(JSON.parse(line) as RealAnswer, `${folder}/${index}/`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface RealAnswer {
  readonly ok: boolean;
  readonly config?: unknown;
  readonly warnings?: readonly string[];
  readonly error?: string;
}

function readAnswer({ ok, config, warnings = [], error = "" }: RealAnswer, folder: string): Loaded {
  if (!ok) {
    const at = /(\/[^\s:]+\.cfg\.lua):(\d+): /.exec(error);
    return { error: at === null ? "" : `${at[1]?.replace(folder, "") ?? ""}:${at[2] ?? ""}` };
  }
  return {
    config,
    warnings: warnings
      .flatMap((warning) => {
        // Not every 13.0 warns of names that stand for nothing.
        const found = /^(.*?):(\d+): .*(?:option '|replace `)(.*?)[`']/i.exec(warning);
        return found === null ? [] : [`${found[1]?.replace(folder, "") ?? ""}:${found[2] ?? ""} ${found[3] ?? ""}`];
      })
      .sort(),
  };
}

export function ours(result: EffectiveResult): Loaded {
  if (result.status === "error") return { error: `${result.error.file}:${result.error.line}` };
  return {
    config: result.config,
    warnings: result.warnings
      .flatMap(({ code, file, line, message }) => {
        if (code !== "duplicate-option" && code !== "lua-name") return [];
        const found = /^The option (\S+) was|^(\S+) is a part of Lua/.exec(message);
        return [`${file}:${line} ${found?.[1] ?? found?.[2] ?? ""}`];
      })
      .sort(),
  };
}

/** Undefined: the same. */
export function difference(theirs: Loaded, our: Loaded): string | undefined {
  // Where Lua names no place, there is none to compare.
  if ("error" in theirs && "error" in our && theirs.error === "") return undefined;
  const [a, b] = [sorted(theirs), sorted(our)];
  return a === b ? undefined : `theirs: ${a}\nours:   ${b}`;
}

export function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
