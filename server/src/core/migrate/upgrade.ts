// What moving from one version of Prosody to another means for one file: the words of the report, as data. Made by `report.ts`.

import type { Severity } from "../rules/rule.ts";
import type { Version } from "../schema/types.ts";
import type { Span } from "../text/span.ts";

export type UpgradeKind =
  | "breaks" // is refused or read in another way
  | "removed" // has no effect any more
  | "renamed" // has another name
  | "replaced" // something else does it
  | "default-changed" // is not set, and what holds instead is another value
  | "deprecated" // still works
  | "not-yet" // the older version does not know it
  | "step"; // to be done or known, outside of the file

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

const KINDS: readonly UpgradeKind[] = [
  "breaks",
  "removed",
  "not-yet",
  "renamed",
  "replaced",
  "default-changed",
  "deprecated",
  "step",
];

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
