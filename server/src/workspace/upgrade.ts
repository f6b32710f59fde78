// What an upgrade of Prosody means for a file, asked of its snapshot. Apart from it, as it is seldom asked for.

import { upgradeReport } from "../core/migrate/report.ts";
import { MIGRATION_RULES } from "../core/migrate/rules.ts";
import type { Upgrade } from "../core/migrate/upgrade.ts";
import { fixAll } from "../core/rules/fixAll.ts";
import type { FixedText } from "../core/rules/fixAll.ts";
import type { Schema } from "../core/schema/schema.ts";
import { checkOptions } from "./snapshot.ts";
import type { Snapshot } from "./snapshot.ts";

/** `from` and `to`: the schemas of the two versions. */
export function upgradeOf(snapshot: Snapshot, from: Schema, to = snapshot.schema): Upgrade {
  return upgradeReport(snapshot.analysis, from, to, chosenOptions(snapshot));
}

/** The text after all that an upgrade asks for and that may be changed without asking. */
export function upgradedText(snapshot: Snapshot, to = snapshot.schema, unsafe = false): FixedText {
  const options = { ...chosenOptions(snapshot), unsafe, rules: MIGRATION_RULES };
  return fixAll(snapshot.analysis, to, options);
}

/** Whoever asks what an upgrade means has chosen the version. */
function chosenOptions(snapshot: Snapshot): ReturnType<typeof checkOptions> {
  return { ...checkOptions(snapshot), assumesVersion: false };
}
