// Where secrets may be in a file that describes containers: values of variables, and what follows a name that looks like that of a secret.
// A text over several lines is not seen as one, so only lines that change are fit to be shown.

import type { ContainerFile } from "../model/container.ts";
import type { Schema } from "../schema/schema.ts";
import type { Span } from "../text/span.ts";
import { isPublic } from "./inEnv.ts";
import { isSecretName, secretsInAddress, secretsInComment } from "./words.ts";

export function secretsInContainers({ containers }: ContainerFile, text: string, schema: Schema): readonly Span[] {
  const hidden: Span[] = containers.flatMap(({ variables }) =>
    variables.variables.flatMap(({ name, valueSpan }) =>
      isPublic(name, schema) ? secretsInAddress(text, valueSpan) : [valueSpan],
    ),
  );
  for (const word of text.matchAll(/\w+/g)) {
    const end = word.index + word[0].length;
    if (isSecretName(word[0]) && !isPublic(word[0], schema)) hidden.push({ start: end, end: lineEnd(text, end) });
  }
  for (const word of text.matchAll(/\S+/g))
    hidden.push(...secretsInAddress(text, { start: word.index, end: word.index + word[0].length }));
  for (const comment of text.matchAll(/^[ \t]*#.*/gm))
    hidden.push(...secretsInComment(text, { start: comment.index, end: comment.index + comment[0].length }));
  return hidden;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
