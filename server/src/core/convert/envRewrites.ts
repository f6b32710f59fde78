// The ways in which an open env file can be written anew, by who reads it now: those that change something, each with a title.

import type { EnvAnalysis } from "../analyse.ts";
import { speaksOfProsody } from "../model/envFile.ts";
import { DIALECT_NAMES } from "../syntax/env/dialects.ts";
import type { EnvDialect } from "../syntax/env/dialects.ts";
import type { EnvTarget } from "../syntax/env/write.ts";
import type { TextEdit } from "../text/edit.ts";
import { convertEnv } from "./envForms.ts";
import type { EnvConversion } from "./envForms.ts";

export interface EnvRewrite {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** Nobody writes longer ones, and each value is written and read back. */
const LONGEST = 200_000;

/** Names that a title still tells. */
const MOST_NAMES = 3;

export function envRewrites({ text, file }: EnvAnalysis): readonly EnvRewrite[] {
  if (text.length > LONGEST || !speaksOfProsody(file)) return [];
  // A tool that refuses the file gives no values to keep.
  const readers = file.syntaxes.filter(({ issues }) => !issues.some((issue) => issue.fatal)).map(({ dialect }) => dialect);
  const undecided = readers.length > 1;
  const rewrites = readers.flatMap((from) =>
    targetsOf(from).flatMap((to): readonly EnvRewrite[] => {
      const conversion = convertEnv(text, from, to);
      if (conversion === undefined || conversion.edits.length === 0) return [];
      return [{ title: `${title(from, to, undecided)}${except(conversion)}`, edits: conversion.edits }];
    }),
  );
  // Two readers may come to the same.
  return rewrites.filter(
    (one, i) => rewrites.findIndex((other) => JSON.stringify(other.edits) === JSON.stringify(one.edits)) === i,
  );
}

function targetsOf(from: EnvDialect): readonly EnvTarget[] {
  return from === "compose" ? ["everywhere", "docker"] : ["everywhere", "compose"];
}

function title(from: EnvDialect, to: EnvTarget, undecided: boolean): string {
  if (to !== "everywhere") return `Convert from ${DIALECT_NAMES[from]}'s form to ${DIALECT_NAMES[to]}'s`;
  const which = undecided ? `, with the values that ${DIALECT_NAMES[from]} reads` : "";
  return `Write the file so that every tool reads the same${which}`;
}

function except({ kept }: EnvConversion): string {
  if (kept.length === 0) return "";
  const names = kept.map(({ name }) => nameToTell(name));
  const told = [...new Set(names)];
  const more = told.length > MOST_NAMES ? ` and ${told.length - MOST_NAMES} more` : "";
  return ` (except ${told.slice(0, MOST_NAMES).join(", ")}${more})`;
}

/** What looks like a name may be part of a long value. */
export function nameToTell(name: string): string {
  return /^[A-Za-z_]\w{0,40}$/.test(name) ? name : "a line without a plain name";
}
