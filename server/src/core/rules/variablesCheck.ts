// Runs the rules for env files and for containers over one file.

import type { ContainerAnalysis, EnvAnalysis } from "../analyse.ts";
import type { EnvFile } from "../model/envFile.ts";
import type { EnvUses } from "../model/project.ts";
import type { Schema } from "../schema/schema.ts";
import type { Pace } from "../text/pace.ts";
import { checkContainerVariables } from "./containerVariables.ts";
import { concernsImage } from "./env/shared/foreign.ts";
import { withBeside, withoutForeignSpans } from "./foreignSpan.ts";
import type { Report, Rule } from "./rule.ts";

export interface VariablesCheck {
  readonly analysis: EnvAnalysis | ContainerAnalysis;
  readonly schema: Schema;
  readonly rules: readonly Rule[];
  readonly report: (rule: Rule, report: Report) => void;
  /** Gets the rules whose silence means nothing. */
  readonly unsure: Set<string>;
  readonly uses?: EnvUses | undefined;
  readonly pace?: Pace | undefined;
}

export function checkVariables({ analysis, schema, rules, report: tell, unsure, uses, pace }: VariablesCheck): void {
  const { text } = analysis;
  const file = analysis.kind === "env" ? wholeOf(analysis.file, schema, uses) : undefined;
  for (const rule of rules) {
    pace?.();
    const report = (one: Report): void => {
      const here = withoutForeignSpans(one);
      if (here !== undefined) tell(rule, here);
    };
    if (rule.kind === "env" && file !== undefined) {
      rule.check({
        file,
        text,
        schema,
        report,
        get uses() {
          if (uses?.certain !== true) unsure.add(rule.id);
          return uses;
        },
      });
    }
    if (analysis.kind !== "container") continue;
    if (rule.kind === "env") checkContainerVariables(rule, analysis.file, text, schema, report);
    if (rule.kind === "container") rule.check({ file: analysis.file, text, schema, report });
  }
}

/** What is given besides to whom an env file is given belongs to it, where it is about the image. */
function wholeOf(file: EnvFile, schema: Schema, uses: EnvUses | undefined): EnvFile {
  const beside = uses?.beside ?? [];
  return beside.length === 0 || !concernsImage(file, schema) ? file : withBeside(file, beside);
}
