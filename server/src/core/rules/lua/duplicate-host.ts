// The same name for two hosts, or for a host and a component.

import type { Section } from "../../model/config.ts";
import { LineIndex } from "../../text/lineIndex.ts";
import type { LuaRule, Report, RuleDocs } from "../rule.ts";
import { hostName } from "./shared/sections.ts";
import { code } from "./shared/words.ts";

export const duplicateHost: LuaRule = {
  kind: "lua",
  meta: {
    id: "duplicate-host",
    severity: "error",
    fixable: false,
    summary: "A name that is used for two hosts or components.",
  },
  check({ file, text, report }) {
    const first = new Map<string, Section>();
    let lines: LineIndex | undefined;
    for (const section of file.sections) {
      const name = hostName(section);
      if (section.kind === "global" || !section.certain || name === undefined || section.name === undefined) continue;
      const earlier = first.get(name);
      if (earlier === undefined) first.set(name, section);
      else {
        lines ??= new LineIndex(text);
        const found = compare(earlier, section, lines.at(earlier.header.start).line + 1);
        report({ ...found, span: section.name.span, related: [{ span: earlier.header, message: "The name is used here" }] });
      }
    }
  },
};

export const docs: RuleDocs = {
  category: "places",
  description:
    "A name belongs to one `VirtualHost` or one `Component`. With both, Prosody refuses to start. Two `VirtualHost` lines with one " +
    "name are allowed and mean one host, which is only noted; of two `Component` lines, the module of the last one counts.",
  examples: [
    {
      title: "host and component",
      text: 'VirtualHost "chat.example.org"\nComponent "chat.example.org" "muc"\n',
      reports: true,
    },
    { title: "twice", text: 'VirtualHost "example.org"\nVirtualHost "example.org"\n', reports: true },
    { title: "right", text: 'VirtualHost "example.org"\nComponent "chat.example.org" "muc"\n', reports: false },
  ],
};

function compare(earlier: Section, later: Section, line: number): Pick<Report, "message" | "severity"> {
  const name = code(hostName(later) ?? "");
  if (earlier.kind !== later.kind) {
    const words = later.kind === "component" ? ["VirtualHost", "Component"] : ["Component", "VirtualHost"];
    return {
      message: `${name} is a ${code(words[0] ?? "")} on line ${line} and cannot be a ${code(words[1] ?? "")} too: Prosody refuses to load the file. Give the component a name of its own.`,
    };
  }
  const modules = [earlier, later].map((section) => (section.module?.kind === "string" ? section.module.value : ""));
  if (later.kind === "component" && modules[0] !== modules[1]) {
    return {
      severity: "warning",
      message: `${name} is a component on line ${line} already. Its options stay, but from here on it is of another module. Give each component a name of its own.`,
    };
  }
  return {
    severity: "information",
    message: `${name} was begun on line ${line}: both sections together make one ${later.kind === "component" ? "component" : "host"}.`,
  };
}
