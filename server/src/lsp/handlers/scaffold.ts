// prosody/scaffold and prosody/choices: a new configuration, or something added to an open one. The client shows and applies it.

import { choices } from "../../core/scaffold/choices.ts";
import { Draft } from "../../core/scaffold/draft.ts";
import { valueProblem } from "../../core/scaffold/needs.ts";
import { hostProblem, jidProblem, urlProblem } from "../../core/scaffold/names.ts";
import { scaffoldAddition, scaffoldServer } from "../../core/scaffold/run.ts";
import { secretStyle } from "../../core/scaffold/secrets.ts";
import type { SecretMaker } from "../../core/scaffold/secrets.ts";
import { lineEdits } from "../../core/text/lineEdits.ts";
import type {
  AnswerProblemParams,
  AnswerProblemReply,
  ChoicesParams,
  ChoicesReply,
  ScaffoldParams,
  ScaffoldReply,
} from "../../protocol.ts";
import { randomSecret } from "../../randomSecret.ts";
import { toRange } from "../convert.ts";
import type { Session } from "../session.ts";

export async function onChoices(session: Session, { uri }: ChoicesParams): Promise<ChoicesReply> {
  const file = await session.file(uri);
  const schema = file?.schema ?? (await session.workspace.surroundings(uri)).schema;
  return choices(file?.analysis.kind === "lua" ? file.analysis : undefined, schema);
}

export async function onScaffold(session: Session, params: ScaffoldParams): Promise<ScaffoldReply> {
  if (params.kind === "server") {
    const { schema } = await session.workspace.surroundings(params.uri);
    const style = secretStyle(schema.version, params.answers.install === "container");
    const made = scaffoldServer(params.answers, schema, maker(style));
    return made.ok ? { ...made, edits: [] } : made;
  }
  const file = await session.file(params.uri);
  const version = session.documents.get(params.uri)?.version;
  if (file?.analysis.kind !== "lua") return { ok: false, reason: "Open a prosody.cfg.lua first." };
  const { analysis, schema } = file;
  // Who reads variables already goes on with them.
  const container = analysis.file.envRefs.length > 0;
  const secrets = maker(secretStyle(schema.version, container));
  const made = scaffoldAddition(analysis.text, params.addition, schema, secrets, file.project);
  if (!made.ok) return made;
  const edits = lineEdits(analysis.text, made.text).map(({ span, newText }) => ({
    range: toRange(analysis.lines, span),
    newText,
  }));
  return { ...made, edits, ...(version === undefined ? {} : { version }) };
}

export async function onAnswerProblem(session: Session, params: AnswerProblemParams): Promise<AnswerProblemReply> {
  const problem = await problemOf(session, params);
  return problem === undefined ? {} : { problem };
}

async function problemOf(session: Session, { kind, text, uri, option = "" }: AnswerProblemParams): Promise<string | undefined> {
  switch (kind) {
    case "newName":
      return (await taken(session, text, uri)) ?? hostProblem(text);
    case "option": {
      const known = (await session.workspace.surroundings(uri ?? "")).schema.option(option);
      return known === undefined ? undefined : valueProblem(known, text);
    }
    default:
      return PROBLEMS[kind](text);
  }
}

const PROBLEMS = { host: hostProblem, address: jidProblem, url: urlProblem } as const;

async function taken(session: Session, name: string, uri: string | undefined): Promise<string | undefined> {
  const file = uri === undefined ? undefined : await session.file(uri);
  if (file?.analysis.kind !== "lua") return undefined;
  return Draft.of(file.analysis.text).has(name.trim()) ? `${name.trim()} is in this file already.` : undefined;
}

function maker(style: SecretMaker["style"]): SecretMaker {
  return { style, random: randomSecret };
}
