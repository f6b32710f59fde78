// Blanks beside the commas of a list, which become part of its items, and items with nothing in them.

import type { EnvRule, Fix } from "../rule.ts";
import { isPortable, offer } from "./shared/edits.ts";
import { listItems } from "./shared/listItems.ts";
import { knownSubjects, valueSpan } from "./shared/subject.ts";
import type { KnownSubject } from "./shared/subject.ts";

export const listBlank: EnvRule = {
  kind: "env",
  id: "list-blank",
  severity: "warning",
  check(context) {
    for (const subject of knownSubjects(context)) {
      const { type } = subject.info;
      const [value, ...others] = subject.values;
      if (typeof type !== "object" || type.is !== "list" || others.length > 0 || value === "") continue;
      const span = valueSpan(subject);
      const page = subject.info.page;
      if (hasBlanks(subject, type.items)) {
        const message =
          "The image cuts this list at the commas and keeps the blanks beside them as a part of the items, which are then not what was meant. Remove the blanks.";
        context.report({ span, message, page, ...offer(tidied(subject, value, type.items)) });
      } else if (value.split(",").includes("")) {
        const message = "The list has an empty item, which the image drops. Remove the comma too many.";
        context.report({ span, message, page, severity: "information", ...offer(tidied(subject, value, type.items)) });
      }
    }
  },
};

function hasBlanks(subject: KnownSubject, items: string): boolean {
  return listItems(subject).some(({ text }) => text !== text.trim() || (items === "component" && /\s:|:\s/.test(text)));
}

function tidied({ place }: KnownSubject, value: string, items: string): readonly Fix[] {
  const parts = value.split(",").map((item) => (items === "component" ? item.replace(/(?<!\s)\s*:\s*/g, ":") : item).trim());
  const newText = parts.filter((item) => item !== "").join(",");
  if (place === undefined || newText === "") return [];
  // A secret that really ends in a blank is possible, if hardly wanted.
  return [
    {
      title: "Remove the blanks and empty items",
      edits: [{ span: place, newText }],
      safe: items !== "external-component" && isPortable(newText),
    },
  ];
}
