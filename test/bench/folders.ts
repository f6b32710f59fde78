// Checking a configuration of many files from the command line, beside `prosodyctl check config` and luacheck as Debian has them. They
// look for other things; what they have in common is that all of them read every file.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { CannotRun } from "../../scripts/lib/cannotRun.mjs";
import { realProsodies } from "../../scripts/oracle/prosodies.mjs";
import { loader, unpacked } from "../../scripts/oracle/unpacked.mjs";
import { cpuTimeOfChildren } from "../support/processTimes.ts";
import { builtProduct } from "./product.ts";
import { asFiles, provider } from "./provider.ts";
import type { Cell, Options, Part } from "./report.ts";
import { collect, ratio } from "./statistics.ts";
import type { Measured } from "./statistics.ts";

const SIZES = [1_000, 10_000];
const ROUNDS = 3;
const TIME_LIMIT_MS = 120_000;

interface Command {
  readonly title: string;
  readonly words: (folder: string) => readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export async function folders({ most }: Options): Promise<Part> {
  const cli = join(await builtProduct(), "cli.cjs");
  const ours: Command = { title: "prosody-config check", words: (folder) => [process.execPath, cli, "check", folder] };
  const notes = ["Two sections a customer, each in a file of its own, which a main file includes."];
  const others: Command[] = [];
  for (const find of [prosodyctl, luacheck]) {
    try {
      others.push(await find());
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      notes.push(`Not compared with ${find.name}: ${error.message}.`);
    }
  }
  const rows: (readonly Cell[])[] = [];
  const failures: string[] = [];
  for (const files of SIZES.filter((size) => size <= most)) {
    const folder = filledFolder(files);
    try {
      let compared: Measured | undefined;
      for (const command of [ours, ...others]) {
        const time = await timeOf(command, folder);
        if (time === undefined) failures.push(`${command.title} takes more than ${TIME_LIMIT_MS / 1000} s for ${files} files`);
        if (command === ours) compared = time;
        const cells =
          time === undefined
            ? [`over ${TIME_LIMIT_MS / 1000} s`, ""]
            : [time, compared === undefined ? "" : ratio(compared, time)];
        rows.push([`${files} files: ${command.title}`, ...cells]);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return {
    id: "folders",
    title: "Checking many files",
    columns: ["what", "processor, ms", "ours ÷ this"],
    rows,
    notes,
    failures,
  };
}

/** Undefined when it takes too long. */
async function timeOf(command: Command, folder: string): Promise<Measured | undefined> {
  const ended: boolean[] = [];
  const sample = async (): Promise<number> => {
    if (ended.includes(false)) return 0;
    const { busy, result } = await cpuTimeOfChildren(() => runToEnd(command, folder));
    ended.push(result);
    return busy;
  };
  const measured = await collect(sample, { rounds: ROUNDS });
  return ended.includes(false) ? undefined : measured;
}

/** Whether it ended by itself. What it says is not looked at, and its exit code may tell of findings. */
function runToEnd({ words, env }: Command, folder: string): Promise<boolean> {
  const [program = "", ...args] = words(folder);
  const child = spawn(program, args, { cwd: folder, env: { ...process.env, ...env }, stdio: "ignore", timeout: TIME_LIMIT_MS });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (_code, signal) => {
      resolve(signal === null);
    });
  });
}

function filledFolder(files: number): string {
  const folder = mkdtempSync(join(tmpdir(), "pc-"));
  mkdirSync(join(folder, "certs"));
  // Two for a customer, one for the mistake, one that includes them.
  for (const [path, text] of asFiles(provider(Math.max(1, (files - 2) / 2)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function prosodyctl(): Promise<Command> {
  const real = (await realProsodies()).find(({ version }) => version === "13.0");
  if (real === undefined) throw new CannotRun("there is no Prosody 13.0");
  const config = (folder: string): string => join(folder, "prosody.cfg.lua");
  return {
    title: "prosodyctl check config",
    words: (folder) => [...real.prosodyctl, "--config", config(folder), "check", "config"],
    env: real.env,
  };
}

async function luacheck(): Promise<Command> {
  const root = await unpacked({ folder: "luacheck-trixie-1", title: "luacheck", release: "trixie", packages: ["lua-check"] });
  return {
    title: "luacheck",
    words: (folder) => [
      ...loader(root),
      join(root, "usr/bin/lua5.1"),
      join(root, "usr/bin/luacheck"),
      folder,
      "--no-config",
      "--no-cache",
    ],
    env: {
      LUA_PATH: `${join(root, "usr/share/lua/5.1/?.lua")};${join(root, "usr/share/lua/5.1/?/init.lua")}`,
      LUA_CPATH: join(root, "usr/lib/x86_64-linux-gnu/lua/5.1/?.so"),
    },
  };
}
