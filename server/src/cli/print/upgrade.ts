// What an upgrade means for files, for people and for programs. The text of a file is never shown: it may hold a secret.

import { HEADINGS, summary, titleOf } from "../../core/migrate/markdown.ts";
import type { Upgrade, UpgradeEntry, UpgradeKind } from "../../core/migrate/upgrade.ts";
import type { FileKind } from "../../core/source.ts";
import type { LineIndex } from "../../core/text/lineIndex.ts";
import type { Span } from "../../core/text/span.ts";
import type { Colours } from "./colours.ts";
import { toDiagnostics } from "./diagnostic.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { toJson } from "./json.ts";
import { printable } from "./printable.ts";

export interface UpgradedFile {
  readonly path: string;
  readonly kind: FileKind;
  readonly upgrade: Upgrade;
  readonly places: readonly (Place | undefined)[];
  /** Why it does not load, so that there is nothing to compare. */
  readonly syntaxError?: Place & { readonly message: string };
  /** Changes that were written to it; absent: none were asked for. */
  readonly applied?: number;
}

type Place = Pick<Diagnostic, "line" | "column" | "endLine" | "endColumn">;

/** Of all entries, undefined for those without one. */
export function placesOf({ entries }: Upgrade, text: string, lines: LineIndex): readonly (Place | undefined)[] {
  return entries.map(({ span }) => (span === undefined ? undefined : placeOf(span, text, lines)));
}

export function placeOf(span: Span, text: string, lines: LineIndex): Place | undefined {
  const [place] = toDiagnostics([{ span, rule: "", severity: "error", message: "", fixable: false }], text, lines);
  if (place === undefined) return undefined;
  const { line, column, endLine, endColumn } = place;
  return { line, column, endLine, endColumn };
}

export function formatUpgradesAsJson(files: readonly UpgradedFile[]): string {
  return toJson({
    files: files.map(({ path, kind, upgrade, places, applied, syntaxError }) => ({
      path,
      kind,
      from: upgrade.from,
      to: upgrade.to,
      direction: upgrade.direction,
      fixable: upgrade.fixable,
      ...(applied === undefined ? {} : { applied }),
      ...(syntaxError === undefined ? {} : { syntaxError }),
      entries: upgrade.entries.map((entry, i) => ({
        kind: entry.kind,
        severity: entry.severity,
        rule: entry.rule,
        before: entry.before === true,
        message: entry.message,
        fix: entry.fix ?? null,
        page: entry.page ?? null,
        place: places[i] ?? null,
      })),
    })),
  });
}

export function formatUpgrades(files: readonly UpgradedFile[], colours: Colours): string {
  return files.map((file) => block(file, colours)).join("\n");
}

function block({ path, upgrade, places, applied, syntaxError }: UpgradedFile, colours: Colours): string {
  if (syntaxError !== undefined) {
    const { line, column, message } = syntaxError;
    const what = `${printable(message)} The upgrade can only be judged once the file loads.`;
    return `${printable(path)}: ${titleOf(upgrade)}\n  ${printable(path)}:${line}:${column}  ${colours.red("error  ")}${what}\n`;
  }
  const lines = [`${printable(path)}: ${titleOf(upgrade)}`, ...summary(upgrade).map((sentence) => `  ${sentence}`)];
  if (applied !== undefined)
    lines.push(`  ${colours.green(applied === 1 ? "1 change was made." : `${applied} changes were made.`)}`);
  let heading: string | undefined;
  upgrade.entries.forEach((entry, i) => {
    const wanted = entry.before === true ? `Already so with Prosody ${upgrade.from}` : HEADINGS[entry.kind satisfies UpgradeKind];
    if (wanted !== heading) lines.push("", `  ${wanted}`);
    heading = wanted;
    lines.push(row(path, entry, places[i], colours));
  });
  return lines.map((line) => `${line}\n`).join("");
}

function row(path: string, { severity, message, fix }: UpgradeEntry, place: Place | undefined, colours: Colours): string {
  const where = place === undefined ? "" : `${printable(path)}:${place.line}:${place.column}  `;
  const loud = severity === "error" ? colours.red("error  ") : severity === "warning" ? colours.yellow("warning  ") : "";
  const mended = fix?.safe === true ? colours.dim("  [--fix]") : "";
  return `    ${where}${loud}${printable(message)}${mended}`;
}
