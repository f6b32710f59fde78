// Lines that set a variable of another name than the one that was meant, or none at all, without a word from the tool that reads them.

import type { EnvIssue, EnvIssueId } from "../../syntax/env/syntax.ts";
import type { EnvContext, EnvRule, Fix } from "../rule.ts";
import { offer } from "./shared/edits.ts";
import { concernsImage } from "./shared/foreign.ts";
import { livingDialects } from "./shared/subject.ts";
import { commonTraps, lineAt } from "./shared/traps.ts";

const LOSING: ReadonlySet<EnvIssueId> = new Set([
  "byte-order-mark",
  "colon-separator",
  "export-kept",
  "name-at-end",
  "name-with-blank",
  "wildcard",
]);

export const lostVariable: EnvRule = {
  kind: "env",
  id: "lost-variable",
  severity: "error",
  check(context) {
    const { file, schema, report } = context;
    if (file.syntaxes.length === 0 || !concernsImage(file, schema)) return;
    const sure = commonTraps(file, LOSING);
    for (const issue of [...sure, ...endOfCompose(context, sure)]) {
      if (!isOurs(issue, context)) continue;
      const severity = sure.includes(issue) ? "error" : "information";
      report({ span: issue.span, message: issue.message, severity, ...offer(fixesFor(issue, context)) });
    }
  },
};

/** Where docker may be the reader, too, it is worth a word all the same: a line break is right for both. */
function endOfCompose({ file: { syntaxes } }: EnvContext, sure: readonly EnvIssue[]): readonly EnvIssue[] {
  const compose = livingDialects(syntaxes).has("compose") ? syntaxes.find(({ dialect }) => dialect === "compose") : undefined;
  return (
    compose?.issues.filter(({ id, span }) => id === "name-at-end" && !sure.some((one) => one.span.start === span.start)) ?? []
  );
}

function isOurs({ span }: EnvIssue, { text, schema }: EnvContext): boolean {
  const name = /^[\uFEFF \t]*(?:export[ \t]+)?(\w+)/.exec(lineAt(text, span.start).text)?.[1] ?? "";
  return /^PROSODY(?:CTL)?_/.test(name) || schema.variable(name) !== undefined;
}

function fixesFor({ id, span }: EnvIssue, { text }: EnvContext): readonly Fix[] {
  const line = lineAt(text, span.start);
  const fix = (title: string, start: number, end: number, newText = ""): readonly Fix[] => [
    { title, edits: [{ span: { start, end }, newText }], safe: true },
  ];
  switch (id) {
    case "byte-order-mark":
      return fix("Remove the byte-order mark", span.start, span.end);
    case "name-at-end":
      return fix("End the line", text.length, text.length, text.includes("\r\n") ? "\r\n" : "\n");
    case "export-kept": {
      const [word = ""] = /^export[ \t]+/.exec(text.slice(span.start)) ?? [];
      return fix("Remove `export`", span.start, span.start + word.length);
    }
    case "name-with-blank": {
      const [, before = "", blanks = ""] = /^(\s*\w+)([ \t]+)=/.exec(line.text) ?? [];
      const start = line.start + before.length;
      return blanks === "" ? [] : fix("Remove the blanks", start, start + blanks.length);
    }
    case "colon-separator": {
      const [, before = "", separator = ""] = /^(\s*\w+)([ \t]*:[ \t]*)/.exec(line.text) ?? [];
      const start = line.start + before.length;
      return separator === "" ? [] : fix("Write `=`", start, start + separator.length, "=");
    }
    default:
      return [];
  }
}
