// Checks the files of a run, mends them first where that is asked for, and says how it went. Printing is done by others.

import type { Analysis } from "../../core/analyse.ts";
import { isOfficial } from "../../core/model/container.ts";
import { withAdded } from "../../core/rules/check.ts";
import type { AppliedFix, FixedText } from "../../core/rules/fixAll.ts";
import { SEVERITIES } from "../../core/rules/rule.ts";
import type { Finding } from "../../core/rules/rule.ts";
import { TookTooLong } from "../../core/text/pace.ts";
import { replaceText } from "../../disk/writeWhole.ts";
import { fixedText } from "../../workspace/snapshot.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { addressOf } from "../input/documents.ts";
import type { Input } from "../input/inputs.ts";
import { unwritable } from "../input/problem.ts";
import type { Problem } from "../input/problem.ts";
import { readInput } from "../input/readInput.ts";
import type { OpenedWorkspace } from "../openWorkspace.ts";
import { toDiagnostics } from "../print/diagnostic.ts";
import type { CheckedFile } from "../print/diagnostic.ts";

/** Of one file. Nobody reads more, and a damaged file of megabytes could have hundreds of thousands. */
const MAX_SHOWN = 1_000;

export type Mending = "none" | "safe" | "unsafe";

export interface Opened {
  readonly inputs: readonly Input[];
  readonly problems: readonly Problem[];
  /** Files that the project does not want checked. */
  readonly ignored: readonly string[];
}

export interface Checked extends Omit<Opened, "inputs"> {
  readonly files: readonly CheckedFile[];
  readonly notes: readonly string[];
  /** Files in which nothing runs Prosody's image. */
  readonly foreign: readonly string[];
  /** What standard input has become, where that was asked for. */
  readonly mended: string | undefined;
}

export async function checkInputs(
  inputs: readonly Input[],
  opened: OpenedWorkspace,
  { mending, evaluate }: { readonly mending: Mending; readonly evaluate: boolean },
): Promise<Checked> {
  const { inputs: read, ignored, problems: unread } = await openInputs(inputs, opened);
  const problems = [...unread];
  const notes: string[] = [];
  const foreign: string[] = [];
  const fixed = new Map<Input, readonly AppliedFix[]>();
  const withheld = new Map<Input, readonly string[]>();
  if (mending !== "none") {
    // All of them first: what is wrong in one file may be mended by another.
    for (const input of read)
      await guarded(input, problems, async () => {
        const { fixes, defects } = await mend(input, opened, mending, { problems, notes });
        fixed.set(input, fixes);
        withheld.set(input, defects);
      });
  }
  const files: CheckedFile[] = [];
  let mended: string | undefined;
  await forEachSnapshot(read, opened, { problems, foreign }, async (input, snapshot) => {
    const { path, kind } = input;
    const { analysis, checked, settings } = snapshot;
    const { version } = settings;
    const loading = evaluate ? await opened.workspace.loading(addressOf(input)) : [];
    const findings = withAdded(checked.findings, loading);
    if (mending !== "none" && input.from === "stdin") mended = analysis.text;
    if (findings.length > MAX_SHOWN)
      notes.push(`${path} has ${findings.length} findings; the ${MAX_SHOWN} most severe are shown.`);
    const diagnostics = toDiagnostics(mostSevere(findings), analysis.text, analysis.lines);
    for (const defect of new Set([...(withheld.get(input) ?? []), ...checked.defects])) {
      notes.push(
        `${path}: a fix is withheld, as it does more than it should: ${defect}. This is a mistake in prosody-config; please report it.`,
      );
    }
    files.push({ path, kind, version, diagnostics, ...(mending === "none" ? {} : { fixed: fixed.get(input) ?? [] }) });
  });
  return { files, problems, notes, ignored, foreign, mended };
}

/** One file after the other, each with what is wrong with it; those in which nothing is ours are only named. */
export async function forEachSnapshot(
  inputs: readonly Input[],
  opened: OpenedWorkspace,
  { problems, foreign }: { readonly problems: Problem[]; readonly foreign: string[] },
  work: (input: Input, snapshot: Snapshot) => Promise<void> | void,
): Promise<void> {
  for (const input of inputs) {
    await guarded(input, problems, async () => {
      const snapshot = await snapshotOf(input, opened);
      if (snapshot === undefined) foreign.push(input.path);
      else await work(input, snapshot);
    });
  }
}

/** Reads what is to be checked. */
export async function openInputs(inputs: readonly Input[], { workspace, documents }: OpenedWorkspace): Promise<Opened> {
  const read: Input[] = [];
  const problems: Problem[] = [];
  const ignored: string[] = [];
  for (const input of inputs) {
    if (await workspace.isIgnored(addressOf(input))) {
      ignored.push(input.path);
      continue;
    }
    const result = await readInput(input);
    if (result.ok) {
      documents.put(input, result.text);
      read.push(input);
    } else problems.push(result.problem);
  }
  return { inputs: read, problems, ignored };
}

/** Of files that were found in a folder nobody wants to hear it. */
export function uncheckedNotes(
  { ignored, foreign }: Pick<Checked, "ignored" | "foreign">,
  isNamed: (path: string) => boolean,
): readonly string[] {
  return [
    ...ignored.filter(isNamed).map((path) => `${path} is not checked: .prosody-config.json says to ignore it.`),
    ...foreign.filter(isNamed).map((path) => `${path} is not checked: nothing was found in it that runs Prosody's image.`),
  ];
}

/** Undefined: it describes containers, if any, of which none runs Prosody's image. */
async function snapshotOf(input: Input, { workspace }: OpenedWorkspace): Promise<Snapshot | undefined> {
  const snapshot = await workspace.snapshot(addressOf(input));
  return snapshot !== undefined && concernsUs(snapshot.analysis) ? snapshot : undefined;
}

function concernsUs(analysis: Analysis): boolean {
  return analysis.kind !== "container" || analysis.file.containers.some(isOfficial);
}

/** The fixes that were applied, and those that were withheld. */
async function mend(
  input: Input,
  opened: OpenedWorkspace,
  mending: Mending,
  { problems, notes }: { readonly problems: Problem[]; readonly notes: string[] },
): Promise<Pick<FixedText, "fixes" | "defects">> {
  const snapshot = await snapshotOf(input, opened);
  if (snapshot === undefined) return { fixes: [], defects: [] };
  const { text, fixes, settled, defects } = fixedText(snapshot, { unsafe: mending === "unsafe" });
  if (!settled) notes.push(unsettled(input));
  if (input.from === "stdin") {
    opened.documents.put(input, text);
    return { fixes, defects };
  }
  return { fixes: (await writeFixed(input, snapshot, text, opened, problems)) ? fixes : [], defects };
}

export function unsettled({ path }: Input): string {
  return `${path} was left as it is: its fixes undo each other. Please report this as a defect of prosody-config.`;
}

/** Writes a new text, and goes on with it. False: the file is what it was. */
export async function writeFixed(
  input: Input,
  { analysis }: Snapshot,
  text: string,
  { documents }: OpenedWorkspace,
  problems: Problem[],
): Promise<boolean> {
  if (text === analysis.text) return false;
  const written = await replaceText(input.path, analysis.text, text, input.within);
  if (written.ok) documents.put(input, text);
  else problems.push(unwritable(input.path, written));
  return written.ok;
}

/** A mistake of ours must not keep the other files from being checked. Its message could quote the file, so it stays unsaid. */
export async function guarded({ path }: Input, problems: Problem[], work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof TookTooLong) {
      problems.push({ path, reason: `is left out: ${error.message}` });
      return;
    }
    const name = error instanceof Error ? error.name : typeof error;
    problems.push({ path, reason: `could not be checked, because of a mistake in prosody-config itself (${name})` });
  }
}

/** In the order of the file, like all findings. */
function mostSevere(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MAX_SHOWN) return findings;
  const ranked = SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const kept = new Set(ranked.slice(0, MAX_SHOWN));
  return findings.filter((finding) => kept.has(finding));
}
