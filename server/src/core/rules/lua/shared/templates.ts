// What template engines leave in a text: a value or a part of the file that somebody else fills in before Prosody reads it.

const HOLE = /\{\{|\{%|<%|\$\{|@@|__\w+__|%\w+%/;

/** Whether a text has a part that is still to be filled in, so that its form tells nothing. */
export function isTemplated(text: string): boolean {
  return HOLE.test(text);
}
