// Starts real servers, each with a configuration and a folder of its own, where they reach no network, and tells what they log until they
// are up or give up.

import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Real } from "./real.ts";

/** What a server made of its configuration. */
export interface Started {
  readonly isUp: boolean;
  /** Its errors and warnings, without the folder's name. */
  readonly complaints: readonly string[];
  /** Modules that failed to load. */
  readonly lost: readonly string[];
}

/** Given the folder of the server; the file is written there. */
export type TextFor = (folder: string) => string;

/** The module of plugins/ that ends a server once it is up; and its code. */
const STOPPED = 77;
const LIMIT_MS = 4000;
const JOBS = Number(process.env["ORACLE_JOBS"] ?? 2);

/** The first lines of each configuration: what keeps a server within its folder. */
export function frame(folder: string): readonly string[] {
  return [
    'log = "*stdout"',
    "run_as_root = true",
    `data_path = "${folder}/data"`,
    `pidfile = "${folder}/p.pid"`,
    `plugin_paths = { "${resolve("test/oracle/plugins")}" }`,
  ];
}

/** Undefined where servers can be started. */
export function whyNoServers(): string | undefined {
  try {
    execFileSync("unshare", ["-rn", "true"], { stdio: "ignore" });
    return undefined;
  } catch {
    return "this machine has no network namespaces for ordinary users";
  }
}

export async function startServers(real: Real, texts: readonly TextFor[]): Promise<readonly Started[]> {
  // Short, as Prosody takes paths from 60 characters on for another file's when it warns.
  const root = mkdtempSync(join(tmpdir(), "ps-"));
  const results: Started[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < texts.length; index = next++) {
      const text = texts[index];
      if (text !== undefined) results[index] = await start(real, join(root, String(index)), text);
    }
  };
  try {
    await Promise.all(Array.from({ length: JOBS }, work));
    return results;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function start({ server, env }: Real, folder: string, text: TextFor): Promise<Started> {
  mkdirSync(join(folder, "certs"), { recursive: true });
  mkdirSync(join(folder, "data"));
  const file = join(folder, "prosody.cfg.lua");
  writeFileSync(file, text(folder));
  const [program = "", ...args] = server;
  const inside = ["-rn", "sh", "-c", 'ip link set lo up 2>/dev/null; exec "$@"', "sh", program, ...args, "--config", file];
  return new Promise((done) => {
    const options = {
      cwd: folder,
      env: { ...env, PATH: process.env["PATH"] },
      timeout: LIMIT_MS,
      killSignal: "SIGKILL" as const,
      maxBuffer: 1 << 26,
    };
    execFile("unshare", inside, options, (error, stdout, stderr) => {
      const isUp = error !== null && (error.killed === true || error.code === STOPPED);
      rmSync(folder, { recursive: true, force: true });
      done({ isUp, ...read((stdout + stderr).replaceAll(folder, "DIR")) });
    });
  });
}

function read(output: string): Omit<Started, "isUp"> {
  const complaints: string[] = [];
  const lost: string[] = [];
  for (const line of output.split("\n")) {
    const [, source = "", level = "", message = ""] = /^(\S+)\s+(error|warn)\t(.*)$/.exec(line) ?? [];
    if (level === "") continue;
    complaints.push(`${/^(?:s2s|c2s)?[a-z]*[0-9a-f]{6,}/.test(source) ? "session" : source} ${level} ${message}`);
    const module = /(?:Error initializing|Unable to load|Unable to initialise|Error loading) module '([^']+)'/i.exec(
      message,
    )?.[1];
    if (module !== undefined) lost.push(module);
  }
  return { complaints, lost };
}
