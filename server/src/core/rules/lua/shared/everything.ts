// The whole configuration as if it stood in one file, where all of its files are known: then a rule may ask it the same questions
// that it asks a file which is everything by itself.

import type { ConfigFile, Setting } from "../../../model/config.ts";
import { otherFiles } from "../../../model/project.ts";
import type { ProjectFile } from "../../../model/project.ts";
import type { Fix, LuaContext } from "../../rule.ts";
import type { TextEdit } from "../../../text/edit.ts";
import { hostName, sectionKey } from "../../../semantics/sections.ts";
import type { WholeConfig } from "./wholeFile.ts";

/** The file itself, unless more is known for certain. Sections and settings are the very ones of their files, where nothing doubts them. */
export function everything({ file, project }: LuaContext): WholeConfig {
  if (project?.complete !== true) return file;
  const files = project.files.map((one) => (one.path === project.path ? file : one.file));
  const [main] = files;
  if (main === undefined || !files.includes(file)) return file;
  if (files.length === 1) return { ...file, includes: [], complete: true };
  const sections = files.flatMap((one) => one.sections);
  // Sections of one host are told by their name.
  if (sections.some((section) => section.kind !== "global" && hostName(section) === undefined)) return file;
  return {
    kind: "lua",
    complete: true,
    sections,
    settings: withDoubts(files),
    includes: [],
    envRefs: files.flatMap((one) => one.envRefs),
    locals: files.flatMap((one) => one.locals),
    readNames: new Set(files.flatMap((one) => [...one.readNames])),
    luaReads: files.flatMap((one) => one.luaReads),
    wordReads: files.flatMap((one) => one.wordReads),
  };
}

/** Where two files set the same, the order of reading decides, which is not followed here. */
function withDoubts(files: readonly ConfigFile[]): readonly Setting[] {
  const places = new Map<string, number>();
  const keyOf = ({ name, section }: Setting): string => `${sectionKey(section)} ${name}`;
  files.forEach((file, i) => {
    for (const setting of file.settings) {
      const key = keyOf(setting);
      const before = places.get(key);
      places.set(key, before === undefined || before === i ? i : -1);
    }
  });
  return files.flatMap(({ settings }) =>
    settings.map((setting) => (places.get(keyOf(setting)) === -1 ? { ...setting, certain: false } : setting)),
  );
}

/** The other file in which a setting stands; undefined: in the one in question. */
export function homeOf(setting: Setting, { file, project }: LuaContext): ProjectFile | undefined {
  if (project === undefined || file.settings.includes(setting)) return undefined;
  return otherFiles(project).find((one) => one.file.settings.includes(setting));
}

/** Edits of the text in which a setting stands, for a fix. */
export function editsAt(
  setting: Setting,
  edits: (text: string) => readonly TextEdit[],
  context: LuaContext,
): Pick<Fix, "edits" | "others"> {
  const home = homeOf(setting, context);
  return home === undefined
    ? { edits: edits(context.text) }
    : { edits: [], others: [{ path: home.path, edits: edits(home.text) }] };
}
