// Questions for what a module cannot do without. Secrets are not asked for: new ones are made.

import * as vscode from "vscode";
import type { ChoicesReply } from "../../../server/src/protocol.ts";
import { askText, step } from "../ui/multiStep.ts";
import type { Step } from "../ui/multiStep.ts";
import type { Answers, Subject } from "./additionSteps.ts";
import { answerProblem } from "./answerProblem.ts";

type Module = ChoicesReply["modules"][number];
type Need = NonNullable<Module["needs"]>[number];

/** Keeps them apart from other answers. */
const PREFIX = "option ";

/** For all modules that there are to choose from: which one it will be is not known yet. */
export function needSteps({ client, document }: Subject, modules: readonly Module[]): readonly Step<Answers>[] {
  const asked = (module: string | undefined): readonly Need[] =>
    modules.find(({ name }) => name === module)?.needs?.filter(({ secret }) => secret !== true) ?? [];
  const all = new Map(modules.flatMap(({ name }) => asked(name).map((need) => [need.option, need] as const)));
  return [...all.values()].map(({ option, summary, proposal }) => {
    const key = PREFIX + option;
    const placeholder = vscode.l10n.t("{0}: {1}", option, summary.replaceAll("`", ""));
    const problem = (text: string): Promise<string | undefined> =>
      answerProblem(client, { kind: "option", option, text, uri: document.uri.toString() });
    return step(
      (state: Answers, place) => askText({ place, placeholder, value: state[key] ?? proposal, problem }),
      (state, typed) => ({ ...state, [key]: typed.trim() }),
      ({ module }) => asked(module).some((need) => need.option === option),
    );
  });
}

/** Of the module that was chosen; what was answered for another one before a step back does not count. */
export function optionsOf(answers: Answers, modules: readonly Module[]): Readonly<Record<string, string>> {
  const needs = modules.find(({ name }) => name === answers["module"])?.needs ?? [];
  return Object.fromEntries(
    needs.flatMap(({ option }) => {
      const answer = answers[PREFIX + option];
      return answer === undefined ? [] : [[option, answer]];
    }),
  );
}
