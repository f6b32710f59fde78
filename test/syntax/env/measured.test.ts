// Three hundred files made by chance, and what the tools' own readers made of them: docker's and podman's, Compose's library and a
// shell. The lines are our own; the answers were recorded by running the readers.

import { expect, test } from "vitest";
import { readAsShell } from "../../../server/src/core/syntax/env/shell.ts";
import { checkEnvironment } from "./checkEnv.ts";
import type { Environment } from "./checkEnv.ts";
import measured from "./measured.json" with { type: "json" };

interface Row {
  readonly text: string;
  readonly environment?: Environment;
  /** `NAME=value` for each line, or `refused`. */
  readonly docker: string | readonly string[];
  readonly compose: string | readonly string[];
  readonly podman: string | readonly string[];
  /** Of the variables in `SHELL_NAMES` alone. */
  readonly sh: string | readonly string[];
}

const rows = measured as unknown as readonly Row[];

const SHELL_NAMES = ["K", "A", "PROSODY_ADMINS", "k"];

test("there are three hundred, most of them read by somebody", () => {
  expect(rows.length).toBe(300);
  for (const tool of ["docker", "compose", "podman", "sh"] as const)
    expect(rows.filter((row) => row[tool] !== "refused").length).toBeGreaterThan(150);
});

test.each(["docker", "compose", "podman"] as const)("%s", (dialect) => {
  for (const row of rows) {
    const wanted = row[dialect];
    checkEnvironment(row.text, dialect, typeof wanted === "string" ? "refused" : wanted, row.environment, "sorted");
  }
});

test("a shell: what is said is true, and much is said", () => {
  let said = 0;
  for (const { text, environment = {}, sh } of rows) {
    const { readings, refused } = readAsShell(text);
    if (refused) expect(sh, text).toBe("refused");
    const last = new Map<string, string | undefined>();
    for (const { name, at } of assignmentsIn(text)) {
      const reading = readings.get(at);
      if (reading?.kind === "command") continue;
      last.set(name, reading?.value);
    }
    if (sh === "refused") continue;
    for (const [name, value] of last) {
      if (value === undefined) continue;
      said++;
      expect(sh, text).toContain(`${name}=${value}`);
    }
    for (const name of SHELL_NAMES) {
      const places = assignmentsIn(text).filter((one) => one.name === name);
      if (places.length === 0 || !places.every(({ at }) => readings.get(at)?.kind === "command")) continue;
      said++;
      const outside = environment[name];
      expect(
        (sh as readonly string[]).filter((pair) => pair.startsWith(`${name}=`)),
        text,
      ).toEqual(outside === undefined ? [] : [`${name}=${outside}`]);
    }
  }
  expect(said).toBeGreaterThan(80);
});

/** Every place that looks like an assignment to one of the names, inside values too: those have no reading of their own. */
function assignmentsIn(text: string): readonly { readonly name: string; readonly at: number }[] {
  return [...text.matchAll(/(?<![\w.-])(K|A|PROSODY_ADMINS|k)=/g)].flatMap((match) => {
    const at = match.index;
    return readAsShell(text).readings.has(at) || /(?:^|\n)[ \t]*(?:export[ \t]+)?$/.test(text.slice(0, at))
      ? [{ name: match[1] ?? "", at }]
      : [];
  });
}
