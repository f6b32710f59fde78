// Characters that a reader of YAML refuses, or takes for the end of a line, wherever they stand as they are. Inside double quotes they
// can be escaped.

const UNSAFE = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

export function isUnsafe(text: string): boolean {
  return text.search(UNSAFE) >= 0;
}

/** Of a text whose unsafe characters all stand inside double quotes. */
export function escapeUnsafe(text: string): string {
  return text.replace(UNSAFE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
