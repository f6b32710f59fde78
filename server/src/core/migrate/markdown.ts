// An upgrade as a document for people: Markdown, with the places in it that lead to lines of the file.

import type { LineIndex } from "../text/lineIndex.ts";
import type { Span } from "../text/span.ts";
import { HEADINGS } from "./upgrade.ts";
import type { Upgrade, UpgradeEntry, UpgradeKind } from "./upgrade.ts";

export interface UpgradeDocument {
  readonly text: string;
  readonly links: readonly UpgradeLink[];
}

export interface UpgradeLink {
  /** In the document. */
  readonly span: Span;
  /** In the file. */
  readonly target: Span;
}

export { HEADINGS };

/** `name`: of the file, as people call it. */
export function upgradeDocument(upgrade: Upgrade, name: string, lines: LineIndex): UpgradeDocument {
  const writer = new Writer();
  writer.line(`# ${name}: ${titleOf(upgrade)}`);
  for (const sentence of summary(upgrade)) {
    writer.line();
    writer.line(sentence);
  }
  const now = upgrade.entries.filter(({ before }) => before !== true);
  const [first] = now;
  let kind: UpgradeKind | undefined;
  for (const entry of now) {
    if (entry.kind !== kind || entry === first) writer.heading(HEADINGS[entry.kind]);
    kind = entry.kind;
    writer.entry(entry, lines);
  }
  const old = upgrade.entries.filter(({ before }) => before === true);
  if (old.length > 0) writer.heading(`Already so with Prosody ${upgrade.from}`);
  for (const entry of old) writer.entry(entry, lines);
  return writer.document();
}

export function titleOf({ from, to }: Upgrade): string {
  return `from Prosody ${from} to ${to}`;
}

/** What there is to say of all of it. */
export function summary({ from, to, direction, entries, fixable, unreadable }: Upgrade): readonly string[] {
  if (direction === "none") return [`The configuration is for Prosody ${from} already: there is nothing to compare.`];
  const changes = entries.filter(({ before }) => before !== true).length;
  const old = entries.length - changes;
  const sentences = [
    changes === 0
      ? `Nothing in this file changes between Prosody ${from} and ${to}, as far as is known.`
      : `${count(changes, "thing")} to look at before Prosody ${to} runs with this file.`,
  ];
  if (old > 0) sentences.push(`${count(old, "thing")} outdated before.`);
  if (fixable > 0)
    sentences.push(`${fixable === 1 ? "1 of them" : `${fixable} of them`} can be changed in the file without asking.`);
  const paragraphs = [sentences.join(" ")];
  if (unreadable === true)
    paragraphs.unshift(
      "The file has a syntax error, and no version of Prosody loads it. Mend that first: this report may miss what comes after.",
    );
  if (direction === "down") {
    paragraphs.push(
      "This is a step back. The older version may not be able to read what the newer one has stored, so have a backup of the data at hand.",
    );
  }
  return paragraphs;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

class Writer {
  private text = "";
  private readonly links: UpgradeLink[] = [];

  line(text = ""): void {
    this.text += `${text}\n`;
  }

  heading(text: string): void {
    this.line();
    this.line(`## ${text}`);
    this.line();
  }

  entry({ span, message, severity, fix, page }: UpgradeEntry, lines: LineIndex): void {
    this.text += "- ";
    if (severity === "error" || severity === "warning") this.text += `**${severity === "error" ? "Error" : "Warning"}** `;
    if (span !== undefined) {
      const start = this.text.length;
      this.text += `Line ${lines.at(span.start).line + 1}`;
      this.links.push({ span: { start, end: this.text.length }, target: span });
      this.text += ": ";
    }
    this.line(message);
    if (fix?.safe === true) this.line(`  *Done by applying the changes:* ${fix.title}.`);
    if (page !== undefined) this.line(`  <${page}>`);
  }

  document(): UpgradeDocument {
    return { text: this.text, links: this.links };
  }
}
