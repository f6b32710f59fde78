// The file that a command is about: nobody is asked where there is no choice.

import { expect, test } from "vitest";
import { chooseFile } from "../../client/src/ui/chooseFile.ts";

interface Workspace {
  readonly active?: string;
  readonly found?: readonly string[];
  /** What the user picks of a list. */
  readonly picks?: string;
}

/** The file, with what the user saw on the way. */
async function checkChoice(
  { active, found = [], picks }: Workspace,
  file: string | undefined,
  seen: readonly string[],
): Promise<void> {
  const shown: string[] = [];
  const chosen = await chooseFile<string>({
    active,
    find: () => {
      shown.push("search");
      return Promise.resolve(found);
    },
    label: (one) => one.slice(1),
    pick: (choices) => {
      shown.push(...choices.map(({ label }) => `choice ${label}`));
      return Promise.resolve(choices.find((choice) => choice.label === picks));
    },
    none: () => void shown.push("none"),
  });
  expect(chosen).toBe(file);
  expect(shown).toEqual(seen);
}

test("the one in front of the user is taken without a search", () => checkChoice({ active: "/a", found: ["/b"] }, "/a", []));

test("the only one is taken without asking", () => checkChoice({ found: ["/b"] }, "/b", ["search"]));

test("of several, the user picks by name", () =>
  checkChoice({ found: ["/c", "/b"], picks: "c" }, "/c", ["search", "choice b", "choice c"]));

test("who picks none gets none, and is told nothing", () =>
  checkChoice({ found: ["/c", "/b"] }, undefined, ["search", "choice b", "choice c"]));

test("that there is none is said", () => checkChoice({}, undefined, ["search", "none"]));
