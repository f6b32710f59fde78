// Quotes around a value, which only some tools take away.

import type { EnvRule } from "../rule.ts";
import { keptReport, keptValues } from "./shared/kept.ts";

export const quotedValue: EnvRule = {
  kind: "env",
  id: "quoted-value",
  severity: "warning",
  check(context) {
    for (const value of keptValues(context)) {
      const { quoted, inner } = value.parts;
      if (quoted === undefined) continue;
      const removable = value.portable || !value.disputed;
      const newText = context.text.slice(inner.start, inner.end);
      const advice = removable
        ? "Write it without them."
        : "Compose would read this value differently without them, so keep the file to one of the two.";
      const fixes = removable ? [{ title: "Remove the quotes", edits: [{ span: quoted, newText }], safe: true }] : [];
      context.report(keptReport(value, quoted, "the quotes", "removes them", advice, fixes));
    }
  },
};
