// Plain data as YAML: two blanks a level, no folded lines, and quotes wherever some reader of YAML, old ones included, would take a
// text for something else.

import { Document, Scalar, visit } from "yaml";

export function yamlText(value: unknown, comment?: string): string {
  const document = new Document(value, { compat: "yaml-1.1", aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_key, node) {
      // Ports look like times to some, and whole command lines are easier to read in quotes.
      if (typeof node.value === "string" && /^[\d:.[\]/-]*\d:\d/.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  if (comment !== undefined) document.commentBefore = comment.replace(/^/gm, " ");
  return document.toString({ lineWidth: 0, indentSeq: true });
}
