// Text from files, and names of files, on their way to a terminal: control characters could repaint it, so they are spelled out.

/** C0, DEL and C1, and what turns the direction of writing. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

export function printable(text: string): string {
  return text.replace(CONTROL, (c) => `\\u{${c.charCodeAt(0).toString(16)}}`);
}

/** What is ours in a text for a terminal: line breaks, tabs and colors. */
const OURS = /(\r?\n|\t|\u001b\[\d{1,2}m)/;

/** Of whole texts, some of which repeat what a file says: commands, differences, new files. */
export function withoutControls(text: string): string {
  return text
    .split(OURS)
    .map((part, i) => (i % 2 === 1 ? part : printable(part)))
    .join("");
}
