// `prosody-config check --diff`: what the fixes would change, without changing it. Each file is compared with what `--fix` would make of
// it after the files before it.

import { masked } from "../../core/masked/masked.ts";
import type { Analysis } from "../../core/analyse.ts";
import type { Schema } from "../../core/schema/schema.ts";
import { fixedText, reader } from "../../workspace/snapshot.ts";
import { forEachSnapshot, openInputs, uncheckedNotes, unsettled } from "../check/run.ts";
import { resolveInputs } from "../input/inputs.ts";
import { toAddress } from "../input/paths.ts";
import type { Problem } from "../input/problem.ts";
import { openWorkspace } from "../openWorkspace.ts";
import type { Asked } from "../openWorkspace.ts";
import { outputColours } from "../print/colours.ts";
import { formatDiffs, formatDiffsAsJson } from "../print/fixDiff.ts";
import type { FileDiff, ShownText } from "../print/fixDiff.ts";
import { printNote, printOut, printProblem } from "../print/output.ts";
import { formatFixes } from "../print/pretty.ts";
import type { ExitCode } from "../program.ts";
import { filesIn } from "./upgradeCheck.ts";

export interface DiffCheckOptions extends Asked {
  readonly format: keyof typeof DIFF_FORMATS;
  readonly stdinPath?: string;
}

export const DIFF_FORMATS = {
  pretty: (files: readonly FileDiff[]) => formatDiffs(files, outputColours()),
  json: formatDiffsAsJson,
} as const;

/** As in other tools. What surrounds a change in a file about containers may be the secret of something else. */
const CONTEXT: Readonly<Record<Analysis["kind"], number>> = { lua: 3, env: 3, container: 0 };

export async function runDiffCheck(paths: readonly string[], options: DiffCheckOptions, unsafe: boolean): Promise<ExitCode> {
  const { inputs, folders, problems: unresolved, notes: unseen } = await resolveInputs(paths, options.stdinPath);
  const opened = openWorkspace(options, { folders, files: filesIn(inputs) });
  await opened.workspace.surroundings(toAddress("."));
  const { inputs: read, problems: unread, ignored } = await openInputs(inputs, opened);
  const problems: Problem[] = [];
  const notes = [...unseen];
  const foreign: string[] = [];
  const files: FileDiff[] = [];
  await forEachSnapshot(read, opened, { problems, foreign }, (input, snapshot) => {
    const { path, kind } = input;
    const { analysis, schema } = snapshot;
    const { text, fixes, settled } = fixedText(snapshot, { unsafe });
    if (!settled) notes.push(unsettled(input));
    if (text === analysis.text) return;
    opened.documents.put(input, text);
    const after = shownOf(reader(snapshot)(text), schema);
    files.push({ path, kind, before: shownOf(analysis, schema), after, context: CONTEXT[analysis.kind], fixes });
  });
  const all = [...unresolved, ...opened.problems(), ...unread, ...problems];
  all.forEach(printProblem);
  const isNamed = (path: string): boolean => paths.includes(path) || path === options.stdinPath;
  [...notes, ...uncheckedNotes({ ignored, foreign }, isNamed)].forEach(printNote);
  printOut(DIFF_FORMATS[options.format](files));
  const fixed = files.map(({ path, fixes }) => ({ path, fixed: fixes }));
  process.stderr.write(formatFixes(fixed, "Would fix", outputColours()));
  if (all.length > 0) return 2;
  return files.length > 0 ? 1 : 0;
}

function shownOf(analysis: Analysis, schema: Schema): ShownText {
  return { text: analysis.text, shown: masked(analysis, schema) };
}
