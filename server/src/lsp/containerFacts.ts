// What an open file says about its container, and the answers that come of it and of what the user wants. Where configurations may be
// evaluated, the effective one tells; else the text.

import { analyse } from "../core/analyse.ts";
import type { HostOptions } from "../core/effective/types.ts";
import type { ContainerAnswers } from "../core/generate/answers.ts";
import { factsOfConfig, factsOfEnvFile } from "../core/generate/facts.ts";
import type { Engine } from "../core/generate/engines.ts";
import { answersFor } from "../core/generate/presets.ts";
import type { ContainerFacts, Wishes } from "../core/generate/presets.ts";
import type { ContainerWishes } from "../protocol.ts";
import type { OpenFile, Session } from "./session.ts";

export interface ContainerOfFile {
  readonly file: OpenFile;
  readonly answers: ContainerAnswers;
  readonly facts: ContainerFacts;
}

/** Undefined: the document is not open, or neither a configuration nor an env file. */
export async function containerOf(
  session: Session,
  params: ContainerWishes & { readonly uri: string; readonly path: string },
  instead: { readonly engine?: Engine; /** Of an env file. */ readonly text?: string } = {},
): Promise<ContainerOfFile | undefined> {
  const file = await session.file(params.uri);
  if (file === undefined || file.analysis.kind === "container") return undefined;
  const { schema } = file;
  const wanted = instead.engine ?? params.engine ?? file.settings.docker.engine;
  const analysis = instead.text === undefined ? file.analysis : analyse("env", instead.text, { dialect: wanted });
  const facts =
    analysis.kind === "env"
      ? factsOfEnvFile(analysis, schema, params.path, wanted)
      : factsOfConfig({ path: params.path, kind: "file", files: [analysis.file], ...(await evaluated(session, file)) }, schema);
  return { file, facts, answers: answersFor(facts, params.preset ?? "simple", wishesOf(params, wanted)) };
}

async function evaluated(session: Session, { uri, schema, settings }: OpenFile): Promise<{ readonly effective?: HostOptions }> {
  try {
    const answer = await session.effective?.answer({ uri, version: schema.version, dialect: settings.env.dialect });
    // A fragment belongs to another main file, which is not what is mounted.
    if (answer?.result.status !== "ok" || answer.entry !== uri) return {};
    return answer.result.warnings.some(({ code }) => MISSING.has(code)) ? {} : { effective: answer.result.config };
  } catch {
    return {};
  }
}

const MISSING: ReadonlySet<string> = new Set(["missing-folder", "not-readable", "missing-module"]);

function wishesOf(params: ContainerWishes, engine: Engine): Wishes {
  const { name, tag, restart, memory, network, healthCheck, noPorts } = params;
  const given = (key: keyof Wishes, value: unknown): object => (value === undefined ? {} : { [key]: value });
  return {
    engine,
    ...given("name", name),
    ...given("tag", tag),
    ...given("restart", restart),
    ...given("memory", memory),
    ...given("network", network),
    ...given("healthCheck", healthCheck),
    ...(noPorts === true ? { ports: [] } : {}),
  };
}
