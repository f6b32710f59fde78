// The walk through questions: forward, back, past what need not be asked, and out.

import { expect, test } from "vitest";
import { next, step, walk } from "../../client/src/ui/steps.ts";
import type { Answer, Step } from "../../client/src/ui/steps.ts";

/** Each question adds its name; `script` says what the user does, in order. */
async function checkWalk(
  script: readonly ("next" | "back" | "cancel")[],
  expected: string | undefined,
  places: readonly string[],
): Promise<void> {
  const asked: string[] = [];
  const actions = [...script];
  const step = (name: string, when?: (state: string) => boolean): Step<string> => ({
    ...(when === undefined ? {} : { when }),
    ask: (state, { step: at, totalSteps, canGoBack }) => {
      asked.push(`${name} ${at}/${totalSteps}${canGoBack ? " <" : ""}`);
      const action = actions.shift() ?? "cancel";
      return Promise.resolve<Answer<string>>(action === "next" ? next(state + name) : { kind: action });
    },
  });
  const steps = [step("a"), step("b", (state) => !state.includes("x")), step("c")];
  expect(await walk("title", "", steps)).toBe(expected);
  expect(asked).toEqual(places);
}

test("forward", () => checkWalk(["next", "next", "next"], "abc", ["a 1/3", "b 2/3 <", "c 3/3 <"]));

test("back restores what was known", () =>
  checkWalk(["next", "next", "back", "next", "next"], "abc", ["a 1/3", "b 2/3 <", "c 3/3 <", "b 2/3 <", "c 3/3 <"]));

test("back from the first question, or giving up, ends it", async () => {
  await checkWalk(["back"], undefined, ["a 1/3"]);
  await checkWalk(["next", "cancel"], undefined, ["a 1/3", "b 2/3 <"]);
});

test("what need not be asked is passed, both ways", async () => {
  const seen: string[] = [];
  const steps: Step<string>[] = [
    { ask: () => Promise.resolve(next("x")) },
    { when: (state) => state !== "x", ask: () => Promise.reject(new Error("asked")) },
    {
      ask: (state, { step, totalSteps }) => {
        seen.push(`${step}/${totalSteps}`);
        return Promise.resolve(next(`${state}!`));
      },
    },
  ];
  expect(await walk("title", "", steps)).toBe("x!");
  expect(seen).toEqual(["2/2"]);
});

test("an answer becomes a part of what is known, back and cancel are not changed", async () => {
  const place = { title: "", step: 1, totalSteps: 1, canGoBack: false };
  const add = (sum: number, value: number): number => sum + value;
  expect(await step(() => Promise.resolve(next(1)), add).ask(2, place)).toEqual(next(3));
  expect(await step<number, number>(() => Promise.resolve({ kind: "back" }), add).ask(2, place)).toEqual({ kind: "back" });
  expect("when" in step(() => Promise.resolve(next(1)), add)).toBe(false);
  expect(
    step(
      () => Promise.resolve(next(1)),
      add,
      (sum) => sum > 1,
    ).when?.(1),
  ).toBe(false);
});
