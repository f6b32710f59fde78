// The texts that rules are tested with: one file, or the files of a whole configuration one after the other, and what a rule is
// told of the files around it.

import { analyse } from "../../server/src/core/analyse.ts";
import type { Analysis, LuaAnalysis } from "../../server/src/core/analyse.ts";
import { includeTargets, matches } from "../../server/src/core/model/includes.ts";
import type { Project, ProjectFile } from "../../server/src/core/model/project.ts";
import type { Fix, Rule } from "../../server/src/core/rules/rule.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { environmentAround, isFor } from "./ruleEnvironment.ts";
import type { Around } from "./ruleEnvironment.ts";
import { isProject, readFixture, readProject } from "./fixture.ts";
import type { Expected, Fixture } from "./fixture.ts";

export interface RuleFile {
  readonly text: string;
  readonly expected: readonly Expected[];
  /** Of a file of a project: its line in the text, its path, what is known of it. */
  readonly head?: { readonly line: string; readonly path: string; readonly traits: readonly string[] };
}

const FOLDER = "/etc/prosody/";

/** `incomplete` in the first line: there may be more files. `unread`: the others do not include it. */
const TRAITS = ["versioned", "readable", "incomplete", "unread"];

export function readRuleFiles(source: string): readonly RuleFile[] {
  if (!isProject(source)) return [plain(readFixture(source))];
  return readProject(source).map((file) => {
    const { path, traits } = file;
    const unknown = traits.find((trait) => !TRAITS.includes(trait));
    if (unknown !== undefined) throw new Error(`what is "${unknown}" behind ${path}?`);
    return { ...plain(file), head: { line: ["---", path, ...traits].join(" "), path: FOLDER + path, traits } };
  });
}

function plain({ text, expected }: Fixture): RuleFile {
  return { text, expected };
}

export function printRuleFiles(files: readonly RuleFile[]): string {
  return files.map(({ head, text }) => (head === undefined ? text : `${head.line}\n${text}`)).join("");
}

export function projectFor(rule: Rule, files: readonly RuleFile[], own: RuleFile): Project | undefined {
  if (rule.kind !== "lua" || own.head === undefined) return undefined;
  const { path } = own.head;
  const all = files.flatMap(({ head, text }): readonly ProjectFile[] => {
    if (head === undefined || !isFor(rule, head.path)) return [];
    const { traits } = head;
    const { file } = analyse("lua", text) as Extract<Analysis, { kind: "lua" }>;
    const told = { versioned: traits.includes("versioned"), worldReadable: traits.includes("readable") };
    return traits.includes("unread") && head.path !== path
      ? []
      : [{ path: head.path, name: head.path.slice(FOLDER.length), text, file, ...told }];
  });
  const self = all.find((one) => one.path === path);
  const isUnread = own.head.traits.includes("unread");
  const beside = all.filter((one) => one !== self);
  return {
    path,
    ...(isUnread ? { beside } : {}),
    files: isUnread && self !== undefined ? [self] : all,
    complete: !isUnread && !files.some(({ head }) => head?.traits.includes("incomplete") === true),
    environment: aroundFor(rule, files, own).environment,
    matches: (include) => {
      if (self === undefined) return undefined;
      const [target] = includeTargets({ includes: [include] }, path);
      return target === undefined ? undefined : all.filter((one) => matches(target.pattern, one.path)).map((one) => one.path);
    },
  };
}

/** What else the files of a project tell. */
export function aroundFor(rule: Rule, files: readonly RuleFile[], { head: own }: RuleFile): Around {
  const all = files.flatMap(({ head, text }) => (head === undefined ? [] : [{ path: head.path, text }]));
  return own === undefined ? {} : environmentAround(rule, all, own.path);
}

/** Undefined when its edits overlap, lie outside the text, or are for a file that there is not. */
export function applyFix(files: readonly RuleFile[], own: RuleFile, fix: Fix): readonly RuleFile[] | undefined {
  const { others = [] } = fix;
  if (others.some((other) => !files.some(({ head }) => head?.path === other.path) || other.path === own.head?.path))
    return undefined;
  const after = files.map((file) => {
    const edits = file === own ? fix.edits : (others.find(({ path }) => path === file.head?.path)?.edits ?? []);
    const text = applyEdits(file.text, edits);
    return text === undefined ? undefined : { ...file, text };
  });
  return after.includes(undefined) ? undefined : after.flatMap((file) => file ?? []);
}

/** A configuration of one file, of which it is known that there is no other. */
export function onlyFile({ text, file }: LuaAnalysis): Project {
  const path = `${FOLDER}prosody.cfg.lua`;
  return { path, files: [{ path, name: "prosody.cfg.lua", text, file }], complete: true, matches: () => [] };
}

export function analyseLua(text: string): LuaAnalysis {
  return analyse("lua", text) as LuaAnalysis;
}
