// Where a text takes in variables of Compose: `$NAME` and `${NAME…}`, in compose files and in the values of env files.

import { touches } from "../../text/span.ts";
import type { Span } from "../../text/span.ts";
import type { ContainerGraphFile, EnvGraphFile } from "./files.ts";

export interface Interpolation {
  readonly name: string;
  readonly span: Span;
}

const IN_YAML = /\$(?:\$|\{([A-Za-z_]\w*)(?=[}:?+-])|([A-Za-z_]\w*))/g;
const IN_ENV = /\\[\s\S]|\$(?:\$|\{([A-Za-z_]\w*)(?=[}:?+-])|([A-Za-z_]\w*))/g;

export function interpolationsOf(file: ContainerGraphFile | EnvGraphFile): readonly Interpolation[] {
  const { text } = file;
  if (!text.includes("$")) return [];
  if (file.kind === "container") {
    if (file.file.form !== "compose") return [];
    return find(text, IN_YAML, 0).filter(({ span }) => !file.comments.some((comment) => touches(comment, span.start)));
  }
  if (!file.file.dialects.includes("compose")) return [];
  return file.file.variables.flatMap(({ valueSpan: { start, end } }) => {
    const value = text.slice(start, end);
    return value.startsWith("'") ? [] : find(value, IN_ENV, start);
  });
}

function find(text: string, pattern: RegExp, base: number): readonly Interpolation[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: all, 1: braced, 2: plain, index }) => {
    const name = braced ?? plain;
    if (name === undefined) return [];
    const end = base + index + all.length;
    return [{ name, span: { start: end - name.length, end } }];
  });
}
