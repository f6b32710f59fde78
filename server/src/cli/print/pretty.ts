// Findings for people: one line each that terminals can follow to the place, grouped by file, and a summary. The text of a file is
// never shown: it may hold a secret.

import { SEVERITIES } from "../../core/rules/rule.ts";
import type { Severity } from "../../core/rules/rule.ts";
import { versionReason } from "../../workspace/versionWords.ts";
import { shown } from "../input/paths.ts";
import type { Colours } from "./colours.ts";
import type { CheckedFile, Diagnostic } from "./diagnostic.ts";
import { printable } from "./printable.ts";

export function formatPretty(files: readonly CheckedFile[], colours: Colours): string {
  if (files.length === 0) return "";
  const blocks = files
    .filter(({ diagnostics }) => diagnostics.length > 0)
    .map(({ path, diagnostics }) => block(path, diagnostics, colours));
  const mended = files.every(({ fixed }) => fixed === undefined) ? "" : formatFixes(files, "Fixed", colours);
  return [...blocks, `${mended}${summary(files, colours)}\n${versions(files, colours)}`].join("\n");
}

/** What was fixed or would be, with lines. */
export function formatFixes(
  files: readonly Pick<CheckedFile, "path" | "fixed">[],
  done: "Fixed" | "Would fix",
  colours: Colours,
): string {
  const changed = files.filter(({ fixed = [] }) => fixed.length > 0);
  const all = changed.flatMap(({ path, fixed = [] }) =>
    fixed.map((fix) => ({ ...fix, place: `${printable(path)}:${fix.line}` })),
  );
  const count = all.length;
  if (count === 0) return "Nothing to fix.\n";
  const width = Math.max(...all.map(({ place }) => place.length));
  const list = all.map(({ place, title, rule }) => `${place.padEnd(width)}  ${printable(title)}  ${colours.dim(rule)}\n`);
  const where = `${changed.length} ${changed.length === 1 ? "file" : "files"}`;
  return `${list.join("")}${colours.green(`${done} ${count} ${count === 1 ? "problem" : "problems"} in ${where}.`)}\n`;
}

function block(path: string, diagnostics: readonly Diagnostic[], colours: Colours): string {
  const rows = diagnostics.map((diagnostic) => ({
    diagnostic,
    place: `${printable(path)}:${diagnostic.line}:${diagnostic.column}`,
  }));
  const width = (of: (row: (typeof rows)[number]) => string): number => Math.max(...rows.map((row) => of(row).length));
  const placeWidth = width((row) => row.place);
  const severityWidth = width((row) => row.diagnostic.severity);
  return rows
    .map(({ diagnostic: { severity, message, rule }, place }) => {
      const loud = paint(severity, colours)(severity.padEnd(severityWidth));
      return `${place.padEnd(placeWidth)}  ${loud}  ${printable(message)}  ${colours.dim(rule)}\n`;
    })
    .join("");
}

function summary(files: readonly CheckedFile[], colours: Colours): string {
  const where = `in ${files.length} ${files.length === 1 ? "file" : "files"}`;
  const all = files.flatMap(({ diagnostics }) => diagnostics);
  if (all.length === 0) return colours.green(`No problems found ${where}.`);
  const counts = SEVERITIES.map((severity) => ({ severity, count: all.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => paint(severity, colours)(`${count} ${plural(severity, count)}`));
  return `${counts.join(", ")} ${where}`;
}

/** For which versions of Prosody, and why. */
function versions(files: readonly CheckedFile[], colours: Colours): string {
  const counts = new Map<string, number>();
  for (const { version } of files) {
    const reason = version.because === "assumed" ? ASSUMED : versionReason(version, shown);
    const words = `Checked for Prosody ${version.version} (${reason})`;
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts]
    .map(
      ([words, count]) =>
        `${colours.dim(`${printable(words)}${counts.size === 1 ? "" : `: ${count} ${count === 1 ? "file" : "files"}`}.`)}\n`,
    )
    .join("");
}

const ASSUMED = "assumed; set --prosody-version, or version in .prosody-config.json";

function plural(severity: Severity, count: number): string {
  return count === 1 || severity === "information" ? severity : `${severity}s`;
}

function paint(severity: Severity, colours: Colours): (text: string) => string {
  switch (severity) {
    case "error":
      return colours.red;
    case "warning":
      return colours.yellow;
    case "information":
      return colours.blue;
    case "hint":
      return colours.cyan;
  }
}
