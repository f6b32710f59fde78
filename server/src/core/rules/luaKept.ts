// What was found in the parts of a file before, and what of it still holds: where the part is the same, its section is the same, and
// everything that its rules asked about the rest has the same answer.

import type { LuaAnalysis } from "../analyse.ts";
import { INHERITED } from "../model/loweredChunk.ts";
import type { LuaFile } from "../model/luaFile.ts";
import type { Project } from "../model/project.ts";
import { Answers } from "../semantics/answers.ts";
import type { Configurations } from "../semantics/around.ts";
import { partsChange } from "../semantics/fileIndex.ts";
import type { FileIndex } from "../semantics/fileIndex.ts";
import { Questions } from "../semantics/questions.ts";
import type { OwnAndConfig } from "../semantics/questions.ts";
import { carried, changeBetween } from "../text/change.ts";
import type { Change } from "../text/change.ts";
import { replaced } from "../text/replaced.ts";
import { shift } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import type { Finding } from "./rule.ts";

/** What is looked at: one file as it is, and what is known around it. */
export interface Checked {
  readonly analysis: LuaAnalysis;
  readonly project: Project | undefined;
  readonly configurations: Configurations;
}

/** What was found in one part, with offsets that count from its start. */
export interface PartResult {
  readonly findings: readonly Finding[];
  readonly asked: OwnAndConfig;
  /** Rules that had nothing to say, or less, for want of knowledge. */
  readonly unsure: readonly string[];
  /** The section that goes on where it begins. */
  readonly inherited: object | undefined;
  /** It depends on more than answers: on places in other parts, or on other files. */
  readonly isLoose: boolean;
  /** Something related stands in another part. */
  readonly looksOutside: boolean;
}

/** What is handed on from one check to the next. */
export interface Memory {
  readonly own: Answers;
  readonly config: Answers;
  /** Before anything is asked. Whatever follows has its answer among those of the memory. */
  nothing: OwnAndConfig;
  /** How many questions there were when they were last looked through. */
  inUse: number;
}

export function newMemory(): Memory {
  return { own: new Answers(), config: new Answers(), nothing: nothingAsked(), inUse: 0 };
}

export function nothingAsked(): OwnAndConfig {
  return { own: new Questions(), config: new Questions() };
}

/** By the parts of the file as it is now; undefined for those to be looked at again. */
export function keptResults(
  now: Checked,
  previous: Checked,
  found: readonly PartResult[],
  memory: Memory,
): (PartResult | undefined)[] {
  const { analysis, project, configurations } = now;
  const { file, text } = analysis;
  const before = previous.analysis;
  const { own, config } = configurations;
  const stale = {
    own: memory.own.noteChanged(own, own.topicsSince(previous.configurations.own)),
    config: config === own ? NONE : memory.config.noteChanged(config, config.topicsSince(previous.configurations.config)),
  };
  // Where other files are asked or left alone all of a sudden, the answers were those of others.
  const asksOthers = config !== own;
  const askedOthers = previous.configurations.config !== previous.configurations.own;
  if (asksOthers !== askedOthers || !isSameAround(project, previous.project)) return [];
  if (file.isProgram || before.file.isProgram) return [];
  const { before: front, removed, added } = partsChange(before.file.parts, file.parts);
  const behind = front + added.length;
  const known: readonly (PartResult | undefined)[] = found;
  const results = replaced(
    known,
    front,
    front + removed.length,
    added.map(() => undefined),
  );
  for (const i of partsOfSections(
    configurations.own.indexOf(project?.path ?? ""),
    front,
    file,
    added.length,
    before.file,
    removed.length,
  ))
    results[i] = undefined;
  // What follows stands in another section, perhaps.
  for (let i = behind; i < results.length; i++) {
    if (results[i]?.inherited !== inheritedBy(file, i)) results[i] = undefined;
    if (file.parts[i]?.section !== INHERITED) break;
  }
  dropStale(results, stale);
  const change = changeBetween(before.text, text);
  results.forEach((result, i) => {
    if (result?.isLoose === true) results[i] = undefined;
    else if (result?.looksOutside === true) {
      const old = i < front ? i : i - added.length + removed.length;
      results[i] = carriedResult(result, before.file.startOf(old), file.startOf(i), change);
    }
  });
  return results;
}

/** Parts of hosts and components of which some part is another one now. */
function partsOfSections(
  index: FileIndex | undefined,
  front: number,
  file: LuaFile,
  added: number,
  old: LuaFile,
  removed: number,
): ReadonlySet<number> {
  const chunksIn = (of: LuaFile, count: number): ReadonlySet<object> =>
    new Set(of.parts.slice(front, front + count).flatMap(({ chunks }) => chunks));
  const hosts = new Set([
    ...hostsChanged(file, front, added, chunksIn(old, removed)),
    ...hostsChanged(old, front, removed, chunksIn(file, added)),
  ]);
  return new Set([...hosts].flatMap((host) => index?.partsOfHost(host) ?? []));
}

/** All that rules see of other files without asking a configuration. */
function isSameAround(one: Project | undefined, other: Project | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  const [mine, theirs] = [one, other].map((project) => project.files.find(({ path }) => path === project.path));
  return (
    one.path === other.path &&
    one.complete === other.complete &&
    one.environment === other.environment &&
    mine?.versioned === theirs?.versioned &&
    mine?.worldReadable === theirs?.worldReadable &&
    one.files.length === other.files.length &&
    one.files.every(({ path }, i) => path === other.files[i]?.path)
  );
}

export function inheritedBy(file: LuaFile, i: number): object | undefined {
  const opener = file.openerOf(i);
  return opener < 0 ? undefined : file.parts[opener]?.section;
}

/** The hosts and components in which statements stand that `other` does not have. */
function hostsChanged(file: LuaFile, from: number, count: number, other: ReadonlySet<object>): readonly string[] {
  const hosts: string[] = [];
  for (let i = from; i < from + count; i++) {
    const part = file.parts[i];
    let section = file.parts[file.openerOf(i)]?.section;
    part?.lowered.forEach((lowered, k) => {
      if (lowered.section !== INHERITED) section = lowered.section;
      if (other.has(part.chunks[k] ?? part)) return;
      for (const one of [section, ...lowered.sections]) if (one?.host !== undefined) hosts.push(one.host);
    });
  }
  return hosts;
}

const NONE: ReadonlySet<string> = new Set();

/** Takes out what was found with answers that are others now. */
function dropStale(results: (PartResult | undefined)[], stale: Record<"own" | "config", ReadonlySet<string>>): void {
  if (stale.own.size === 0 && stale.config.size === 0) return;
  const known = new Map<OwnAndConfig, boolean>();
  results.forEach((result, i) => {
    if (result === undefined) return;
    const { asked } = result;
    let isStale = known.get(asked);
    if (isStale === undefined) {
      isStale = asked.own.isAnyOf(stale.own) || asked.config.isAnyOf(stale.config);
      known.set(asked, isStale);
    }
    if (isStale) results[i] = undefined;
  });
}

export function moved(finding: Finding, by: number): Finding {
  const { related } = finding;
  return {
    ...finding,
    span: shift(finding.span, by),
    ...(related === undefined ? {} : { related: related.map((one) => ({ ...one, span: shift(one.span, by) })) }),
  };
}

/** What is told of other parts has moved in its own way. */
function carriedResult(result: PartResult, from: number, to: number, change: Change): PartResult {
  const move = (span: Span): Span => shift(carried(shift(span, from), change), -to);
  const findings = result.findings.map((finding) =>
    finding.related === undefined
      ? finding
      : { ...finding, related: finding.related.map((one) => ({ ...one, span: move(one.span) })) },
  );
  return { ...result, findings };
}
