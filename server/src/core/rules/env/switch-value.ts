// Switches of the image that do not understand "false": one is off only for `0`, the other on for anything at all.

import type { EnvRule, Report } from "../rule.ts";
import { changeTo, commentOut, removeLine } from "./shared/edits.ts";
import { knownSubjects, shown, valueSpan } from "./shared/subject.ts";
import type { KnownSubject } from "./shared/subject.ts";

const OFF = new Set(["0", "false", "no", "off", "n", "f", "none", "never", "disable", "disabled"]);

export const switchValue: EnvRule = {
  kind: "env",
  id: "switch-value",
  severity: "warning",
  check(context) {
    for (const subject of knownSubjects(context)) {
      const { info, values } = subject;
      const off = values.every((value) => OFF.has(value.toLowerCase()));
      const empty = values.every((value) => value === "");
      if (info.type === "zero-is-off" && !values.includes("0")) {
        if (off) context.report(staysOn(subject));
        else if (empty) context.report({ ...staysOn(subject), severity: "information" });
      }
      if (info.type === "any-is-on" && (off || empty)) context.report(switchesOn(subject, context.text));
    }
  },
};

function staysOn(subject: KnownSubject): Report {
  const { info, place, values } = subject;
  const value = values.includes("") ? "An empty value" : shown(subject);
  return {
    span: valueSpan(subject),
    message: `${value} leaves \`${info.name}\` on: only \`0\` switches it off.`,
    page: info.page,
    ...(place === undefined ? {} : { fixes: () => [changeTo("0", place, !values.includes(""))] }),
  };
}

function switchesOn(subject: KnownSubject, text: string): Report {
  const { info, variable, values } = subject;
  const value = values.includes("") ? "An empty value" : shown(subject);
  return {
    span: valueSpan(subject),
    message: `${value} switches \`${info.name}\` on, as any value does. To have it off, leave the variable out.`,
    page: info.page,
    fixes: () => [removeLine(text, variable.span, false), commentOut(variable.span)],
  };
}
