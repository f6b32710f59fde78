// Names that one statement sees as variables: those of the file from above, and what the statement makes of them.

import type { Value } from "./value.ts";
import type { Variables } from "./variables.ts";

export interface Scope {
  has(name: string): boolean;
  get(name: string): Value | undefined;
  set(name: string, value: Value): unknown;
}

/** The variables of the file: those from above, and what this chunk makes of them. */
export class FileScope implements Scope {
  readonly changed = new Map<string, Value>();
  readonly lookedFor = new Set<string>();

  constructor(private readonly above: Variables) {}

  has(name: string): boolean {
    this.lookedFor.add(name);
    return this.changed.has(name) || this.above.has(name);
  }

  get(name: string): Value | undefined {
    return this.changed.get(name) ?? this.above.get(name);
  }

  set(name: string, value: Value): void {
    this.changed.set(name, value);
  }
}
