// What was asked, one question after the other. Whoever asks the same in the same order has the same object, so that thousands of parts
// that are alike share it.

/** Looking back further takes longer than a question that is there twice. */
const LOOKS_BACK = 64;

export interface OwnAndConfig {
  readonly own: Questions;
  readonly config: Questions;
}

export class Questions {
  private next: Map<string, Questions> | undefined;
  private together: Map<object, OwnAndConfig> | undefined;

  constructor(
    readonly question?: string,
    readonly before?: Questions,
  ) {}

  /** These and one more. `isNew`: called where nobody asked it after these. */
  and(question: string, isNew: () => void): Questions {
    let next = this.next?.get(question);
    if (next === undefined) {
      const isAsked = this.wasAskedJustNow(question);
      next = isAsked ? this : new Questions(question, this);
      this.next ??= new Map();
      this.next.set(question, next);
      if (!isAsked) isNew();
    }
    return next;
  }

  /** A pair of them: the same object for the same two. */
  with(config: Questions): OwnAndConfig {
    this.together ??= new Map();
    let pair = this.together.get(config);
    if (pair === undefined) {
      pair = { own: this, config };
      this.together.set(config, pair);
    }
    return pair;
  }

  /** Some more than once, the last first. */
  *all(): Iterable<string> {
    for (const { question } of path(this)) if (question !== undefined) yield question;
  }

  isAnyOf(some: ReadonlySet<string>): boolean {
    if (some.size === 0) return false;
    for (const question of this.all()) if (some.has(question)) return true;
    return false;
  }

  private wasAskedJustNow(question: string): boolean {
    let steps = 0;
    for (const one of path(this)) {
      if (one.question === question) return true;
      if (++steps === LOOKS_BACK) return false;
    }
    return false;
  }
}

function* path(from: Questions): Iterable<Questions> {
  for (let one: Questions | undefined = from; one !== undefined; one = one.before) yield one;
}
