// The evaluating process ends with the program that started it, in whatever way that ends, and however busy it is itself.

import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bundle } from "../effective/bundle.ts";
import { folderWith } from "../support/folder.ts";

/** Lua in its own C code, where no hook counts. */
const BUSY = 'a = string.match(("x"):rep(3e6), ("("):rep(30) .. ".-" .. (")"):rep(30) .. "y")\n';

/** Asks the evaluator like the server does, with a limit that is never reached. */
const ASKER = `
  const { fork } = require("node:child_process");
  const [worker, wasm, text] = process.argv.slice(2);
  const child = fork(worker, [wasm], { serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const known = { files: new Map([["/a.cfg.lua", { content: text }]]), folders: new Map() };
  const request = { entry: "/a.cfg.lua", version: "13.0", environment: {}, now: 0, hostname: "h", missingFolders: "empty" };
  child.on("message", ({ kind }) => {
    if (kind !== "ready") return process.exit(1);
    child.send({ id: 1, request, known, cpuMs: Infinity });
    setTimeout(() => process.stdout.write(String(child.pid)), 300);
  });
  process.stdin.on("end", () => process.exit()).resume();
`;

async function until(isSo: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 100; tries++) {
    if (isSo()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

/** As long as it is no mere entry that waits to be collected. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== "linux" || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

const ENDS: Readonly<Record<string, (asker: ReturnType<typeof spawn>) => void>> = {
  "is killed": (asker) => asker.kill("SIGKILL"),
  "is told to end": (asker) => asker.kill("SIGTERM"),
  "loses its standard input and leaves": (asker) => asker.stdin?.end(),
};

test.each(Object.entries(ENDS))("when its program %s", { timeout: 30_000 }, async (_name, end) => {
  const { worker, wasm } = await bundle();
  const folder = folderWith({ "asker.cjs": ASKER });
  const asker = spawn(process.execPath, [join(folder, "asker.cjs"), worker, wasm, BUSY], { stdio: ["pipe", "pipe", "ignore"] });
  onTestFinished(() => {
    asker.kill("SIGKILL");
  });
  const pid = Number(
    await new Promise<string>((resolve) =>
      asker.stdout.once("data", (data) => {
        resolve(String(data));
      }),
    ),
  );
  expect(isAlive(pid)).toBe(true);
  onTestFinished(() => {
    if (isAlive(pid)) process.kill(pid, "SIGKILL");
  });
  end(asker);
  expect(await until(() => !isAlive(pid))).toBe(true);
});

test.runIf(process.platform === "linux")("also when the command line is killed", { timeout: 30_000 }, async () => {
  const { cli } = await bundle();
  const folder = folderWith({ "a.cfg.lua": BUSY });
  const command = spawn(process.execPath, [cli, "effective", join(folder, "a.cfg.lua")], { stdio: "ignore" });
  const children = (): readonly number[] =>
    readdirSync(`/proc/${command.pid ?? 0}/task`).flatMap((task) => {
      const text = readFileSync(`/proc/${command.pid ?? 0}/task/${task}/children`, "utf8");
      return (text.match(/\d+/g) ?? []).map(Number);
    });
  expect(await until(() => children().length > 0)).toBe(true);
  const [child = 0] = children();
  // It has begun by then.
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(isAlive(child)).toBe(true);
  command.kill("SIGKILL");
  expect(await until(() => !isAlive(child))).toBe(true);
});
