// Things by name, each made when it is asked for: a file mentions a few dozen of two thousand. The whole table is made only for
// those who go through it.

export class Table<Info> {
  private readonly made = new Map<string, Info | undefined>();
  private whole: ReadonlyMap<string, Info> | undefined;

  constructor(
    /** May come twice. */
    private readonly allNames: () => Iterable<string>,
    private readonly make: (name: string) => Info | undefined,
  ) {}

  get(name: string): Info | undefined {
    const known = this.made.get(name);
    if (known !== undefined || this.made.has(name)) return known;
    const info = this.make(name);
    this.made.set(name, info);
    return info;
  }

  get all(): ReadonlyMap<string, Info> {
    this.whole ??= this.makeAll();
    return this.whole;
  }

  private makeAll(): ReadonlyMap<string, Info> {
    const whole = new Map<string, Info>();
    for (const name of new Set(this.allNames())) {
      const info = this.get(name);
      if (info !== undefined) whole.set(name, info);
    }
    return whole;
  }
}
