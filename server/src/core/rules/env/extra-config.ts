// A path of the extra configuration that no file can have: a folder, a folder with wildcards, several paths.

import type { EnvRule } from "../rule.ts";
import { changeValue, offer } from "./shared/edits.ts";
import { oneValue } from "./shared/given.ts";
import { knownSubjects, valueSpan } from "./shared/subject.ts";

export const extraConfig: EnvRule = {
  kind: "env",
  id: "extra-config",
  severity: "error",
  check(context) {
    for (const subject of knownSubjects(context)) {
      const path = subject.name === "PROSODY_EXTRA_CONFIG" ? oneValue(subject) : undefined;
      const problem = path === undefined ? undefined : problemOf(path);
      if (problem === undefined) continue;
      context.report({
        span: valueSpan(subject),
        message: `${problem.what} Prosody then does not start. ${problem.advice}`,
        page: subject.info.page,
        ...offer(changeValue(problem.meant, subject.place).map((fix) => ({ ...fix, safe: false }))),
      });
    }
  },
};

interface Problem {
  readonly what: string;
  readonly advice: string;
  readonly meant?: string;
}

function problemOf(path: string): Problem | undefined {
  const all = "Give one path, with wildcards in its last part for several files.";
  // Absolute paths with commas between them are told where forms of values are judged.
  if (/\.lua\s*,/.test(path) && !/,\s*\//.test(path))
    return { what: "A list is taken for the name of a single file.", advice: all };
  if (path.endsWith("/"))
    return { what: "This is a folder, and only files can be included.", advice: all, meant: `${path}*.cfg.lua` };
  if (/[*?][^*?/]*\//.test(path)) return { what: "Wildcards work in the last part of the path alone.", advice: all };
  return undefined;
}
