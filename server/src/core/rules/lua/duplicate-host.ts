// The same name for two hosts, or for a host and a component.

import type { ConfigFile, Section } from "../../model/config.ts";
import { LineIndex } from "../../text/lineIndex.ts";
import type { Fix, LuaContext, LuaRule, Report } from "../rule.ts";
import { replaceText } from "./shared/literals.ts";
import { hostName } from "../../semantics/sections.ts";
import { code } from "./shared/words.ts";

export const duplicateHost: LuaRule = {
  kind: "lua",
  meta: {
    id: "duplicate-host",
    severity: "error",
    fixable: true,
    summary: "A name that is used for two hosts or components.",
  },
  check(context) {
    const { file, text, report } = context;
    const first = new Map<string, Section>();
    const elsewhere = inEarlierFiles(context);
    let lines: LineIndex | undefined;
    for (const section of file.sections) {
      const name = hostName(section);
      if (section.kind === "global" || !section.certain || name === undefined || section.name === undefined) continue;
      const here = first.get(name);
      const other = here === undefined ? elsewhere.get(name) : undefined;
      const earlier = here ?? other?.section;
      if (here === undefined) first.set(name, section);
      if (earlier === undefined) continue;
      // One host may well be told of in two files.
      if (other?.section.kind === section.kind && sameModule(other.section, section)) continue;
      lines ??= new LineIndex(text);
      const place = other === undefined ? `on line ${lines.at(earlier.header.start).line + 1}` : `in ${code(other.file)}`;
      const fix = rename(earlier, section, file, text);
      report({
        ...compare(earlier, section, place),
        span: section.name.span,
        ...(other === undefined ? { related: [{ span: earlier.header, message: "The name is used here" }] } : {}),
        ...(fix === undefined ? {} : { fixes: () => [fix] }),
      });
    }
  },
};

interface Elsewhere {
  readonly section: Section;
  readonly file: string;
}

/** Of two files, the later one is told. */
function inEarlierFiles({ project }: LuaContext): ReadonlyMap<string, Elsewhere> {
  const found = new Map<string, Elsewhere>();
  for (const { path, name: file, file: content } of project?.files ?? []) {
    if (path === project?.path) break;
    for (const section of content.sections) {
      const name = hostName(section);
      if (section.kind === "global" || !section.certain || name === undefined || found.has(name)) continue;
      found.set(name, { section, file });
    }
  }
  return found;
}

/** The address that most servers would give to such a component. */
function rename(earlier: Section, later: Section, { sections }: ConfigFile, text: string): Fix | undefined {
  const { name, module } = later;
  if (later.kind !== "component" || name?.kind !== "string" || name.folded === true) return undefined;
  if (module !== undefined && module.kind !== "string") return undefined;
  if (earlier.kind === later.kind && earlier.module?.kind === module?.kind && sameModule(earlier, later)) return undefined;
  const own = `${(module?.value ?? "component").replaceAll("_", "-")}.${name.value}`;
  if (sections.some((section) => hostName(section) === own.toLowerCase())) return undefined;
  return { title: `Change to ${code(own)}`, edits: [replaceText(text, name.span, own)], safe: false };
}

function sameModule(...sections: readonly Section[]): boolean {
  return new Set(sections.map(({ module }) => (module?.kind === "string" ? module.value : ""))).size === 1;
}

function compare(earlier: Section, later: Section, place: string): Pick<Report, "message" | "severity"> {
  const name = code(hostName(later) ?? "");
  if (earlier.kind !== later.kind) {
    const words = later.kind === "component" ? ["VirtualHost", "Component"] : ["Component", "VirtualHost"];
    return {
      message: `${name} is a ${code(words[0] ?? "")} ${place} and cannot be a ${code(words[1] ?? "")} too: Prosody refuses to load the file. Give the component a name of its own.`,
    };
  }
  if (later.kind === "component" && !sameModule(earlier, later)) {
    return {
      severity: "warning",
      message: `${name} is a component ${place} already. Its options stay, but from here on it is of another module. Give each component a name of its own.`,
    };
  }
  return {
    severity: "information",
    message: `${name} was begun ${place}: both sections together make one ${later.kind === "component" ? "component" : "host"}.`,
  };
}
