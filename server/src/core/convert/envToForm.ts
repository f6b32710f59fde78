// An env file in the form of another tool, or in one that all tools read alike, as a file to keep. Who reads the file now may be
// undecided: then all of those in question have to come to the same.

import { differingNames } from "../generate/envFileNotes.ts";
import type { Schema } from "../schema/schema.ts";
import { parseComposeEnv, parseEnv } from "../syntax/env/index.ts";
import type { EnvDialect, EnvSyntax } from "../syntax/env/index.ts";
import type { EnvTarget } from "../syntax/env/write.ts";
import { LineIndex } from "../text/lineIndex.ts";
import type { Conversion } from "./convert.ts";
import { convertEnv } from "./envForms.ts";
import type { EnvConversion } from "./envForms.ts";
import { nameToTell } from "./envRewrites.ts";
import { withoutSecrets } from "./withoutSecrets.ts";

export interface EnvToForm {
  readonly text: string;
  /** Tools that may be the one that reads it now. */
  readonly readers: readonly EnvDialect[];
  readonly to: EnvTarget;
  readonly schema: Schema;
}

export function envToForm({ text, readers, to, schema }: EnvToForm): Conversion {
  const syntaxes = readers.map((reader) => parseEnv(text, reader));
  // A tool that refuses the file gives no values to keep.
  const read = syntaxes.filter(({ issues }) => !issues.some(({ fatal }) => fatal));
  const [first] = read;
  if (first === undefined) return { ok: false, reason: refusal(syntaxes, text) };
  const made = read.map(({ dialect }) => convertEnv(text, dialect, to));
  const [conversion] = made;
  if (conversion === undefined || made.includes(undefined))
    return { ok: false, reason: "Its values cannot be written so that they would be read as they are now." };
  if (made.some((one) => one?.text !== conversion.text)) return { ok: false, reason: undecided(read, text) };
  const shown = convertEnv(withoutSecrets(text, first.dialect, schema), first.dialect, to)?.text ?? "";
  return { ok: true, files: [{ name: "prosody.env", kind: "env", text: conversion.text, shown }], notes: notesOn(conversion) };
}

function refusal(syntaxes: readonly EnvSyntax[], text: string): string {
  const issue = syntaxes.flatMap(({ issues }) => issues).find(({ fatal }) => fatal);
  if (issue === undefined) return "Nothing says which tool reads it.";
  return `line ${new LineIndex(text).at(issue.span.start).line + 1}: ${issue.message}`;
}

function undecided(read: readonly EnvSyntax[], text: string): string {
  const literal = read.find(({ dialect }) => dialect !== "compose");
  const names = literal === undefined ? [] : differingNames(literal, parseComposeEnv(text)).map(nameToTell);
  const what = names.length === 0 ? "it" : [...new Set(names)].join(", ");
  return `The tools that may be meant read ${what} differently; --env-dialect says which tool reads the file now.`;
}

function notesOn({ kept }: EnvConversion): readonly string[] {
  return kept.map(({ name, reason }) => `${nameToTell(name)} stays as it is. ${reason}`);
}
