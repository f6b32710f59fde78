// `podman --env-file` (4.7.1 and later, and all versions before 4.7.0): one variable per line, the value taken literally, names
// unchecked, `NAME*` for all variables of podman's environment that begin so.

import { BYTE_ORDER_MARK, isSpaceOrTab } from "./characters.ts";
import { Collector } from "./collector.ts";
import { readLines } from "./lines.ts";
import { bareName, literalAssignment } from "./literalValue.ts";
import type { EnvSyntax } from "./syntax.ts";

export function parsePodmanEnv(text: string): EnvSyntax {
  const out = new Collector("podman");
  if (text.startsWith(BYTE_ORDER_MARK)) {
    const message =
      "The file begins with a byte-order mark, which podman takes for a part of the first line. Save it as UTF-8 without one.";
    out.trap("byte-order-mark", 0, 1, message);
  }
  readLines(text, out, {
    tool: "podman",
    isBlank: isSpaceOrTab,
    readLine: (start, end) => {
      readLine(text, start, end, out);
    },
  });
  return out.done();
}

function readLine(text: string, start: number, end: number, out: Collector): void {
  const cut = text.slice(start, end).indexOf("=");
  if (cut === 0) {
    out.refusal("no-name", start, end, "There is no name before the `=`, and podman refuses the file. Write NAME=value.");
    return;
  }
  if (cut < 0) {
    bareName(text, start, end, "podman", out);
    return;
  }
  const nameEnd = start + cut;
  nameTraps(text.slice(start, nameEnd), start, out);
  literalAssignment(text, { start, end: nameEnd }, { start, end, cut: nameEnd }, "podman", out);
}

function nameTraps(name: string, start: number, out: Collector): void {
  if (/^export[ \t]+\S/.test(name)) {
    const message =
      "`export` belongs to shells; podman takes it for a part of the name, so the variable meant is not set. Remove it.";
    out.trap("export-kept", start, start + "export".length, message);
  } else if (/[ \t]/.test(name)) {
    const message = "podman takes the blanks for a part of the name, so the variable meant is not set. Remove them.";
    out.trap("name-with-blank", start, start + name.length, message);
  }
}
