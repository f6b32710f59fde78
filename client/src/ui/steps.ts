// A walk through questions, one after the other, with a way back. Knows no editor, so that it can be tested without one.

/** What came of a question. `undefined` is never an answer: who gives up cancels. */
export type Answer<T> = { readonly kind: "next"; readonly value: T } | { readonly kind: "back" } | { readonly kind: "cancel" };

/** Where a question stands among the others. */
export interface Place {
  readonly title: string;
  /** From 1, counting the questions that are asked with what is known so far. */
  readonly step: number;
  readonly totalSteps: number;
  readonly canGoBack: boolean;
}

export interface Step<State> {
  /** Absent: always asked. */
  readonly when?: (state: State) => boolean;
  /** Takes what is known and gives what is known afterwards. */
  readonly ask: (state: State, place: Place) => Promise<Answer<State>>;
}

/** What is known in the end; undefined when the user gave up. Going back restores what was known before a question. */
export async function walk<State>(title: string, start: State, steps: readonly Step<State>[]): Promise<State | undefined> {
  const past: { readonly index: number; readonly before: State }[] = [];
  let state = start;
  let index = nextIndex(steps, state, 0);
  while (index < steps.length) {
    const current = steps[index];
    if (current === undefined) break;
    const ahead = steps.slice(index).filter(({ when }) => when?.(state) ?? true).length;
    const place = { title, step: past.length + 1, totalSteps: past.length + ahead, canGoBack: past.length > 0 };
    const answer = await current.ask(state, place);
    if (answer.kind === "cancel") return undefined;
    if (answer.kind === "next") {
      past.push({ index, before: state });
      state = answer.value;
      index = nextIndex(steps, state, index + 1);
      continue;
    }
    const last = past.pop();
    if (last === undefined) return undefined;
    ({ index, before: state } = last);
  }
  return state;
}

function nextIndex<State>(steps: readonly Step<State>[], state: State, from: number): number {
  const found = steps.slice(from).findIndex(({ when }) => when?.(state) ?? true);
  return found < 0 ? steps.length : from + found;
}

export function next<T>(value: T): Answer<T> {
  return { kind: "next", value };
}

/** A question whose answer becomes a part of what is known; `when`: absent where it is always asked. */
export function step<State, T>(
  question: (state: State, place: Place) => Promise<Answer<T>>,
  take: (state: State, value: T) => State,
  when?: Step<State>["when"],
): Step<State> {
  const ask = async (state: State, place: Place): Promise<Answer<State>> => {
    const answer = await question(state, place);
    return answer.kind === "next" ? next(take(state, answer.value)) : answer;
  };
  return { ask, ...(when === undefined ? {} : { when }) };
}
