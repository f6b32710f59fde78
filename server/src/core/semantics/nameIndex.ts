// Parts by the names that occur in them. A changed index shares all but the changed names with the one it comes from.

import type { Part } from "../model/part.ts";
import { addTo } from "../text/addTo.ts";
import type { PartFacts } from "./partFacts.ts";

/** So many changed names are looked up apart before all are put together again. */
const MAX_CHANGED = 500;

/** So many parts are left out of a list before it is made again. */
const MAX_GONE = 50;

export type NamesIn = (facts: PartFacts) => Iterable<string>;

/** Parts that took the place of others, with what there is to find in them. */
export interface NamesEdit {
  readonly removed: readonly Part[];
  readonly gone: readonly PartFacts[];
  readonly added: readonly Part[];
  readonly come: readonly PartFacts[];
}

const NO_PARTS: readonly Part[] = [];

/** The parts with one name, in no order: a list that is shared with those before, less some, and some more. */
class Occurrences {
  private list: readonly Part[] | undefined;

  constructor(
    private base: readonly Part[],
    private gone: ReadonlySet<Part>,
    private come: readonly Part[],
    readonly count: number,
  ) {}

  /** `times`: how often the name occurs in those that go. */
  with(gone: ReadonlySet<Part>, times: number, come: readonly Part[]): Occurrences {
    const count = this.count - times + come.length;
    if (this.gone.size + gone.size > MAX_GONE) return new Occurrences(this.all, gone, come, count);
    const stay = this.come.filter((part) => !gone.has(part));
    return new Occurrences(this.base, new Set([...this.gone, ...gone]), [...stay, ...come], count);
  }

  /** A part in which the name occurs twice stands here twice. */
  get all(): readonly Part[] {
    if (this.list === undefined) {
      const { gone } = this;
      this.list = [...(gone.size === 0 ? this.base : this.base.filter((part) => !gone.has(part))), ...this.come];
      this.base = this.list;
      this.gone = new Set();
      this.come = [];
    }
    return this.list;
  }
}

export class NameIndex {
  private constructor(
    private readonly all: ReadonlyMap<string, readonly Part[]>,
    private readonly changed: ReadonlyMap<string, Occurrences>,
    /** Names that occur more than once. */
    readonly repeated: ReadonlySet<string>,
  ) {}

  /** A name that occurs twice in a part is given twice. */
  static of(parts: readonly Part[], facts: readonly PartFacts[], namesIn: NamesIn): NameIndex {
    const all = partsByName(parts, facts, namesIn);
    const repeated = [...all].filter(([, found]) => found.length > 1).map(([name]) => name);
    return new NameIndex(all, new Map(), new Set(repeated));
  }

  with({ removed, gone: goneFacts, added, come: comeFacts }: NamesEdit, namesIn: NamesIn): NameIndex {
    const gone = new Set(removed);
    const come = partsByName(added, comeFacts, namesIn);
    const times = new Map<string, number>();
    for (const facts of goneFacts) for (const name of namesIn(facts)) times.set(name, (times.get(name) ?? 0) + 1);
    const names = new Set([...times.keys(), ...come.keys()]);
    if (names.size === 0) return this;
    const changed = new Map(this.changed);
    const repeated = new Set(this.repeated);
    for (const name of names) {
      const now = this.occurrences(name).with(gone, times.get(name) ?? 0, come.get(name) ?? NO_PARTS);
      changed.set(name, now);
      if (now.count > 1) repeated.add(name);
      else repeated.delete(name);
    }
    if (changed.size <= MAX_CHANGED) return new NameIndex(this.all, changed, repeated);
    const merged = new Map(this.all);
    for (const [name, occurrences] of changed) merged.set(name, occurrences.all);
    return new NameIndex(merged, new Map(), repeated);
  }

  private occurrences(name: string): Occurrences {
    const known = this.changed.get(name);
    if (known !== undefined) return known;
    const base = this.all.get(name) ?? NO_PARTS;
    return new Occurrences(base, new Set(), NO_PARTS, base.length);
  }

  /** In no order. */
  get(name: string): readonly Part[] {
    return (this.changed.size === 0 ? undefined : this.changed.get(name)?.all) ?? this.all.get(name) ?? NO_PARTS;
  }

  count(name: string): number {
    return this.changed.get(name)?.count ?? this.all.get(name)?.length ?? 0;
  }

  has(name: string): boolean {
    return this.count(name) > 0;
  }

  names(): readonly string[] {
    return [...new Set([...this.all.keys(), ...this.changed.keys()])].filter((name) => this.has(name));
  }
}

function partsByName(parts: readonly Part[], facts: readonly PartFacts[], namesIn: NamesIn): Map<string, Part[]> {
  const found = new Map<string, Part[]>();
  parts.forEach((part, i) => {
    const here = facts[i];
    if (here !== undefined) for (const name of namesIn(here)) addTo(found, name, part);
  });
  return found;
}
