// Checks the files of a run, mends them first where that is asked for, and says how it went. Printing is done by others.

import { analyse } from "../../core/analyse.ts";
import type { Analysis } from "../../core/analyse.ts";
import { analyseContainers } from "../../core/analyseContainers.ts";
import { isOfficial } from "../../core/model/container.ts";
import { check } from "../../core/rules/check.ts";
import { fixAll } from "../../core/rules/fixAll.ts";
import { SEVERITIES } from "../../core/rules/rule.ts";
import type { Finding } from "../../core/rules/rule.ts";
import { mayConcernContainers } from "../../core/source.ts";
import type { Input } from "../input/inputs.ts";
import type { Problem } from "../input/problem.ts";
import { FolderEnvironments } from "../input/environments.ts";
import type { Around } from "../input/environments.ts";
import { EnvReadersOnDisk } from "../input/envReaders.ts";
import { NeighboursOnDisk } from "../input/containerNeighbours.ts";
import { isFileKind } from "../input/guessKind.ts";
import { DiskProjects } from "../input/project.ts";
import { readInput } from "../input/readInput.ts";
import { replaceFile } from "../input/replaceFile.ts";
import { toDiagnostics } from "../print/diagnostic.ts";
import type { CheckedFile } from "../print/diagnostic.ts";
import type { Conditions, ConditionsByFile } from "./conditions.ts";

/** Of one file. Nobody reads more, and a damaged file of megabytes could have hundreds of thousands. */
const MAX_SHOWN = 1_000;

export type Mending = "none" | "safe" | "unsafe";

export interface Checked {
  readonly files: readonly CheckedFile[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  /** Files that the project does not want checked. */
  readonly ignored: readonly string[];
  /** Files in which nothing runs Prosody's image. */
  readonly foreign: readonly string[];
}

interface Read {
  readonly input: Input;
  readonly conditions: Conditions;
  readonly analysis: Analysis;
  /** Fixes that were applied. */
  readonly fixed: number;
}

/** `folders`: those that are checked as a whole. */
export async function checkInputs(
  inputs: readonly Input[],
  byFile: ConditionsByFile,
  mending: Mending,
  folders: readonly string[] = [],
): Promise<Checked> {
  const problems: Problem[] = [];
  const notes: string[] = [];
  const ignored: string[] = [];
  const foreign: string[] = [];
  const projects = new DiskProjects();
  const read: Read[] = [];
  for (const input of inputs) {
    const conditions = await byFile.of(input);
    if (conditions.ignored) {
      ignored.push(input.path);
      continue;
    }
    const result = await readInput(input);
    if (!result.ok) {
      problems.push(result.problem);
      continue;
    }
    const made = guarded(input, problems, () => ({ analysis: analyseAs(input, conditions, result.text) }));
    if (made === undefined) continue;
    const { analysis } = made;
    if (analysis === undefined) {
      foreign.push(input.path);
      continue;
    }
    if (input.from === "file") await projects.add(input.path, analysis);
    read.push({ input, conditions, analysis, fixed: 0 });
  }
  // All of them first: what is wrong in one file may be mended by another.
  const mended = mending === "none" ? read : read.map((one) => mend(one, projects, mending, problems));
  const environments = new FolderEnvironments(folders);
  const around: Around[] = [];
  for (const { input, analysis } of mended) around.push(input.from === "file" ? await environments.of(input.path, analysis) : {});
  const files = mended.flatMap((one, i): readonly CheckedFile[] => {
    const { path, kind } = one.input;
    const findings = guarded(one.input, problems, () => findingsOf(one, projects, around[i] ?? {}));
    if (findings === undefined) return [];
    if (findings.length > MAX_SHOWN)
      notes.push(`${path} has ${findings.length} findings; the ${MAX_SHOWN} most severe are shown.`);
    const { text, lines } = one.analysis;
    const fixed = mending === "none" ? {} : { fixed: one.fixed };
    return [{ path, kind, diagnostics: toDiagnostics(mostSevere(findings), text, lines), ...fixed }];
  });
  return { files, problems, notes, ignored, foreign };
}

function findingsOf(
  { input, conditions, analysis }: Read,
  projects: DiskProjects,
  { environment, uses }: Around,
): readonly Finding[] {
  const known = input.from === "file" ? projects.of(input.path) : undefined;
  const project = known === undefined || environment === undefined ? known : { ...known, environment };
  return check(analysis, conditions.schema, { severities: conditions.severities, project, uses });
}

function mend(one: Read, projects: DiskProjects, mending: Mending, problems: Problem[]): Read {
  const { input, conditions, analysis } = one;
  const result = guarded(input, problems, () =>
    fixAll(analysis, conditions.schema, {
      severities: conditions.severities,
      project: projects.of(input.path),
      unsafe: mending === "unsafe",
      // A change after which nothing would be ours any more is none.
      analyse: (text) => analyseAs(input, conditions, text) ?? analysis,
    }),
  );
  if (result === undefined || result.text === analysis.text) return one;
  const problem = replaceFile(input.path, analysis.text, result.text);
  if (problem !== undefined) {
    problems.push(problem);
    return one;
  }
  const now = analyseAs(input, conditions, result.text) ?? analysis;
  projects.replace(input.path, now);
  return { ...one, analysis: now, fixed: result.applied };
}

/** Asked for each time that a run reads a file, and read once. */
const READERS = new EnvReadersOnDisk();
const NEIGHBOURS = new NeighboursOnDisk();

/** Undefined: it describes containers, if any, of which none runs Prosody's image. */
function analyseAs({ from, kind, path }: Input, { dialect }: Conditions, text: string): Analysis | undefined {
  if (!isFileKind(kind)) {
    // Asked first, as the parsers are loaded when they are needed.
    const found = mayConcernContainers(text) ? analyseContainers(kind, text) : undefined;
    const whole = found === undefined || from !== "file" ? found : { ...found, file: NEIGHBOURS.complete(found.file, path) };
    return whole?.file.containers.some(isOfficial) === true ? whole : undefined;
  }
  const readers = kind === "env" && dialect === "auto" && from === "file" ? READERS.of(path) : [];
  return analyse(kind, text, { dialect, readers });
}

/** A mistake of ours must not keep the other files from being checked. Its message could quote the file, so it stays unsaid. */
function guarded<T>({ path }: Input, problems: Problem[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error;
    problems.push({ path, reason: `could not be checked, because of a mistake in prosody-config itself (${name})` });
    return undefined;
  }
}

/** In the order of the file, like all findings. */
function mostSevere(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MAX_SHOWN) return findings;
  const ranked = SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const kept = new Set(ranked.slice(0, MAX_SHOWN));
  return findings.filter((finding) => kept.has(finding));
}
