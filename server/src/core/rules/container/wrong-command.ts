// Commands that the image hands to prosodyctl as a whole.

import type { Container } from "../../model/container.ts";
import type { ContainerRule, Fix } from "../rule.ts";
import { offer } from "../env/shared/edits.ts";
import { officialContainers, variable } from "./shared/official.ts";

const SHELLS = new Set(["bash", "sh", "ash", "/bin/bash", "/bin/sh", "/usr/bin/bash", "/usr/bin/env"]);

export const wrongCommand: ContainerRule = {
  kind: "container",
  id: "wrong-command",
  severity: "warning",
  check({ file, report }) {
    for (const container of officialContainers(file)) {
      const [first] = container.ownEntrypoint ? [] : (container.command ?? []);
      if (first === undefined) continue;
      const [local, ...others] = ["LOCAL", "DOMAIN", "PASSWORD"].map((name) => variable(container, name));
      if (first.text !== "prosody" && local !== undefined && !others.includes(undefined)) {
        const message =
          "The account of `LOCAL`, `DOMAIN` and `PASSWORD` is registered only where the command is `prosody`; with another one nothing reads them.";
        report({ span: local.nameSpan, message, severity: "information" });
      }
      if (first.text === "prosodyctl") {
        const message =
          "Every command but `prosody` becomes arguments of prosodyctl, so this runs `prosodyctl prosodyctl …`. Leave the word out.";
        report({ span: first.span, message, ...offer(withoutFirst(container)) });
      } else if (SHELLS.has(first.text) || /^\/.*\/prosody(?:ctl)?$/.test(first.text)) {
        const instead = SHELLS.has(first.text) ? "For a shell, change the entrypoint." : "Write `prosody`, without a path.";
        report({
          span: first.span,
          message: `Every command but \`prosody\` becomes arguments of prosodyctl, which knows no such command. ${instead}`,
        });
      }
    }
  },
};

/** Together with the blanks up to the next word on the same line. */
function withoutFirst({ command = [] }: Container): readonly Fix[] {
  const [first, second] = command;
  if (first?.verbatim === undefined || second === undefined) return [];
  // Items of a list stand in quotes or behind dashes.
  const isPlain =
    first.verbatim.start === first.span.start && second.span.start > first.span.end && second.span.start - first.span.end < 3;
  if (!isPlain) return [];
  return [
    {
      title: "Leave `prosodyctl` out",
      edits: [{ span: { start: first.span.start, end: second.span.start }, newText: "" }],
      safe: true,
    },
  ];
}
