// Findings as commands of GitHub's workflows, which shows them beside the lines of a pull request.

import { SEVERITIES } from "../../core/rules/rule.ts";
import type { Severity } from "../../core/rules/rule.ts";
import type { CheckedFile } from "./diagnostic.ts";
import { printable } from "./printable.ts";

const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/** The worst first: GitHub shows a limited number of each. */
export function formatGithub(files: readonly CheckedFile[]): string {
  const all = files.flatMap(({ path, diagnostics }) => diagnostics.map((diagnostic) => ({ path, ...diagnostic })));
  const sorted = [...all].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  return sorted
    .map(({ path, severity, rule, message, line, column, endLine, endColumn }) => {
      // Columns of an end on another line would be taken for the first line's.
      const end = endLine === line ? `,endColumn=${endColumn}` : "";
      const place = `file=${property(path)},line=${line},endLine=${endLine},col=${column}${end},title=${property(rule)}`;
      return `::${LEVELS[severity]} ${place}::${data(message)}\n`;
    })
    .join("");
}

function data(text: string): string {
  return printable(text).replaceAll("%", "%25");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
