// Blanks beside the commas of a list, which become part of its items, and items with nothing in them.

import type { EnvRule, Fix, RuleDocs } from "../rule.ts";
import { isPortable, offer } from "./shared/edits.ts";
import { listItems } from "./shared/listItems.ts";
import { knownSubjects, valueSpan } from "./shared/subject.ts";
import type { KnownSubject } from "./shared/subject.ts";

export const listBlank: EnvRule = {
  kind: "env",
  meta: {
    id: "list-blank",
    severity: "warning",
    summary: "Blanks beside the commas of a list.",
    fixable: true,
  },
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

export const docs: RuleDocs = {
  category: "variables",
  description:
    "The image cuts lists at the commas and trims nothing: in `a@example.com, b@example.com` the second address begins with a space, " +
    "and that account gets no rights. Modules, hosts and paths fare no better. Empty items are dropped; they are mentioned because " +
    "they often show that something got lost.",
  fixChanges: "Prosody gets the items without the blanks, so that they name what was meant.",
  examples: [
    { title: "Blank", text: "PROSODY_ADMINS=a@example.com, b@example.com\n", reports: true },
    { title: "In a component", text: "PROSODY_COMPONENTS=rooms.example.com: muc\n", reports: true },
    { title: "Empty item", text: "PROSODY_ENABLE_MODULES=mam,\n", reports: true },
    { title: "Commas alone", text: "PROSODY_ADMINS=a@example.com,b@example.com\n", reports: false },
  ],
};

function hasBlanks(subject: KnownSubject, items: string): boolean {
  return listItems(subject).some(({ text }) => text !== text.trim() || (items === "component" && /\s:|:\s/.test(text)));
}

function tidied({ place }: KnownSubject, value: string, items: string): readonly Fix[] {
  const parts = value.split(",").map((item) => (items === "component" ? item.replace(/\s*:\s*/g, ":") : item).trim());
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
