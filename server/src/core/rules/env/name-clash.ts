// One name for two things: hosts and components that get in each other's way.

import type { Span } from "../../text/span.ts";
import type { EnvRule } from "../rule.ts";
import { colonParts, listItems, trimmed } from "./shared/listItems.ts";
import { knownSubjects, valueSpan } from "./shared/subject.ts";
import type { KnownSubject } from "./shared/subject.ts";

export const nameClash: EnvRule = {
  kind: "env",
  id: "name-clash",
  severity: "error",
  check(context) {
    const known = knownSubjects(context);
    const hosts = namesIn(known, "PROSODY_VIRTUAL_HOSTS");
    const components = namesIn(known, "PROSODY_COMPONENTS");
    const externals = namesIn(known, "PROSODY_EXTERNAL_COMPONENTS");
    const message =
      "This name is also one of the virtual hosts, so Prosody does not start. Give the component a domain of its own.";
    for (const [name, span] of [...components, ...externals]) {
      const host = hosts.get(name);
      if (host !== undefined) context.report({ span, message, related: [{ span: host, message: "The virtual host." }] });
    }
    for (const [name, span] of components) {
      const external = externals.get(name);
      if (external === undefined) continue;
      const message = "This name is also an external component, and silently becomes one. Remove it from one of the lists.";
      context.report({ span, message, severity: "warning", related: [{ span: external, message: "The external component." }] });
    }
  },
};

function namesIn(known: readonly KnownSubject[], variable: string): ReadonlyMap<string, Span> {
  const subject = known.find(({ name }) => name === variable);
  if (subject === undefined) return new Map();
  return new Map(
    listItems(subject).flatMap((item) => {
      const [name] = colonParts(item).map(trimmed);
      return name === undefined || name.text === "" ? [] : [[name.text.toLowerCase(), name.span ?? valueSpan(subject)] as const];
    }),
  );
}
