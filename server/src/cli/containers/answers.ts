// Reads what the user names (an env file, a configuration file, a folder) and makes the answers of it. A configuration is evaluated
// in the sandbox, so that the ports are those that it amounts to; where that fails, its text has to do.

import { join } from "node:path";
import { analyse } from "../../core/analyse.ts";
import type { HostOptions } from "../../core/effective/types.ts";
import type { ContainerAnswers } from "../../core/generate/answers.ts";
import { factsOfConfig, factsOfEnvFile } from "../../core/generate/facts.ts";
import { literalEnvFile } from "../../core/generate/envFileNotes.ts";
import { containerNotes } from "../../core/generate/notes.ts";
import type { Form } from "../../core/generate/notes.ts";
import { answersFor } from "../../core/generate/presets.ts";
import type { ContainerFacts } from "../../core/generate/presets.ts";
import { Schema } from "../../core/schema/schema.ts";
import type { Version } from "../../core/schema/types.ts";
import type { FileKind } from "../../core/source.ts";
import { parseComposeEnv } from "../../core/syntax/env/index.ts";
import { readKnowledgeFiles } from "../../nodeKnowledge.ts";
import { evaluateFiles } from "../effective/evaluateFiles.ts";
import { guessKind } from "../input/guessKind.ts";
import type { Problem } from "../input/problem.ts";
import { readInput } from "../input/readInput.ts";
import { wishesOf } from "./options.ts";
import type { ContainerOptions, Subject } from "./options.ts";
import { readBack } from "./readBack.ts";
import { isFolder, readConfigFolder } from "./readFolder.ts";
import { writeFile } from "./show.ts";

export interface MadeAnswers {
  readonly answers: ContainerAnswers;
  readonly notes: readonly string[];
}

export async function makeAnswers(subject: Subject, options: ContainerOptions, form: Form): Promise<MadeAnswers | Problem> {
  if (subject.kind !== "settings") return readBack(subject, options, form);
  const { path } = subject;
  const copied = options.literalEnv === undefined ? undefined : await copyLiterally(path, options.literalEnv, options.force);
  if (copied !== undefined && "reason" in copied) return copied;
  const facts = await factsOf(copied === undefined ? path : (options.literalEnv ?? path), options, form);
  if ("reason" in facts) return facts;
  const answers = answersFor(facts, options.preset, wishesOf(options));
  return { answers, notes: [...(copied?.notes ?? []), ...containerNotes(answers, form, facts)] };
}

/** The values that Compose reads, as plain lines in a file of their own. */
async function copyLiterally(
  path: string,
  copy: string,
  force: boolean | undefined,
): Promise<{ readonly notes: readonly string[] } | Problem> {
  const read = await readInput({ from: "file", path, kind: "env" });
  if (!read.ok) return read.problem;
  const { text, leftOut } = literalEnvFile(parseComposeEnv(read.text));
  const problem = writeFile(copy, text, force === true, 0o600);
  return problem ?? { notes: leftOut.map(({ name, reason }) => `${name} is not in ${copy}. ${reason}`) };
}

async function factsOf(path: string, options: ContainerOptions, form: Form): Promise<ContainerFacts | Problem> {
  const { prosodyVersion } = options;
  const schema = new Schema(readKnowledgeFiles(), prosodyVersion);
  const engine = options.engine ?? "docker";
  const dialect = options.envDialect ?? (form === "compose" ? "compose" : engine);
  const kind = kindFor(path, options);
  if (kind === "lua" && isFolder(path)) {
    const files = await readConfigFolder(path);
    if ("reason" in files) return files;
    return factsOfConfig(
      { path, kind: "folder", files, ...(await evaluated(join(path, "prosody.cfg.lua"), prosodyVersion)) },
      schema,
    );
  }
  const read = await readInput({ from: "file", path, kind });
  if (!read.ok) return read.problem;
  const analysis = analyse(kind, read.text, { dialect });
  if (analysis.kind === "env") return factsOfEnvFile(analysis, schema, path, engine);
  return factsOfConfig({ path, kind: "file", files: [analysis.file], ...(await evaluated(path, prosodyVersion)) }, schema);
}

function kindFor(path: string, { envFile, config }: ContainerOptions): FileKind {
  if (envFile !== undefined) return "env";
  return config !== undefined || isFolder(path) ? "lua" : guessKind(path);
}

/** Only if nothing was missing: what a configuration includes may be elsewhere inside the container. */
async function evaluated(file: string, version: Version): Promise<{ readonly effective?: HostOptions }> {
  try {
    const [result] = await evaluateFiles([{ file, version, variables: {} }]);
    const whole = result?.status === "ok" && !result.warnings.some(({ code }) => MISSING.has(code));
    return whole ? { effective: result.config } : {};
  } catch {
    return {};
  }
}

const MISSING: ReadonlySet<string> = new Set(["missing-folder", "not-readable", "missing-module"]);
