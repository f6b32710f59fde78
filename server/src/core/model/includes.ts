// Which files the Includes of a configuration stand for, by Prosody's rules: relative to the folder of the file they stand in,
// with `*` and `?` in the last part of the path only, where names that start with a dot are never meant.

import type { Span } from "../text/span.ts";
import type { ConfigFile } from "./config.ts";
import { folderOf, nameOf, resolve } from "./environment/files.ts";
import type { StringValue } from "./value.ts";

/** Absolute paths with `/`, without `.` and `..`. */
export type IncludePattern =
  { readonly kind: "file"; readonly path: string } | { readonly kind: "glob"; readonly folder: string; readonly name: string };

export interface IncludeTarget {
  /** The text of the path; where it is not written plainly between quotes, the expression. */
  readonly span: Span;
  readonly pattern: IncludePattern;
  /** The path as it is written. */
  readonly key: string;
}

/** The Includes that always run and whose path is known. `path` is the file's own. */
export function includeTargets(file: Pick<ConfigFile, "includes">, path: string): readonly IncludeTarget[] {
  return file.includes.flatMap((include) => {
    if (!include.certain || include.path.kind !== "string") return [];
    const pattern = includePattern(include.path.value, folderOf(path));
    return pattern === undefined ? [] : [{ span: textSpan(include.path), pattern, key: include.path.value }];
  });
}

export function matches(pattern: IncludePattern, path: string): boolean {
  if (pattern.kind === "file") return pattern.path === path;
  const name = nameOf(path);
  return folderOf(path) === pattern.folder && name !== "" && !name.startsWith(".") && matchesName(pattern.name, name);
}

/** Undefined where Prosody would refuse the path. */
function includePattern(written: string, folder: string): IncludePattern | undefined {
  // Such a text is no path; its end would be lost on the way to the operating system.
  if (written === "" || written.includes("\0")) return undefined;
  if (!/[*?]/.test(written)) {
    const path = resolve(folder, written);
    return path === "/" ? undefined : { kind: "file", path };
  }
  // A wildcard further to the front makes the last part a pattern too, while the folder is meant as it is written.
  const cut = written.lastIndexOf("/") + 1;
  const name = written.slice(cut);
  // `/*.lua` is relative as well: what stands before the last slash is empty.
  return name === "" ? undefined : { kind: "glob", folder: resolve(folder, written.slice(0, Math.max(0, cut - 1))), name };
}

/** Without the quotes, when the length shows that there are quotes and no escapes. */
function textSpan({ span, value, folded }: StringValue): Span {
  if (folded === true || span.end - span.start !== value.length + 2) return span;
  return { start: span.start + 1, end: span.end - 1 };
}

const STAR = 42;
const QUESTION_MARK = 63;

/** In time that grows with the product of both lengths, whatever the pattern. `?` is one byte, as in Prosody. */
function matchesName(pattern: string, name: string): boolean {
  const wanted = bytesOf(pattern);
  const given = bytesOf(name);
  let at = 0;
  let star: { readonly after: number; taken: number } | undefined;
  for (let i = 0; i < given.length;) {
    const want = wanted[at];
    if (want === STAR) {
      star = { after: ++at, taken: i };
    } else if (want !== undefined && (want === QUESTION_MARK || want === given[i])) {
      at++;
      i++;
    } else if (star !== undefined) {
      i = ++star.taken;
      at = star.after;
    } else {
      return false;
    }
  }
  while (wanted[at] === STAR) at++;
  return at === wanted.length;
}

/** UTF-8; half a surrogate pair, which no file name has, becomes the replacement character. */
function bytesOf(text: string): readonly number[] {
  const encoded = encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
  return (encoded.match(/%..|[^%]/g) ?? []).map((part) =>
    part.startsWith("%") ? Number.parseInt(part.slice(1), 16) : part.charCodeAt(0),
  );
}
