// What moving from one version of Prosody to another means for one file: the words of the report, as data. Made by `report.ts`.

import type { Severity } from "../rules/rule.ts";
import type { Version } from "../schema/types.ts";
import type { Span } from "../text/span.ts";

/** In the order in which one should read them, each with the words for it. */
export const HEADINGS = {
  breaks: "Refused, or read in another way",
  removed: "Without effect",
  "not-yet": "Not known yet",
  renamed: "Renamed",
  replaced: "Replaced",
  "default-changed": "Other defaults",
  deprecated: "Outdated",
  step: "To do and to know beside the file",
} as const;

export type UpgradeKind = keyof typeof HEADINGS;

export interface UpgradeEntry {
  readonly kind: UpgradeKind;
  readonly severity: Severity;
  /** What changes and what to do. Never a secret's value. */
  readonly message: string;
  /** In the file, where there is a place. */
  readonly span?: Span;
  /** The rule that says so, or the note. */
  readonly rule: string;
  /** Title of the fix that mends it, and whether it may be applied without asking. */
  readonly fix?: { readonly title: string; readonly safe: boolean };
  /** It was so in the version before, too. */
  readonly before?: true;
  readonly page?: string;
}

export interface Upgrade {
  readonly from: Version;
  readonly to: Version;
  readonly direction: "up" | "down" | "none";
  /** What matters most first; what was so before last. */
  readonly entries: readonly UpgradeEntry[];
  /** Entries that are mended by applying all safe fixes together. */
  readonly fixable: number;
  /** The file has syntax errors: no version loads it, and not all of it could be looked at. */
  readonly unreadable?: true;
}

const KINDS: readonly string[] = Object.keys(HEADINGS);

/** In the order in which one should read them. */
export function inOrder(entries: readonly UpgradeEntry[]): readonly UpgradeEntry[] {
  const rank = ({ before, kind, span }: UpgradeEntry): readonly number[] => [
    before === true ? 1 : 0,
    KINDS.indexOf(kind),
    span?.start ?? Number.MAX_SAFE_INTEGER,
  ];
  return [...entries].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    return left.map((value, i) => value - (right[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
  });
}
