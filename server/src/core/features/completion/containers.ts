// Completion of the variables that a container of the official image is given: names in its environment, and their values.

import type { ContainerAnalysis } from "../../analyse.ts";
import { isOfficial } from "../../model/container.ts";
import type { Container, ContainerVariable, EnvironmentPlace } from "../../model/container.ts";
import { versionOfTag } from "../../schema/imageTag.ts";
import type { Schema } from "../../schema/schema.ts";
import { nameItems, valueItems } from "./env.ts";
import type { CompletionItem } from "./item.ts";

export function completeContainers(analysis: ContainerAnalysis, schema: Schema, offset: number): readonly CompletionItem[] {
  const { text, lines } = analysis;
  const before = text.slice(lines.lineStart(lines.at(offset).line), offset);
  for (const container of analysis.file.containers) {
    const place = container.places.find(({ span }) => span.start <= offset && offset <= span.end);
    if (place === undefined || !isOfficial(container)) continue;
    const known = schema.forVersion(versionOfTag(container.image?.tag) ?? schema.version);
    const spot = { container, style: place.style, schema: known, before, text, offset };
    return namesAt(spot) ?? valuesAt(spot);
  }
  return [];
}

/** What stands before a name that is being typed, by the way in which the file gives variables. */
const BEFORE_NAME: Readonly<Record<EnvironmentPlace["style"], RegExp>> = {
  map: /^\s+["']?([A-Za-z_]\w*)?$/,
  list: /^\s*-\s+["']?([A-Za-z_]\w*)?$/,
  nameValue: /^\s*(?:-\s+)?name:\s+["']?([A-Za-z_]\w*)?$/,
  words: /(?:^|\s|["']|-e|^Environment=)([A-Z_][A-Z0-9_]*)?$/,
};

/** In a line of words, a name is only what follows one of these, or another variable. */
const BEFORE_WORD = /^\s*ENV\s|^Environment=|(?:-e|--env)[\s=]?["']?\w*$|^\s+["']?\w*$/;

/** A place where variables are given; `before`: what stands on the line in front of it. */
interface Spot {
  readonly container: Container;
  readonly style: EnvironmentPlace["style"];
  readonly schema: Schema;
  readonly before: string;
  readonly text: string;
  readonly offset: number;
}

function namesAt({ container, style, schema, before, text, offset }: Spot): readonly CompletionItem[] | undefined {
  const match = BEFORE_NAME[style].exec(before);
  if (match === null || (style === "words" && !BEFORE_WORD.test(before))) return undefined;
  const start = offset - (match[1] ?? "").length;
  const end = offset + (/^\w*/.exec(text.slice(offset, offset + 100))?.[0].length ?? 0);
  const rest = text.slice(end, end + 20);
  const ending = style === "nameValue" || /^["']?\s*[:=]/.test(rest) ? "" : style === "map" ? ": " : "=";
  const present = new Set(
    container.variables.variables.filter(({ nameSpan }) => nameSpan.start !== start).map(({ name }) => name),
  );
  return nameItems(schema, present, { start, end }, ending);
}

/** Of a line, what is looked at in front of the cursor. */
const LONGEST_LINE = 1000;

const BEFORE_VALUE: Readonly<Record<EnvironmentPlace["style"], RegExp>> = {
  map: /^\s+["']?(\w+)["']?\s*:\s+(["'][^"']*|[^\s"'][^"']*|)$/,
  list: /^\s*-\s+["']?(\w+)=(["']?[^"']*)$/,
  nameValue: /^\s*(?:-\s+)?(value):\s+(["'][^"']*|[^\s"'][^"']*|)$/,
  words: /(?:^|[\s"'=]|-e)([A-Za-z_]\w*)=(["']?[^"'\s]*)$/,
};

function valuesAt({ container, style, schema, before, text, offset }: Spot): readonly CompletionItem[] {
  const [, written = "", typed = ""] = BEFORE_VALUE[style].exec(before.slice(-LONGEST_LINE)) ?? [];
  const name = style === "nameValue" && written !== "" ? nameBefore(container.variables.variables, offset)?.name : written;
  const info = name === undefined ? undefined : schema.variable(name);
  return info === undefined ? [] : valueItems(info, { text, file: container.variables }, schema, typed, offset);
}

/** Of the variable whose value stands behind its name. */
function nameBefore(variables: readonly ContainerVariable[], offset: number): ContainerVariable | undefined {
  return variables.findLast(({ nameSpan }) => nameSpan.end < offset);
}
