// Puts the tables of results into docs/performance.md, between its markers, as prettier would have them.

import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import * as prettier from "prettier";
import { markdown } from "./report.ts";
import type { Part } from "./report.ts";

/** The bundle lies in test-results/bench of the checkout. */
const PAGE = fileURLToPath(new URL("../../docs/performance.md", import.meta.url));

/** Each part has a place of its own, so that one can be measured anew without the others. */
export async function writeResults(parts: readonly Part[]): Promise<void> {
  let page = readFileSync(PAGE, "utf8");
  for (const part of parts) {
    const { id } = part;
    const [begin, end] = [`<!-- bench ${id} -->`, `<!-- end of ${id} -->`];
    const [before, rest] = cut(page, begin);
    const [, after] = cut(rest, end);
    page = `${before}${begin}\n\n${markdown(part)}\n${machine()}\n\n${end}${after}`;
  }
  const options = (await prettier.resolveConfig(PAGE)) ?? {};
  writeFileSync(PAGE, await prettier.format(page, { ...options, filepath: PAGE }));
}

function cut(text: string, marker: string): readonly [string, string] {
  const at = text.indexOf(marker);
  if (at < 0) throw new Error(`docs/performance.md has no place ${marker}`);
  return [text.slice(0, at), text.slice(at + marker.length)];
}

function machine(): string {
  const all = cpus();
  const day = new Date().toISOString().slice(0, 10);
  return `_Measured on ${day} with Node ${process.versions.node} on ${all.length} processors (${all[0]?.model.trim() ?? "unknown"})._`;
}
