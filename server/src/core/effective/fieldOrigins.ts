// `VirtualHost "x" { a = 1, b = 2 }` sets its options all at once, in Lua's eyes on one line. Here each gets the line that it is
// written on, as far as the text tells.

import { lowerLua } from "../model/lowerLua.ts";
import { parseLua } from "../syntax/lua/parse.ts";
import { LineIndex } from "../text/lineIndex.ts";
import { nameprep } from "./nameprep.ts";
import type { HostOrigins, Origin } from "./types.ts";

/** `read` gives the text of a file that took part. */
export function withFieldOrigins(origins: HostOrigins, read: (file: string) => string | undefined): HostOrigins {
  const files = new Map<string, readonly Field[]>();
  const fieldsOf = (file: string): readonly Field[] => {
    const known = files.get(file) ?? fields(read(file));
    files.set(file, known);
    return known;
  };
  const place = (host: string, option: string, origin: Origin): Origin => {
    const candidates = fieldsOf(origin.file).filter(
      (field) => field.name === option && field.from <= origin.line && origin.line <= field.to,
    );
    const field = candidates.find((each) => each.host === host) ?? (candidates.length === 1 ? candidates[0] : undefined);
    return field === undefined ? origin : { ...origin, line: field.line };
  };
  return Object.fromEntries(
    Object.entries(origins).map(([host, options]) => [
      host,
      Object.fromEntries(Object.entries(options).map(([option, origin]) => [option, place(host, option, origin)])),
    ]),
  );
}

interface Field {
  readonly name: string;
  readonly host: string | undefined;
  /** Lines of the whole directive. */
  readonly from: number;
  readonly to: number;
  readonly line: number;
}

function fields(text: string | undefined): readonly Field[] {
  if (text === undefined) return [];
  const lines = new LineIndex(text);
  const lineOf = (offset: number): number => lines.at(offset).line + 1;
  return lowerLua(text, parseLua(text)).settings.flatMap(({ form, name, nameSpan, section }) => {
    if (form !== "field") return [];
    const host = section.name?.kind === "string" ? nameprep(section.name.value) : undefined;
    return [{ name, host, from: lineOf(section.header.start), to: lineOf(section.header.end), line: lineOf(nameSpan.start) }];
  });
}
