// Our Quadlet units through podman's own generator: what it would start has to be what the `podman run` line of the same answers says.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ContainerAnswers } from "../../server/src/core/generate/answers.ts";
import { quadlet } from "../../server/src/core/generate/quadlet.ts";
import { EVERY_PRESET } from "../generate/everyPreset.ts";
import { tool, toolsGiven } from "../support/tools.ts";
import { sampleAnswers } from "./composeTexts.ts";
import { startedWords, wantedWords } from "./podmanWords.ts";

const SEED = Number(process.env["ORACLE_SEED"] ?? 20_261_128);

describe.skipIf(!toolsGiven().includes("quadlet"))("podman's Quadlet", () => {
  const [program, ...first] = tool("quadlet");

  function check(all: readonly ContainerAnswers[]): void {
    const folder = mkdtempSync(join(tmpdir(), "oracle-"));
    try {
      for (const [i, one] of all.entries()) writeFileSync(join(folder, `u${i}.container`), quadlet(one).text);
      const { stdout, stderr, status } = spawnSync(program, [...first, "-dryrun", "-user"], {
        encoding: "utf8",
        env: { QUADLET_UNIT_DIRS: folder, HOME: "/home/user", PATH: "/usr/bin" },
        timeout: 60_000,
        maxBuffer: 2 ** 28,
      });
      const said = stderr.split("\n").filter((line) => line !== "" && !line.includes("Loading source unit file"));
      expect([status, said]).toEqual([0, []]);
      const services = new Map(
        stdout
          .split(/^---(?=u\d+\.service---$)/m)
          .map((part) => [/^u\d+/.exec(part)?.[0], /\nExecStart=([^\n]*)/.exec(part)?.[1] ?? ""]),
      );
      for (const [i, one] of all.entries()) {
        expect(startedWords(services.get(`u${i}`) ?? "", folder), quadlet(one).text).toEqual(wantedWords(one));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  test("starts the presets as the command line does", () => {
    check(EVERY_PRESET);
  });

  test("starts any other container as the command line does", () => {
    check(sampleAnswers(SEED + 3, 500));
  });
});
