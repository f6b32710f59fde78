// Texts of which parts come from elsewhere: a variable of Compose, of a shell, of a build.

/** Stands in a text for each such part. */
export const ELSEWHERE = "\0";

/** The text, when all of it is known. */
export function knownText(given: { readonly text: string } | undefined): string | undefined {
  return given === undefined || given.text.includes(ELSEWHERE) ? undefined : given.text;
}
