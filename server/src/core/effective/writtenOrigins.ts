// Lua knows the line on which a statement ends, and sets all options of `VirtualHost "x" { a = 1, b = 2 }` on one line. Here each
// gets the line that its name is written on, as far as the text tells.

import type { Setting } from "../model/config.ts";
import { lowerLua } from "../model/lowerLua.ts";
import { parseLua } from "../syntax/lua/parse.ts";
import { LineIndex } from "../text/lineIndex.ts";
import { nameprep } from "./nameprep.ts";
import type { HostOrigins, Origin, Place } from "./types.ts";

/** `read` gives the text of a file that took part. */
export function writtenOrigins(origins: HostOrigins, read: (file: string) => string | undefined): HostOrigins {
  const files = new Map<string, readonly Written[]>();
  const writtenIn = (file: string): readonly Written[] => {
    const known = files.get(file) ?? allWritten(read(file));
    files.set(file, known);
    return known;
  };
  const move = (host: string, option: string, place: Place): Place => {
    const around = writtenIn(place.file).filter(
      ({ name, from, to }) => name === option && from <= place.line && place.line <= to,
    );
    // The innermost, where one stands in the other.
    const ranked = [...around].sort((a, b) => a.to - a.from - (b.to - b.from));
    const found = ranked.find((each) => each.host === host) ?? ranked.find((each) => each.host === undefined);
    return found === undefined ? place : { file: place.file, line: found.line };
  };
  const moveAll = (host: string, option: string, { file, line, appended }: Origin): Origin => ({
    ...move(host, option, { file, line }),
    ...(appended === undefined ? {} : { appended: appended.map((place) => move(host, option, place)) }),
  });
  return Object.fromEntries(
    Object.entries(origins).map(([host, options]) => [
      host,
      Object.fromEntries(Object.entries(options).map(([option, origin]) => [option, moveAll(host, option, origin)])),
    ]),
  );
}

interface Written {
  readonly name: string;
  /** Undefined: not plain from the text. */
  readonly host: string | undefined;
  /** First and last line of what sets it. */
  readonly from: number;
  readonly to: number;
  readonly line: number;
}

function allWritten(text: string | undefined): readonly Written[] {
  if (text === undefined) return [];
  const lines = new LineIndex(text);
  const lineOf = (offset: number): number => lines.at(offset).line + 1;
  return lowerLua(parseLua(text)).settings.map((setting) => {
    const { start, end } = setting.form === "field" ? setting.section.header : setting.span;
    const host = hostOf(setting);
    return { name: setting.name, host, from: lineOf(start), to: lineOf(end), line: lineOf(setting.nameSpan.start) };
  });
}

function hostOf({ section }: Setting): string | undefined {
  if (section.kind === "global") return "*";
  return section.name?.kind === "string" ? nameprep(section.name.value) : undefined;
}
