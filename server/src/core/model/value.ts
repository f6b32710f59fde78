// What a configuration assigns, as far as the text tells. Values are honest: what Lua computes is known to exist and unknown to
// us (`dynamic`), and whoever reads a value must say what unknown means to them. Unknown is silent.

import type { Span } from "../text/span.ts";

export type Value = StringValue | NumberValue | BooleanValue | NilValue | TableValue | EnvValue | DynamicValue | BrokenValue;

interface Located {
  readonly span: Span;
  /** Computed from constants elsewhere: the text at `span` is not the literal. */
  readonly folded?: true;
  /** Taken from a variable: what is inside it stands where the variable was set. */
  readonly elsewhere?: true;
}

export interface StringValue extends Located {
  readonly kind: "string";
  readonly value: string;
}

export interface NumberValue extends Located {
  readonly kind: "number";
  readonly value: number;
}

export interface BooleanValue extends Located {
  readonly kind: "boolean";
  readonly value: boolean;
}

export interface NilValue extends Located {
  readonly kind: "nil";
  /** The name of a variable that nobody set, if that is where nil comes from: `storage = sql`. */
  readonly unsetName?: string;
}

export interface TableValue extends Located {
  readonly kind: "table";
  readonly entries: readonly TableEntry[];
}

export interface TableEntry {
  readonly span: Span;
  /** Absent for list items. A key that is not a constant is `dynamic`. */
  readonly key?: { readonly span: Span; readonly value: Value };
  readonly value: Value;
}

/** An environment variable: `ENV_X`, `os.getenv "X"`, perhaps with `or "default"`. */
export interface EnvValue extends Located {
  readonly kind: "env";
  readonly name: string;
  readonly fallback?: Value;
}

export interface DynamicValue extends Located {
  readonly kind: "dynamic";
  /** What an option gives that is read here: not its table, in any version. */
  readonly option?: string;
}

export interface BrokenValue extends Located {
  readonly kind: "broken";
}

/** The items of a list; one bare value counts as a list of one, as Prosody reads it. Keyed entries are left out. */
export function listItems(value: Value): readonly Value[] {
  if (value.kind === "table") return value.entries.filter((entry) => entry.key === undefined).map((entry) => entry.value);
  return value.kind === "nil" ? [] : [value];
}

/** The text of a table entry's key, when it is a constant text. */
export function keyText(entry: TableEntry): string | undefined {
  return entry.key?.value.kind === "string" ? entry.key.value.value : undefined;
}
