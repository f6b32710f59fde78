// The local variables of a file at one place in it. Each statement may add some and keeps those before it, so they share what they have in
// common: a few maps, of which each is at least twice as large as the next.

import type { Value } from "./value.ts";

type Layer = ReadonlyMap<string, Value>;

export class Variables {
  static readonly NONE = new Variables([]);

  /** What is in a later layer counts. */
  private constructor(private readonly layers: readonly Layer[]) {}

  has(name: string): boolean {
    return this.layers.some((layer) => layer.has(name));
  }

  get(name: string): Value | undefined {
    return this.layers.findLast((layer) => layer.has(name))?.get(name);
  }

  get names(): ReadonlySet<string> {
    return new Set(this.layers.flatMap((layer) => [...layer.keys()]));
  }

  with(more: Layer): Variables {
    if (more.size === 0) return this;
    const layers = [...this.layers];
    let last = more;
    for (let before = layers.at(-1); before !== undefined && before.size < 2 * last.size; before = layers.at(-1)) {
      last = new Map([...before, ...last]);
      layers.pop();
    }
    return new Variables([...layers, last]);
  }

  equals(other: Variables, isSame: (one: Value | undefined, another: Value | undefined) => boolean): boolean {
    if (this === other) return true;
    const own = this.layers.filter((layer) => !other.layers.includes(layer));
    const theirs = other.layers.filter((layer) => !this.layers.includes(layer));
    return [...own, ...theirs].every((layer) => [...layer.keys()].every((name) => isSame(this.get(name), other.get(name))));
  }
}
