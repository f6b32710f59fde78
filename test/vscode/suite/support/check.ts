// The few assertions that the suite needs, without node:assert, so that the same files run in a web worker.

/** Throws, with the message, unless the condition holds. */
export function ok(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Throws unless both are the same primitive value. */
export function equal(actual: unknown, expected: unknown, what: string): void {
  ok(actual === expected, `${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

/** Throws unless the text contains the part. */
export function includes(text: string, part: string, what: string): void {
  ok(text.includes(part), `${what}: expected it to contain ${JSON.stringify(part)}, got ${JSON.stringify(text)}`);
}
