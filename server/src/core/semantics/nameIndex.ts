// Parts by the names that occur in them. A changed index shares all but the changed names with the one it comes from.

import type { Part } from "../model/part.ts";
import { addTo } from "../text/addTo.ts";
import type { PartFacts } from "./partFacts.ts";

/** So many changed names are looked up apart before all are put together again. */
const MAX_CHANGED = 500;

export type NamesIn = (facts: PartFacts) => Iterable<string>;

/** Parts that took the place of others, with what there is to find in them. */
export interface NamesEdit {
  readonly removed: readonly Part[];
  readonly gone: readonly PartFacts[];
  readonly added: readonly Part[];
  readonly come: readonly PartFacts[];
}

const NO_PARTS: readonly Part[] = [];

export class NameIndex {
  private constructor(
    private readonly all: ReadonlyMap<string, readonly Part[]>,
    private readonly changed: ReadonlyMap<string, readonly Part[]>,
    /** Names that occur more than once. */
    readonly repeated: ReadonlySet<string>,
  ) {}

  /** A name that occurs twice in a part is given twice. */
  static of(parts: readonly Part[], facts: readonly PartFacts[], namesIn: NamesIn): NameIndex {
    const all = new Map<string, Part[]>();
    const repeated = new Set<string>();
    for (const [i, part] of parts.entries()) {
      const here = facts[i];
      if (here === undefined) continue;
      for (const name of namesIn(here)) {
        if (all.has(name)) repeated.add(name);
        addTo(all, name, part);
      }
    }
    return new NameIndex(all, new Map(), repeated);
  }

  with({ removed, gone: goneFacts, added, come: comeFacts }: NamesEdit, namesIn: NamesIn): NameIndex {
    const gone = new Set(removed);
    const come = new Map<string, Part[]>();
    const names = new Set<string>();
    for (const facts of goneFacts) for (const name of namesIn(facts)) names.add(name);
    for (const [i, part] of added.entries()) {
      const here = comeFacts[i];
      if (here === undefined) continue;
      for (const name of namesIn(here)) {
        names.add(name);
        addTo(come, name, part);
      }
    }
    if (names.size === 0) return this;
    const changed = new Map(this.changed);
    const repeated = new Set(this.repeated);
    for (const name of names) {
      const parts = [...this.get(name).filter((part) => !gone.has(part)), ...(come.get(name) ?? [])];
      changed.set(name, parts);
      if (parts.length > 1) repeated.add(name);
      else repeated.delete(name);
    }
    if (changed.size <= MAX_CHANGED) return new NameIndex(this.all, changed, repeated);
    return new NameIndex(new Map([...this.all, ...changed]), new Map(), repeated);
  }

  /** In no order. */
  get(name: string): readonly Part[] {
    const changed = this.changed.size === 0 ? undefined : this.changed.get(name);
    return changed ?? this.all.get(name) ?? NO_PARTS;
  }

  has(name: string): boolean {
    return this.get(name).length > 0;
  }

  names(): readonly string[] {
    return [...new Set([...this.all.keys(), ...this.changed.keys()])].filter((name) => this.has(name));
  }
}
