// The same name for two hosts, or for a host and a component.

import type { Section } from "../../model/config.ts";
import type { Configuration } from "../../semantics/configuration.ts";
import type { Fix, LuaContext, LuaRule, Report } from "../rule.ts";
import { replaceText } from "./shared/literals.ts";
import { hostName } from "../../semantics/sections.ts";
import { code } from "./shared/words.ts";

export const duplicateHost: LuaRule = {
  kind: "lua",
  scope: "configuration",
  id: "duplicate-host",
  severity: "error",
  check(context) {
    const { own, text, line, report } = context;
    const elsewhere = inEarlierFiles(context);
    for (const name of new Set([...own.repeatedNames, ...elsewhere.keys()])) {
      const [first, ...later] = own.sectionsNamed(name).filter(({ certain }) => certain);
      const other = elsewhere.get(name);
      const tell = (earlier: Section, section: Section, place: string, here: boolean): void => {
        const fix = rename(earlier, section, own, text);
        report({
          ...compare(earlier, section, place),
          span: section.name?.span ?? section.header,
          ...(here ? { related: [{ span: earlier.header, message: "The name is used here" }] } : {}),
          ...(fix === undefined ? {} : { fixes: () => [fix] }),
        });
      };
      if (first === undefined) continue;
      // One host may well be told of in two files.
      if (other !== undefined && (other.section.kind !== first.kind || !sameModule(other.section, first)))
        tell(other.section, first, `in ${code(other.file)}`, false);
      for (const section of later) tell(first, section, `on line ${line(first.header.start)}`, true);
    }
  },
};

interface Elsewhere {
  /** Not in its place. */
  readonly section: Section;
  readonly file: string;
}

/** Names of hosts here that stand in files before this one, too: of two files, the later one is told. */
function inEarlierFiles({ own, project }: LuaContext): ReadonlyMap<string, Elsewhere> {
  const found = new Map<string, Elsewhere>();
  let names: ReadonlySet<string> | undefined;
  for (const { path, name: file, file: content } of project?.files ?? []) {
    if (path === project?.path) break;
    names ??= new Set(own.hostNames);
    const sections = content.firstSections;
    // There may be thousands of names here, or of files.
    for (const name of sections.size < names.size ? sections.keys() : names) {
      const section = sections.get(name);
      if (section !== undefined && names.has(name) && !found.has(name)) found.set(name, { section, file });
    }
  }
  return found;
}

/** The address that most servers would give to such a component. */
function rename(earlier: Section, later: Section, own: Configuration, text: string): Fix | undefined {
  const { name, module } = later;
  if (later.kind !== "component" || name?.kind !== "string" || name.folded === true) return undefined;
  if (module !== undefined && module.kind !== "string") return undefined;
  if (earlier.kind === later.kind && earlier.module?.kind === module?.kind && sameModule(earlier, later)) return undefined;
  const address = `${(module?.value ?? "component").replaceAll("_", "-")}.${name.value}`;
  if (own.sectionsNamed(address.toLowerCase()).length > 0) return undefined;
  return { title: `Change to ${code(address)}`, edits: [replaceText(text, name.span, address)], safe: false };
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
