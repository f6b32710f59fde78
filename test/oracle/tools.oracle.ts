// The tests that put what we write to real programs, once more with programs that are there for certain.

import { expect, test } from "vitest";
import { tool } from "../support/tools.ts";
import "../dns/zoneFile.test.ts";
import "../generate/shell.test.ts";

test("the programs are those that were got", () => {
  for (const name of ["zsh", "mksh", "fish", "named-checkzone"]) expect(tool(name).length).toBeGreaterThan(1);
});
