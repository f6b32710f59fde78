// Whether Prosody loads a configuration. Where every statement is plain, it does; else an evaluation tells, and where that stops, so does
// Prosody. What cannot be told here is not said.

import type { EffectiveError, EffectiveResult } from "../core/effective/types.ts";
import type { LuaFile } from "../core/model/luaFile.ts";
import type { Project, ProjectFile } from "../core/model/project.ts";
import { toFinding } from "../core/rules/check.ts";
import { doesNotLoad, refusalReport } from "../core/rules/doesNotLoad.ts";
import type { Refusal } from "../core/rules/doesNotLoad.ts";
import type { Finding } from "../core/rules/rule.ts";
import type { LineIndex } from "../core/text/lineIndex.ts";
import { applySuppressions, suppressionsOf } from "../core/rules/suppress.ts";
import { isPlain } from "../core/semantics/plain.ts";
import { folderOf, inFolder, nameOf, normal, pathOf } from "./address.ts";
import { MAIN_FILE } from "./evaluation.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Snapshot } from "./snapshot.ts";

/** Configurations of other programs in the same form. */
const OTHERS: ReadonlySet<string> = new Set(["migrator.cfg.lua"]);

/** In characters. What is larger would take a second of processor time again and again. */
const MAX_SIZE = 1_000_000;

/** What a variable may hold that a configuration reads: a name, a number, a switch. */
const FILLINGS = ["chat.example.com", "5000", "true"];

/** Rules that say the same of their line. */
const SAYING: ReadonlySet<string> = new Set(["include-nothing"]);

/** Results that say nothing of the server's own: our sandbox does not do what the configuration wants. */
const UNTOLD: ReadonlySet<EffectiveError["kind"]> = new Set(["refused", "limit", "environment"]);

export async function loadingFindings(snapshot: Snapshot, evaluation: Evaluation): Promise<readonly Finding[]> {
  const { analysis, schema, settings, project, folder, uri } = snapshot;
  const chosen = settings.severities[doesNotLoad.id];
  if (analysis.kind !== "lua" || settings.ignored || chosen === "off") return [];
  // Two configurations may share the file.
  if (project === undefined && folder !== undefined) return [];
  const own = project?.path ?? normal(uri);
  const [entry = { path: own, file: analysis.file, text: analysis.text }] = project?.files ?? [];
  if (!isEntry(entry) || analysis.syntax.issues.length > 0) return [];
  if ((project?.files.length ?? 1) === 1 && isPlain(analysis, schema)) return [];
  const files = project?.files ?? [entry];
  if (files.reduce((sum, { text }) => sum + text.length, 0) > MAX_SIZE) return [];
  const refusal = await refusalOf(entry.path, files, snapshot, evaluation);
  if (refusal === undefined) return [];
  const here = placeIn(own, refusal, project, analysis.lines);
  if (here === undefined) return [];
  const isInclude =
    here === refusal && analysis.file.includes.some(({ span }) => analysis.lines.at(span.start).line === here.error.line - 1);
  // What is included may be there on the server alone.
  const report = refusalReport({ ...here, isPart: here.isPart || isInclude }, analysis, schema);
  const finding = toFinding(doesNotLoad, report, chosen);
  const { line } = analysis.lines.at(finding.span.start);
  const isSaid = snapshot.checked.findings.some(({ rule, severity, span }) => {
    return (severity === "error" || SAYING.has(rule)) && analysis.lines.at(span.start).line === line;
  });
  return isSaid ? [] : applySuppressions(analysis, suppressionsOf(analysis), [finding]).kept;
}

function isEntry({ path, file }: Pick<ProjectFile, "path" | "file">): boolean {
  const name = nameOf(path);
  return name === MAIN_FILE || (!OTHERS.has(name) && file.firstSections.size > 0);
}

interface Found extends Refusal {
  readonly error: EffectiveError;
}

async function refusalOf(
  entry: string,
  files: readonly Pick<ProjectFile, "file" | "text">[],
  { settings }: Snapshot,
  evaluation: Evaluation,
): Promise<Found | undefined> {
  const load = (variables: Readonly<Record<string, string>>): Promise<EffectiveResult | undefined> =>
    evaluation.load({ entry, version: settings.version.version, variables });
  const result = await load({});
  if (result?.status !== "error" || UNTOLD.has(result.error.kind)) return undefined;
  const { warnings } = result;
  // Files are named from the folder of the main one on.
  const message = result.error.message.replaceAll(pathOf(inFolder(folderOf(entry), "")), "");
  const error = { ...result.error, message };
  if (warnings.some(({ code }) => code === "missing-module")) return undefined;
  const names = [...new Set(files.flatMap(variablesIn))];
  const isPart = nameOf(entry) !== MAIN_FILE || warnings.some(({ code }) => code === "not-readable" || code === "missing-folder");
  for (const filling of names.length === 0 ? [] : FILLINGS) {
    const filled = await load(Object.fromEntries(names.map((name) => [name, filling])));
    const stays = filled?.status === "error" && filled.error.line === error.line && filled.error.file === error.file;
    if (!stays) return { error, unset: names, isPart };
  }
  return { error, unset: [], isPart };
}

function variablesIn({ file }: { readonly file: LuaFile }): readonly string[] {
  return file.envRefs.map(({ name }) => name);
}

/** In the file itself, or at the Include of the main file that leads to it; undefined: in neither. */
function placeIn(own: string, found: Found, project: Project | undefined, lines: LineIndex): Refusal | undefined {
  const { error } = found;
  if (error.file === pathOf(own)) return found;
  const main = project?.files[0];
  const include =
    main?.path === own
      ? main.file.includes.find((one) => project?.matches(one)?.some((path) => pathOf(path) === error.file))
      : undefined;
  if (include === undefined) return undefined;
  const line = lines.at(include.span.start).line + 1;
  return { ...found, error: { line, message: `line ${error.line} of ${nameOf(error.file)}: ${error.message}` } };
}
