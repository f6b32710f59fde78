// Quotes around a value, which only some tools take away.

import type { EnvRule, RuleDocs } from "../rule.ts";
import { keptReport, keptValues } from "./shared/kept.ts";

export const quotedValue: EnvRule = {
  kind: "env",
  meta: {
    id: "quoted-value",
    severity: "warning",
    summary: "Quotes that `docker run --env-file` makes a part of the value.",
    fixable: true,
  },
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

export const docs: RuleDocs = {
  category: "variables",
  description:
    'For `docker run --env-file` and podman a quote is a character like any other: `PROSODY_LOGLEVEL="info"` asks for a level ' +
    "that does not exist. Compose removes quotes. Plain values need none, and without them every tool reads the same. It is a " +
    "warning where the file is known to be for docker or podman, otherwise an information.",
  fixChanges: "Prosody gets the value without the quotes.",
  examples: [
    { title: "Quotes", text: 'PROSODY_ADMINS="admin@example.com,ops@example.com"\n', reports: true },
    { title: "Plain", text: "PROSODY_ADMINS=admin@example.com,ops@example.com\n", reports: false },
    { title: "No variable of the image", text: 'PROSODY_LOGLEVEL=info\nTZ="Europe/Vienna"\n', reports: false },
  ],
};
