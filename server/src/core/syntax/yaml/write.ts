// Writes texts into YAML: a scalar anew with quotes that keep it a text, and an entry out of the block that it stands in.

import type { TextEdit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";
import { escapeUnsafe, isUnsafe } from "./escape.ts";
import type { YamlEntry, YamlNode, YamlScalar } from "./tree.ts";

/** In the style of the one that stands there, as far as that can hold the new text. */
export function writeScalar(scalar: YamlScalar, value: string): TextEdit | undefined {
  // What an alias repeats is not only this container's; a block has lines of its own.
  if (scalar.shared || scalar.style === "block" || scalar.span.end === scalar.span.start) return undefined;
  return { span: scalar.span, newText: quoted(scalar, value) };
}

function quoted({ style, inFlow }: YamlScalar, value: string): string {
  if (style === "plain" && staysText(value, inFlow)) return value;
  if (style === "single" && !/[\u0000-\u001f]/.test(value) && !isUnsafe(value)) return `'${value.replaceAll("'", "''")}'`;
  return escapeUnsafe(JSON.stringify(value));
}

/** Whether each tool reads it as the same text without quotes. */
function staysText(value: string, inFlow: boolean): boolean {
  if (!/^[A-Za-z/][\w./:@%+,=-]*$/.test(value) || value.endsWith(":") || (inFlow && /[,:]/.test(value))) return false;
  return !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(value);
}

/** Takes an entry of a map or an item of a list out, with its lines; of the last one, the whole map or list with its key. */
export function removeEntry(
  text: string,
  span: Span,
  block: YamlNode,
  parent: YamlEntry | undefined,
): readonly TextEdit[] | undefined {
  if (block.shared || block.kind === "scalar" || block.flow) return undefined;
  const count = block.kind === "map" ? block.entries.length : block.items.length;
  if (count > 1) return removeLines(text, span);
  if (parent === undefined || parent.shared || parent.key.inFlow) return undefined;
  return removeLines(text, { start: parent.key.span.start, end: Math.max(span.end, block.span.end) });
}

/** Undefined where something else stands on the lines. */
export function removeLines(text: string, { start, end }: Span): readonly TextEdit[] | undefined {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const feed = text.indexOf("\n", end);
  const to = feed < 0 ? text.length : feed + 1;
  if (!/^[ \t]*$/.test(text.slice(from, start)) || !/^[ \t]*(?:#.*)?\r?\n?$/.test(text.slice(end, to))) return undefined;
  return [{ span: { start: from, end: to }, newText: "" }];
}

/** From the dash of a list's item on. */
export function withDash(text: string, span: Span): Span {
  const [dash] = /-[ \t]+$/.exec(text.slice(text.lastIndexOf("\n", span.start - 1) + 1, span.start)) ?? [];
  return dash === undefined ? span : { start: span.start - dash.length, end: span.end };
}
