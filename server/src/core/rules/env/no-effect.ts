// Variables that the image takes and then does nothing with.

import type { EnvRule, Fix } from "../rule.ts";
import { removeLine } from "./shared/edits.ts";
import { colonParts, listItems } from "./shared/listItems.ts";
import { knownSubjects } from "./shared/subject.ts";
import type { KnownSubject } from "./shared/subject.ts";

const EVERY_SECRET =
  "Every item of `PROSODY_EXTERNAL_COMPONENTS` has a secret of its own, and this one is for items without. Remove it, or theirs.";

export const noEffect: EnvRule = {
  kind: "env",
  id: "no-effect",
  severity: "information",
  check(context) {
    const known = knownSubjects(context);
    const driver = known.find((subject) => subject.name === "PROSODY_SQL_DRIVER");
    for (const { name, info, values, variable } of known) {
      const span = variable.nameSpan;
      // Somebody meant something by it.
      const fixes = (): readonly Fix[] => [removeLine(context.text, variable.span, false)];
      // Empty values are the concern of another rule.
      if (info.noEffect !== undefined && !values.includes(""))
        context.report({ span, message: info.noEffect, page: info.page, fixes });
      if (name === "PROSODY_COMPONENT_SECRET" && !values.includes("") && everyItemHasSecret(known))
        context.report({ span, message: EVERY_SECRET, page: info.page, fixes });
      if (name !== "PROSODY_STORAGE" || driver === undefined || values.includes("sql")) continue;
      context.report({
        span,
        message: "`PROSODY_SQL_DRIVER` is given too and selects SQL storage, so this has no effect. Remove one of the two.",
        page: info.page,
        fixes,
        related: [{ span: driver.variable.nameSpan, message: "This one decides." }],
      });
    }
  },
};

function everyItemHasSecret(known: readonly KnownSubject[]): boolean {
  const external = known.find(({ name }) => name === "PROSODY_EXTERNAL_COMPONENTS");
  const items = external === undefined ? [] : listItems(external);
  return items.length > 0 && items.every((item) => colonParts(item).length > 1);
}
