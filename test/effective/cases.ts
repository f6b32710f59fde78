// Configurations of our own for which the answers of a real Prosody are kept: cases.txt and expectations.json. `=== name` begins a
// case, whose first file is the main one, and `--- path` another file of it.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Files } from "./evaluateFiles.ts";

const HERE = dirname(fileURLToPath(import.meta.url));

export const EXPECTATIONS = join(HERE, "expectations.json");

export const CASE_ENVIRONMENT: Readonly<Record<string, string>> = { DOMAIN: "env.example", EMPTY: "", PORT: "5223" };

export interface Case {
  readonly name: string;
  readonly files: Files;
}

export const CASES: readonly Case[] = readFileSync(join(HERE, "cases.txt"), "utf8")
  .split(/^=== /m)
  .slice(1)
  .map((text) => {
    const end = text.indexOf("\n");
    const [main = "", ...others] = text.slice(end + 1).split(/^--- /m);
    const files = others.map((other): [string, string] => {
      const [path = ""] = other.split("\n", 1);
      return [path, other.slice(path.length + 1)];
    });
    return { name: text.slice(0, end), files: { "prosody.cfg.lua": main, ...Object.fromEntries(files) } };
  });
