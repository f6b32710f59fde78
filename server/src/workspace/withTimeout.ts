// Waiting for something a moment and going on without it when it takes longer; working a moment and letting others have their turn.

/** Milliseconds of work after which other requests have their turn. */
const TURN = 20;

/** Undefined when it takes too long, or fails. */
export async function withTimeout<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  const done = work.catch(() => undefined);
  if (!Number.isFinite(milliseconds)) return done;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, milliseconds, undefined);
  });
  const found = await Promise.race([done, enough]);
  clearTimeout(timer);
  return found;
}

export async function takeTurns<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  let turn = Date.now();
  for (const item of items) {
    work(item);
    if (Date.now() - turn <= TURN) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    turn = Date.now();
  }
}
