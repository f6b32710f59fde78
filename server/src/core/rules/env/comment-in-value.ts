// A comment after a value, which only some tools take for one.

import type { EnvIssueId } from "../../syntax/env/syntax.ts";
import { blanksBefore } from "../../text/indent.ts";
import { contains } from "../../text/span.ts";
import type { Span } from "../../text/span.ts";
import type { EnvRule, Fix } from "../rule.ts";
import { offer } from "./shared/edits.ts";
import { keptReport, keptValues } from "./shared/kept.ts";
import { livingDialects, subjectsOf } from "./shared/subject.ts";
import { commonTraps, isLiteralOnly } from "./shared/traps.ts";

/** Compose wants a space before the `#`. */
const TAB: ReadonlySet<EnvIssueId> = new Set(["comment-kept"]);

export const commentInValue: EnvRule = {
  kind: "env",
  id: "comment-in-value",
  severity: "warning",
  check(context) {
    const { text } = context;
    for (const value of keptValues(context)) {
      const { comment } = value.parts;
      if (comment === undefined) continue;
      const fixes = [moveAbove(text, value.statement, comment)];
      context.report(keptReport(value, comment, "the comment", "does not", "Put it on a line of its own.", fixes));
    }
    const subjects = subjectsOf(context);
    const isCompose = !isLiteralOnly(context.file) && livingDialects(context.file.syntaxes).size === 1;
    for (const { span, message } of isCompose ? commonTraps(context.file, TAB) : []) {
      const subject = subjects.find(({ info, variable }) => info !== undefined && contains(variable.span, span));
      if (subject === undefined) continue;
      context.report({ span, message, ...offer([moveAbove(text, subject.variable.span, span)]) });
    }
    for (const { info, values, place, variable } of subjects) {
      if (info === undefined || place === undefined || values?.every((value) => /^#[ \t]/.test(value)) !== true) continue;
      const message =
        "With nothing before it, this comment becomes the value, whatever tool reads the file. Put it on a line of its own.";
      context.report({ span: place, message, severity: "warning", ...offer([moveAbove(text, variable.span, place)]) });
    }
  },
};

function moveAbove(text: string, { start }: Span, comment: Span): Fix {
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const end = Math.max(start, blanksBefore(text, comment.start));
  const edits = [
    { span: { start, end: start }, newText: text.slice(comment.start, comment.end).trimEnd() + lineBreak },
    { span: { start: end, end: comment.end }, newText: "" },
  ];
  return { title: "Move the comment above", edits, safe: true };
}
