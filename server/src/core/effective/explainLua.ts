// Lua's error messages in the words of somebody who writes a configuration. Texts that Lua quotes from the file are left out: they may
// be secret.

import type { ErrorKind } from "./types.ts";

/** Lua cuts off what it repeats of a file; a message that a file writes itself may be longer. */
const LONGEST = 1000;

export function explainLua(kind: Extract<ErrorKind, "syntax" | "runtime">, message: string | undefined): string {
  if (message === undefined) return "The configuration stops itself with an error.";
  if (message.length > LONGEST) return sentence(message);
  return (kind === "syntax" ? explainSyntax(message) : explainRuntime(message)) ?? sentence(message);
}

function explainSyntax(message: string): string | undefined {
  const near = /^(.*?) near (.*)$/s.exec(message);
  const said = near?.[1] ?? message;
  const place = near === null ? "" : describeNear(near[2] ?? "");
  const expected = /^'?(.*?)'? expected(?: \(to close '(.*)' at line (\d+)\))?$/s.exec(said);
  if (expected !== null) {
    const [, what = "", opener, line] = expected;
    const closes = opener === undefined ? "" : ` to close the ${opener} of line ${line ?? ""}`;
    const comma = opener === "{" && !place.includes("end of the file") ? " Perhaps a comma is missing before it." : "";
    return `Here ${plainToken(what)} is expected${closes}${place === "" ? "" : `, but there is ${place}`}.${comma}`;
  }
  if (said === "unexpected symbol") return `${capital(place)} cannot stand here.`;
  if (said === "unfinished string") return "A text that begins here does not end: its closing quote is missing.";
  if (said === "unfinished long string" || said.startsWith("unfinished long")) return "A long text or comment does not end.";
  if (said === "malformed number") return "This is not a number. If it is meant as a text, put quotes around it.";
  if (said === "syntax error")
    return `This is not a statement of Lua${place === "" ? "" : `; there is ${place}`}. Perhaps a "=" is missing.`;
  if (/too many C levels|overflow/.test(said)) return "It is nested too deep.";
  return undefined;
}

/** Undefined parts stay away, and so does what stands in quotes in the file. */
function describeNear(token: string): string {
  if (token === "<eof>") return "the end of the file";
  const inner = /^'(.*)'$/s.exec(token)?.[1] ?? token;
  if (/^["'[]/.test(inner) && inner.length > 1) return "a text";
  if (/^[\d.]/.test(inner) && inner.length > 1) return `the number ${inner}`;
  return inner.length > 40 || /["']/.test(inner) ? "something else" : inner;
}

function plainToken(token: string): string {
  return token === "<name>" ? "a name" : token === "<eof>" ? "the end of the file" : token;
}

function explainRuntime(message: string): string | undefined {
  const failed =
    /^attempt to (call|index|concatenate|compare|perform arithmetic on|get length of) (?:an? )?(.*?)(?: value)?(?: \((\w+) '(.*?)'\))?$/s.exec(
      message,
    );
  if (failed !== null) {
    const [, act = "", type = "", sort, name] = failed;
    const what = name === undefined ? `a ${type} value` : sort === "constant" ? "a text" : name;
    const [unset, other] = FAILED[act] ?? [];
    if (unset === undefined || other === undefined) return `The values that are compared here do not fit together (${type}).`;
    return type === "nil" ? `${capitalName(what)} has no value here, ${unset}` : other(what, type);
  }
  if (message.includes("stack overflow")) return "It calls itself too deep: perhaps a function or a file refers to itself.";
  if (message.startsWith("not enough memory")) return "It needs more memory than a configuration may have.";
  return undefined;
}

/** By what was tried: how the sentence goes on of what has no value, and what is said of anything else. */
const FAILED: Readonly<Record<string, readonly [string, (what: string, type: string) => string]>> = {
  call: [
    'but it is followed by another value. Perhaps a "=" is missing, or a comma.',
    (what, type) => `${capitalName(what)} is a ${type} and is followed by another value. Perhaps a "=" is missing, or a comma.`,
  ],
  index: ["so nothing can be taken from it.", (what, type) => `Nothing can be taken from ${what}: it is a ${type}.`],
  concatenate: [
    "so it cannot be joined to a text.",
    (what, type) => `${capitalName(what)} is a ${type}, which cannot be joined to a text.`,
  ],
  "perform arithmetic on": [
    "so nothing can be calculated with it.",
    (what, type) => `${capitalName(what)} is a ${type}, so nothing can be calculated with it.`,
  ],
  "get length of": ["so it has no length.", (what, type) => `${capitalName(what)} is a ${type} and has no length.`],
};

/** Names keep their case. */
function capitalName(what: string): string {
  return what.startsWith("a ") ? capital(what) : what;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sentence(message: string): string {
  const text = /^[a-z] /.test(message) || /^(the|there|an?|after|append|it|require) /.test(message) ? capital(message) : message;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
