// Plain data as YAML: two blanks a level, no folded lines, and quotes wherever some reader of YAML, old ones included, would take a
// text for something else.

import { Document, Scalar, visit } from "yaml";
import { escapeUnsafe, isUnsafe } from "../syntax/yaml/escape.ts";

export function yamlText(value: unknown, comment?: string): string {
  const document = new Document(value, { compat: "yaml-1.1", aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value !== "string") return;
      // Ports look like times to some. Compose stumbles over tabs in texts of several lines, and what cannot stand as it is is escaped.
      if (/^[\d:.[\]/-]*\d:\d|[\t\n\r]/.test(node.value) || isUnsafe(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  if (comment !== undefined) document.commentBefore = comment.replace(/^/gm, " ");
  return escapeUnsafe(document.toString({ lineWidth: 0, indentSeq: true, doubleQuotedMinMultiLineLength: Infinity }));
}
