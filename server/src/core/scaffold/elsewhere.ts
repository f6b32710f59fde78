// What another file of the same configuration has already: a file in conf.d is not all there is.

import type { ConfigFile } from "../model/config.ts";
import { otherFiles } from "../model/project.ts";
import type { Project } from "../model/project.ts";
import { listItems } from "../model/value.ts";
import { sectionKey } from "../semantics/sections.ts";
import type { Refusal } from "./refusals.ts";
import type { Addition } from "./run.ts";

export function thereElsewhere(addition: Addition, project: Project | undefined): Refusal | undefined {
  if (project === undefined) return undefined;
  const isComponent = (host: string): boolean =>
    project.files.some(({ file }) => file.sections.some((one) => one.kind === "component" && one.host === host.toLowerCase()));
  for (const { name: where, file } of otherFiles(project)) {
    switch (addition.kind) {
      case "host":
      case "component":
      case "externalComponent":
        if (has(file, addition.name)) return { reason: `${addition.name} is in ${where} already.` };
        break;
      case "module":
        if (enables(file, addition.name, isComponent(addition.host) ? [addition.host] : ["*", addition.host]))
          return { reason: `\`${addition.name}\` is enabled in ${where} already.` };
        break;
      default:
        break;
    }
  }
  return undefined;
}

function has(file: ConfigFile, name: string): boolean {
  const wanted = name.trim().normalize("NFKC").toLowerCase();
  return file.sections.some((section) => section.kind !== "global" && section.host === wanted);
}

/** In one of the sections. */
function enables({ settings }: ConfigFile, module: string, sections: readonly string[]): boolean {
  return settings.some(
    ({ name, value, section, certain }) =>
      name === "modules_enabled" &&
      certain &&
      sections.some((one) => one.toLowerCase() === sectionKey(section)) &&
      listItems(value).some((item) => item.kind === "string" && item.value === module),
  );
}
