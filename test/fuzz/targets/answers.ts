// What holds of everything that is said of a text: it is about places in the text, its edits can be applied, and it tells no secret.

import type { Analysis } from "../../../server/src/core/analyse.ts";
import { complete } from "../../../server/src/core/features/completion/index.ts";
import { hover } from "../../../server/src/core/features/hover.ts";
import { outline } from "../../../server/src/core/features/outline.ts";
import { masked } from "../../../server/src/core/masked/masked.ts";
import { check } from "../../../server/src/core/rules/check.ts";
import type { Finding } from "../../../server/src/core/rules/rule.ts";
import type { Schema } from "../../../server/src/core/schema/schema.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { SECRET, mustKeepSecret } from "../secrets.ts";
import { must } from "../target.ts";

/** `hidesSecret`: a secret in it stands where we know one. */
export function mustAnswerWell(
  analysis: Analysis,
  schema: Schema,
  number: (limit: number) => number,
  hidesSecret: boolean,
): readonly Finding[] {
  const { text } = analysis;
  hidesSecret &&= text.includes(SECRET);
  const findings = check(analysis, schema);
  for (const finding of findings) mustBeSound(finding, text, hidesSecret);
  const offset = number(text.length + 1);
  const found = hover(analysis, schema, offset);
  if (found !== undefined) {
    must(found.span.start >= 0 && found.span.start <= offset && offset <= found.span.end, "a hover is about another place");
    must(found.span.end <= text.length, "a hover ends behind the text");
    if (hidesSecret) mustKeepSecret("a hover", found.markdown);
  }
  const items = complete(analysis, schema, offset);
  if (hidesSecret) mustKeepSecret("completion", items);
  outline(analysis);
  const shown = masked(analysis, schema);
  must(shown.split("\n").length === text.split("\n").length, "what is shown of the text has other lines");
  // In a container file that a mutation broke, nobody can tell what belongs to a container.
  if (hidesSecret && analysis.kind !== "container") mustKeepSecret("what is shown of the text", shown);
  return findings;
}

function mustBeSound(finding: Finding, text: string, hidesSecret: boolean): void {
  const { span, rule, message, related = [] } = finding;
  for (const one of [span, ...related.map((each) => each.span)])
    must(0 <= one.start && one.start <= one.end && one.end <= text.length, `${rule} speaks of a place outside of the text`);
  if (hidesSecret) mustKeepSecret(rule, [message, related.map((one) => one.message)]);
  for (const { title, edits, others } of finding.fixes?.() ?? []) {
    const after = applyEdits(text, edits);
    must(after !== undefined, `edits of ${rule} overlap`);
    must(after !== text || (others?.length ?? 0) > 0, `a fix of ${rule} changes nothing`);
    if (hidesSecret) mustKeepSecret(`a fix of ${rule}`, title);
  }
}
