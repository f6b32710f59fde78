// The words that run inside a container, by the real programs: the health check against a port that listens and one that does not, and
// what gives the data of a pod its owner.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo, Server } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { portCheck, shellTest } from "../../server/src/core/generate/healthCheck.ts";
import { kubernetes } from "../../server/src/core/generate/kubernetes.ts";
import { answersFor } from "../../server/src/core/generate/presets.ts";
import { PLAIN_FACTS } from "../support/dockerRun.ts";
import { tool } from "../support/tools.ts";

const hasBash = spawnSync(tool("bash")[0], [...tool("bash").slice(1), "-c", "exit 0"]).status === 0;

/** The port that it listens on. The kernel answers by itself, also while we wait for a program. */
async function listening(use: (port: number) => void): Promise<void> {
  const server = await new Promise<Server>((resolve) => {
    const made = createServer().listen(0, "127.0.0.1", () => {
      resolve(made);
    });
  });
  try {
    use((server.address() as AddressInfo).port);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

/** The exit code of the check's words, where `bash` is the real one. */
function codes(port: number): readonly (number | null)[] {
  const check = portCheck(port);
  if (check.kind !== "check" || "shell" in check.test) throw new Error("no words");
  const [, ...words] = check.test.words;
  const [bash, ...first] = tool("bash");
  const own = spawnSync(bash, [...first, ...words]).status;
  // As the engines run a text: by the container's shell.
  const named = shellTest(check.test).replace(/^bash /, `${[bash, ...first].join(" ")} `);
  return [own, spawnSync(tool("dash")[0], [...tool("dash").slice(1), "-c", named]).status ?? own];
}

test.skipIf(!hasBash)("a health check succeeds while the port is open, and only then (skipped without bash)", async () => {
  let open = 0;
  await listening((port) => {
    open = port;
    expect(codes(port)).toEqual([0, 0]);
  });
  expect(codes(open)).toEqual([1, 1]);
});

interface Pod {
  readonly spec: {
    readonly template?: { readonly spec: { readonly initContainers: readonly { readonly command: readonly string[] }[] } };
  };
}

test.skipIf(process.platform === "win32")("a pod gives its data to the user", () => {
  const manifests = parseAllDocuments(kubernetes(answersFor(PLAIN_FACTS, "simple")).text).map((one) => one.toJS() as Pod);
  const words = manifests.flatMap(({ spec }) => spec.template?.spec.initContainers ?? [])[0]?.command ?? [];
  const folder = mkdtempSync(join(tmpdir(), "owner-"));
  try {
    // Only root can give a folder away; everybody can give it to himself.
    const isRoot = process.getuid?.() === 0;
    const data = join(folder, "data");
    mkdirSync(data);
    const [program = "", ...args] = words.map((word) =>
      word.replace("prosody:", `${isRoot ? "nobody" : userInfo().username}:`).replace("/var/lib/prosody", data),
    );
    expect([program, args.length]).toEqual(["chown", 2]);
    expect(spawnSync(program, args).status).toBe(0);
    expect(statSync(data).uid === 0).toBe(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
