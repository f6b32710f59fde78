// A text as it may be shown on a terminal or in a log: the same lines, with "…" for every secret and for whatever may be one. Values are
// shown only if an option or variable is known to hold no secret, so that a misspelled name hides its value too.

import type { Analysis } from "../analyse.ts";
import type { Schema } from "../schema/schema.ts";
import type { Span } from "../text/span.ts";
import { secretsInContainers } from "./inContainers.ts";
import { secretsInEnv } from "./inEnv.ts";
import { secretsInLua } from "./inLua.ts";

export function masked(analysis: Analysis, schema: Schema): string {
  const { text } = analysis;
  let result = "";
  let at = 0;
  for (const { start, end } of [...hiddenIn(analysis, schema)].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    result += text.slice(at, from) + text.slice(from, end).replace(/[^\r\n]+/g, "…");
    at = end;
  }
  return result + text.slice(at);
}

function hiddenIn(analysis: Analysis, schema: Schema): readonly Span[] {
  switch (analysis.kind) {
    case "lua":
      return secretsInLua(analysis.text, schema);
    case "env":
      return secretsInEnv(analysis.file, analysis.text, schema);
    case "container":
      return secretsInContainers(analysis.file, analysis.text, schema);
  }
}
