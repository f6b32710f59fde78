// Blanks before or after a value, which only some tools take away.

import type { EnvRule } from "../rule.ts";
import { keptReport, keptValues } from "./shared/kept.ts";

export const blankAroundValue: EnvRule = {
  kind: "env",
  id: "blank-around-value",
  severity: "warning",
  check(context) {
    for (const value of keptValues(context)) {
      const [first] = value.parts.blanks;
      if (first === undefined) continue;
      const edits = value.parts.blanks.map((span) => ({ span, newText: "" }));
      const fixes = [{ title: "Remove the blanks", edits, safe: true }];
      context.report(keptReport(value, first, "the blanks around a value", "does not", "Remove them.", fixes));
    }
  },
};
