// A part of a configuration in a folder whose main file does not include it.

import type { ProjectFile } from "../../model/project.ts";
import { READERS } from "../../semantics/configurationSections.ts";
import type { LuaRule } from "../rule.ts";
import { code } from "./shared/words.ts";

export const unreadFile: LuaRule = {
  kind: "lua",
  scope: "configuration",
  id: "unread-file",
  severity: "warning",
  check({ own, project, report }) {
    const [main, ...others] = project?.beside ?? [];
    const first = own.firstSection?.header ?? own.firstSetting?.nameSpan;
    if (main === undefined || first === undefined || [main, ...others].some(mayReadOthers)) return;
    const { folder, name } = placeOf(project?.path ?? "");
    // Of a folder from which some files are read, others may be left out on purpose.
    const isChosen = others.some(({ path }) => placeOf(path).folder === folder);
    report({
      span: first,
      ...(isChosen ? { severity: "information" as const } : {}),
      message: `${code(main.name)} does not include this file, so Prosody does not read it. Add ${code(`Include "${folder}/${isChosen ? name : "*.cfg.lua"}"`)} there.`,
      page: "https://prosody.im/doc/configure",
    });
  },
};

/** In a way that is not followed here. */
function mayReadOthers({ text, file }: ProjectFile): boolean {
  return (
    file.includes.some(({ certain }) => !certain) || [...text.matchAll(CALLED)].some(([, name = ""]) => READERS.includes(name))
  );
}

const CALLED = /\b([A-Za-z]+)\b(?= ?[("'[])/g;

function placeOf(path: string): { readonly folder: string; readonly name: string } {
  const [name = "", folder = ""] = path.split(/[/\\]/).reverse();
  return { folder: decodeURIComponent(folder), name: decodeURIComponent(name) };
}
