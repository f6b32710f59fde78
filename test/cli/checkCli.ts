// What the tests of the command line touch: the shipped program in a folder of its own. Whatever is asked of it, it ends in time with a
// documented exit code, says things in sentences and shows no secret.

import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { folderWith } from "../support/folder.ts";
import { cpuTimeOfChildren } from "../support/processTimes.ts";
import { runWarmCli } from "../support/warmCli.ts";
import type { CliOutcome } from "../support/warmCli.ts";
import { bundledCli } from "./bundle.ts";

/** Tests put it where a secret would stand. */
export const SECRET = "hunter2-do-not-print";

const TIME_LIMIT = 20_000;

export interface World {
  /** Text or bytes by path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Target by path. */
  readonly links?: Readonly<Record<string, string>>;
  readonly folders?: readonly string[];
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** The reader goes away before anything is written. */
  readonly closedOutput?: boolean;
  /** Output goes where there is no room. */
  readonly fullOutput?: boolean;
  /** Files that may be there afterwards, and whose text the test wants to see. */
  readonly keeps?: readonly string[];
  /** Path of another cli.cjs. */
  readonly cli?: string;
  /** In a process of its own. */
  readonly alone?: boolean;
}

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Processor time in milliseconds. */
  readonly busy: number;
  /** Text by path, of the files that are kept and there. */
  readonly kept: Readonly<Record<string, string>>;
}

export async function checkCli(args: readonly string[], world: World = {}): Promise<Outcome> {
  const cli = world.cli ?? (await bundledCli());
  const folder = makeFolder(world);
  const { busy, result: outcome } = await cpuTimeOfChildren(() => run(cli, args, folder, world));
  const { code, stdout, stderr } = outcome;
  expect([0, 1, 2]).toContain(code);
  expect(stdout + stderr).not.toContain(SECRET);
  expect(stderr).not.toMatch(/^\s+at .*\d+:\d+\)?$/m);
  expect(stderr).not.toContain("something went wrong inside");
  if (stdout !== "") expect(stdout.endsWith("\n")).toBe(true);
  const kept = (world.keeps ?? []).filter((name) => existsSync(join(folder, name)));
  return {
    ...outcome,
    busy,
    kept: Object.fromEntries(kept.map((name) => [name, readFileSync(join(folder, name), "utf8")])),
  };
}

export interface JsonFile {
  readonly path: string;
  readonly kind: string;
  readonly prosody: Readonly<Record<"version" | "because", string> & Partial<Record<"path" | "image", string>>>;
  readonly diagnostics: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly fixable: boolean;
  }[];
}

/** `check --format json`, its answer read. */
export async function checkJson(
  args: readonly string[],
  world: World,
): Promise<Outcome & { readonly files: readonly JsonFile[] }> {
  const outcome = await checkCli(["check", "--format", "json", ...args], world);
  const answer = JSON.parse(outcome.stdout) as { files: readonly JsonFile[] };
  expect(Object.keys(answer)).toEqual(["files"]);
  return { ...outcome, files: answer.files };
}

/** `line:column-endLine:endColumn rule` of what the parsers say; what rules say besides is not the matter of these tests. */
export function syntaxPlaces(file: JsonFile | undefined): readonly string[] {
  const found = (file?.diagnostics ?? []).filter(({ rule }) => rule.startsWith("syntax/"));
  return found.map(({ rule, line, column, endLine, endColumn }) => `${line}:${column}-${endLine}:${endColumn} ${rule}`);
}

function makeFolder({ files = {}, links = {}, folders = [] }: World): string {
  const folder = folderWith(files);
  for (const name of folders) mkdirSync(join(folder, name), { recursive: true });
  for (const [name, target] of Object.entries(links)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    symlinkSync(target, join(folder, name));
  }
  return folder;
}

function run(cli: string, args: readonly string[], cwd: string, world: World): Promise<CliOutcome> {
  const { CI: _ci, NO_COLOR: _noColour, FORCE_COLOR: _forceColour, ...inherited } = process.env;
  const env = { ...inherited, ...world.env };
  const { closedOutput, fullOutput, alone } = world;
  return closedOutput === true || fullOutput === true || alone === true || world.cli !== undefined
    ? runAlone(cli, args, cwd, env, world)
    : runWarmCli({ cli, args, cwd, env, stdin: world.stdin ?? "" });
}

function runAlone(cli: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv, world: World): Promise<CliOutcome> {
  return new Promise((resolve, reject) => {
    const full = world.fullOutput === true ? openSync("/dev/full", "w") : undefined;
    const child = spawn(process.execPath, [cli, ...args], {
      cwd,
      env,
      timeout: TIME_LIMIT,
      stdio: ["pipe", full ?? "pipe", "pipe"],
    });
    if (full !== undefined) closeSync(full);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => err.push(chunk));
    if (world.closedOutput === true) child.stdout?.destroy();
    // The program may refuse before it has read everything.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(world.stdin ?? "");
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === null) reject(new Error(`ended by ${signal ?? "nothing"}`));
      else resolve({ code, stdout: Buffer.concat(out).toString("utf8"), stderr: Buffer.concat(err).toString("utf8") });
    });
  });
}
