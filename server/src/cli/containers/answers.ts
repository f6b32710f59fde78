// Reads what the user names (an env file, a configuration file, a folder) and makes the answers of it. A configuration is evaluated
// in the sandbox, so that the ports are those that it amounts to; where that fails, its text has to do.

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ContainerAnswers } from "../../core/generate/answers.ts";
import { IMAGE_PATHS } from "../../core/schema/imagePaths.ts";
import { literalEnvFile } from "../../core/generate/envFileNotes.ts";
import type { Note } from "../../core/generate/note.ts";
import { containerNotes } from "../../core/generate/notes.ts";
import type { Form } from "../../core/generate/forms.ts";
import { portProblem } from "../../core/generate/ports.ts";
import type { Version } from "../../core/schema/types.ts";
import { containerKindOf, kindOf } from "../../core/source.ts";
import type { FileKind } from "../../core/source.ts";
import { parseComposeEnv } from "../../core/syntax/env/index.ts";
import type { EnvDialect } from "../../core/syntax/env/index.ts";
import { MAIN_FILE } from "../../workspace/evaluation.ts";
import { containerSpec } from "../../workspace/containerSpec.ts";
import type { ContainerSpec } from "../../workspace/containerSpec.ts";
import { isImageVersion } from "../effective/evaluateImage.ts";
import { addressOf } from "../input/documents.ts";
import { guessKind, isFileKind } from "../input/guessKind.ts";
import type { Input } from "../input/inputs.ts";
import type { Problem } from "../input/problem.ts";
import { dialectFor, isFolder, versionFor } from "../input/projectSettings.ts";
import { readInput, readUtf8 } from "../input/readInput.ts";
import { openWorkspace } from "../openWorkspace.ts";
import { wishesIn } from "./options.ts";
import type { ContainerOptions, Subject } from "./options.ts";
import { placedFor } from "./paths.ts";
import { readBack } from "./readBack.ts";
import { writeFiles } from "../writeFiles.ts";

export interface MadeAnswers {
  readonly answers: ContainerAnswers;
  readonly notes: readonly Note[];
}

export async function makeAnswers(subject: Subject, options: ContainerOptions, form: Form): Promise<MadeAnswers | Problem> {
  if (subject.kind !== "settings") return readBack(subject, options, form);
  const { path } = subject;
  const strange = describesContainers(path, options);
  if (strange !== undefined) return { path, reason: strange };
  const copied = options.literalEnv === undefined ? undefined : await copyLiterally(path, options.literalEnv, options.force);
  if (copied !== undefined && "reason" in copied) return copied;
  const spec = await specOf(copied === undefined ? path : (options.literalEnv ?? path), options, form);
  if ("reason" in spec) return spec;
  const { facts } = spec;
  const answers = placedFor(form, options.output, spec.answers);
  const doubled = portProblem(answers, form);
  if (doubled !== undefined) return { path, reason: `was not used: ${doubled.replace(/\.$/, "")}` };
  const notes = [...(copied?.notes ?? []), ...containerNotes(answers, form, facts)];
  return { answers, notes };
}

/** The values that Compose reads, as plain lines in a file of their own. */
async function copyLiterally(
  path: string,
  copy: string,
  force: boolean | undefined,
): Promise<{ readonly notes: readonly Note[] } | Problem> {
  const read = await readUtf8({ from: "file", path, kind: "env" });
  if (!read.ok) return read.problem;
  const { text, leftOut } = literalEnvFile(parseComposeEnv(read.text));
  const [problem] = await writeFiles([{ path: copy, text, secret: true }], force);
  return (
    problem ?? { notes: leftOut.map(({ name, reason }) => ({ id: "left-out", text: `${name} is not in ${copy}. ${reason}` })) }
  );
}

async function specOf(path: string, options: ContainerOptions, form: Form): Promise<ContainerSpec | Problem> {
  const prosodyVersion = await versionFor(options.prosodyVersion, path);
  if (!isImageVersion(prosodyVersion)) return { path, reason: withoutImage(prosodyVersion) };
  const engine = options.engine ?? "docker";
  const envDialect = form === "compose" ? await composeDialect(options, path) : engine;
  const kind = kindFor(path, options);
  const isWhole = kind === "lua" && isFolder(path);
  const main = isWhole ? join(path, MAIN_FILE) : path;
  if (isWhole && !existsSync(main)) return { path, reason: `has no ${MAIN_FILE}, which is what the image starts with` };
  const input: Input = { from: "file", path: main, kind };
  const read = await readInput(input);
  if (!read.ok) return read.problem;
  const { workspace, documents } = openWorkspace({ prosodyVersion, envDialect }, { files: [main] });
  try {
    documents.put(input, read.text);
    const snapshot = await workspace.snapshot(addressOf(input));
    if (snapshot === undefined) return { path, reason: "cannot be used: it describes no server" };
    const folder = isWhole ? { folder: await workspace.filesInContainer(addressOf(input), IMAGE_PATHS.config) } : {};
    const { preset } = options;
    const wishes = wishesIn(options);
    const spec = await containerSpec(snapshot, { path, ...folder, preset, engine, wishes, evaluation: workspace.evaluation });
    return spec ?? { path, reason: "cannot be used: it describes containers" };
  } finally {
    workspace.dispose();
  }
}

/** Only what .prosody-config.json says can be without an image. */
function withoutImage(version: Version): string {
  return `is for Prosody ${version}, and there is no image of that; --prosody-version names another one`;
}

/** That an env file beside a compose file is written for Compose needs no saying. */
async function composeDialect({ envDialect }: ContainerOptions, path: string): Promise<EnvDialect> {
  const dialect = await dialectFor(envDialect, path);
  return dialect === "auto" ? "compose" : dialect;
}

/** Why PATH is none of the things that it can be; the user may know better, and say so. */
function describesContainers(path: string, { envFile, config }: ContainerOptions): string | undefined {
  const kind = kindOf(path) ?? containerKindOf(path);
  if (envFile !== undefined || config !== undefined || kind === undefined || isFileKind(kind) || isFolder(path)) return undefined;
  const reads =
    kind === "compose"
      ? "--from-compose reads it"
      : "--from-compose reads a compose file, and --from-command a `docker run` line";
  return `describes containers, by its name, and is no env file or configuration of Prosody: ${reads}`;
}

function kindFor(path: string, { envFile, config }: ContainerOptions): FileKind {
  if (envFile !== undefined) return "env";
  return config !== undefined || isFolder(path) ? "lua" : guessKind(path);
}
