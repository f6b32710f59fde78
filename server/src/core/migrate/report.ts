// Compares what two versions of Prosody make of one file. What the rules find for the newer one, what changes without being written
// in the file, and what is to be done beside it.

import type { Analysis } from "../analyse.ts";
import type { CheckOptions } from "../rules/check.ts";
import type { Schema } from "../schema/schema.ts";
import { compareVersions } from "../schema/version.ts";
import { changedDefaults } from "./defaults.ts";
import { changedFindings } from "./findings.ts";
import { newlyBundled } from "./modules.ts";
import { notes } from "./notes.ts";
import { inOrder } from "./upgrade.ts";
import type { Upgrade, UpgradeEntry } from "./upgrade.ts";
import { Usage } from "./usage.ts";

/** `project`: the files around it. */
export type UpgradeOptions = Pick<CheckOptions, "severities" | "project">;

export function upgradeReport(analysis: Analysis, from: Schema, to: Schema, options: UpgradeOptions = {}): Upgrade {
  const order = compareVersions(from.version, to.version);
  const unreadable = analysis.kind === "lua" && analysis.syntax.issues.length > 0;
  const base = { from: from.version, to: to.version, ...(unreadable ? { unreadable: true as const } : {}) };
  if (order === 0) return { ...base, direction: "none", entries: [], fixable: 0 };
  const found = changedFindings(analysis, from, to, options);
  const entries = inOrder([...found, ...beside(analysis, from, to, options)]);
  const fixable = entries.filter(({ fix }) => fix?.safe === true).length;
  return { ...base, direction: order < 0 ? "up" : "down", entries, fixable };
}

/** What no rule finds. */
function beside(analysis: Analysis, from: Schema, to: Schema, { project }: UpgradeOptions): readonly UpgradeEntry[] {
  if (analysis.kind !== "lua") return [];
  const usage = new Usage(analysis, from, project);
  return [...newlyBundled(usage, to), ...changedDefaults(usage, to), ...notes(usage, to)];
}
