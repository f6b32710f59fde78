// Values in a Quadlet unit. Three readers come one after the other: Quadlet takes most values as they are, and splits some into words
// with quotes; systemd replaces what begins with a percent sign, and what begins with a dollar sign on the command line that comes of it.

/** Undefined: the value cannot stand there as it is. */
export function plainValue(value: string): string | undefined {
  if (value === "" || /[\n\r\0]/.test(value) || value.endsWith("\\")) return undefined;
  // Versions of podman differ in which quotes at the ends they remove.
  if (/^"|"$/.test(value)) return undefined;
  const inner = expanded(value);
  // Blanks at the ends do not count unless they stand in quotes.
  return /^[\s\x85]|[\s\x85]$/.test(inner) ? `"${inner}"` : inner;
}

/** For values that are not taken out of quotes. */
export function rawValue(value: string): string | undefined {
  if (value === "" || /[\n\r\0]|^[\s\x85]|[\s\x85]$/.test(value) || value.endsWith("\\")) return undefined;
  return expanded(value);
}

/** One word of a value that is split into words. */
export function quotedWord(word: string): string {
  const inner = expanded(word);
  if (/^[\w@%$+=:,./-]+$/.test(inner)) return inner;
  return `"${inner.replace(/[\\"\n\r\t]|[\0-\x1f\x7f]/g, escape)}"`;
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escape(c: string): string {
  return ESCAPES[c] ?? `\\x${c.charCodeAt(0).toString(16).padStart(2, "0")}`;
}

function expanded(text: string): string {
  return text.replaceAll("%", "%%").replaceAll("$", "$$$$");
}
