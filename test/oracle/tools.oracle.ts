// The tests that put what we write to real programs, once more with programs that are there for certain.

import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { tool, toolsGiven } from "../support/tools.ts";
import "../dns/zoneFile.test.ts";
import "../generate/containerWords.test.ts";
import "../generate/shell.test.ts";

const SHELLS = ["dash", "bash", "zsh", "ksh", "mksh", "busybox", "fish"];

test.skipIf(!toolsGiven().includes("zsh"))("the programs are those that were got, and they run", () => {
  for (const name of [...SHELLS, "named-checkzone"]) {
    const [program, ...first] = tool(name);
    expect([name, first.length > 0]).toEqual([name, true]);
    const words = name === "named-checkzone" ? ["-v"] : [...(name === "busybox" ? ["sh"] : []), "-c", "exit 0"];
    // Where one did not, its tests above would be skipped.
    expect([name, spawnSync(program, [...first, ...words]).status]).toEqual([name, 0]);
  }
});
