// The text after everything has been mended that an upgrade asks for and that may be mended without asking.

import type { Analysis } from "../analyse.ts";
import type { RuleSettings } from "../rules/check.ts";
import { fixAll } from "../rules/fixAll.ts";
import type { FixedText } from "../rules/fixAll.ts";
import type { Schema } from "../schema/schema.ts";
import { MIGRATION_RULES } from "./rules.ts";

export interface ApplyOptions {
  readonly severities?: RuleSettings;
  /** Also what changes the way the server works. */
  readonly unsafe?: boolean;
  /** Understands a changed text. */
  readonly analyse: (text: string) => Analysis;
}

export function applyUpgrade(analysis: Analysis, to: Schema, options: ApplyOptions): FixedText {
  return fixAll(analysis, to, { ...options, rules: MIGRATION_RULES });
}
