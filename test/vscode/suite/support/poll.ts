// Waiting with a deadline. Everything in an editor arrives late: servers start, providers register, diagnostics follow an edit.

/** Below mocha's limit for one test, so that a failure says what was waited for and what was there instead. */
const limitMs = 10_000;
const pauseMs = 50;

/** The first defined result of the attempt; throws with the last state when there was none in time. */
export async function poll<T>(
  what: string,
  attempt: () => T | undefined | PromiseLike<T | undefined>,
  state: () => unknown = () => undefined,
): Promise<T> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const result = await attempt();
    if (result !== undefined) return result;
    if (Date.now() > deadline) {
      const last = state();
      throw new Error(
        `waited ${limitMs / 1000} s in vain for ${what}${last === undefined ? "" : `; there was: ${JSON.stringify(last)}`}`,
      );
    }
    await pause(pauseMs);
  }
}

/** True when the condition still holds after the time. For what must not happen: that takes waiting. */
export async function stays(condition: () => boolean, ms: number): Promise<boolean> {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (!condition()) return false;
    await pause(pauseMs);
  }
  return condition();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
