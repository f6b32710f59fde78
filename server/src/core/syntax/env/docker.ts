// `docker run --env-file` and Compose's `format: raw`: one variable per line, the value taken literally. Written after the reader
// of the docker command line; where that refuses the file, the line in question is reported and the rest read on.

import type { Span } from "../../text/span.ts";
import { BYTE_ORDER_MARK, isSpace, isSpaceOrTab, skip, skipBack } from "./characters.ts";
import { Collector } from "./collector.ts";
import { readLines } from "./lines.ts";
import { bareName, literalAssignment } from "./literalValue.ts";
import type { EnvSyntax } from "./syntax.ts";

const TOOL = "docker run --env-file";

export function parseDockerEnv(text: string): EnvSyntax {
  const out = new Collector("docker");
  readLines(text, out, {
    tool: "docker",
    isBlank: isSpace,
    from: text.startsWith(BYTE_ORDER_MARK) ? 1 : 0,
    readLine: (start, end) => {
      readLine(text, start, end, out);
    },
  });
  return out.done();
}

function readLine(text: string, start: number, end: number, out: Collector): void {
  const cut = text.slice(start, end).indexOf("=");
  const nameEnd = cut < 0 ? end : start + cut;
  if (nameEnd === start) {
    out.refusal("no-name", start, end, "There is no name before the `=`, and docker refuses the file. Write NAME=value.");
    return;
  }
  const name = nameIn(text, start, nameEnd, cut >= 0, out);
  if (name === undefined) return;
  if (cut < 0) bareName(text, start, end, "docker", out);
  else literalAssignment(text, name, { start, end, cut: nameEnd }, TOOL, out);
}

/** The name; with blanks in it docker refuses the file, and only the two usual reasons leave no doubt which name was meant. */
function nameIn(text: string, start: number, end: number, separated: boolean, out: Collector): Span | undefined {
  const blank = skip(text, start, end, (unit) => !isSpaceOrTab(unit));
  if (blank === end) return { start, end };
  const trimmed = skipBack(text, start, end, isSpaceOrTab);
  const refuse = (message: string): void => {
    out.refusal("name-with-blank", start, end, message);
  };
  if (!separated) {
    refuse(
      "docker takes a line without `=` for the name of a variable, and refuses the file when blanks stand in it. Write NAME=value.",
    );
    return undefined;
  }
  if (trimmed === blank) {
    refuse("docker refuses a file with blanks before the `=`. Remove them.");
    return { start, end: trimmed };
  }
  const second = skip(text, blank, trimmed, isSpaceOrTab);
  if (text.slice(start, blank) === "export") {
    refuse("`export` belongs to shells; docker takes it for a part of the name and refuses the file. Remove it.");
    const inner = skip(text, second, trimmed, (unit) => !isSpaceOrTab(unit));
    return inner === trimmed ? { start: second, end: trimmed } : undefined;
  }
  refuse("docker refuses a file in which a name has blanks in it. Write NAME=value.");
  return undefined;
}
