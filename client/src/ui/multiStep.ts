// Questions of a walk (steps.ts) as the editor asks them: one of several, some of several, a text. Each shows how far one is and has
// the editor's own button back.

import * as vscode from "vscode";
import type { Answer, Place } from "./steps.ts";
import { next } from "./steps.ts";

export { step, walk } from "./steps.ts";
export type { Answer, Place, Step } from "./steps.ts";

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

interface Question {
  readonly place: Place;
  /** What is asked, in a few words. */
  readonly placeholder: string;
}

/** One of several. `current` is offered first. */
export function pickOne<T>(
  question: Question & { readonly choices: readonly Choice<T>[]; readonly current?: T },
): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  pick.items = question.choices;
  const proposed = question.choices.find(({ value }) => value === question.current) ?? question.choices[0];
  pick.activeItems = proposed === undefined ? [] : [proposed];
  return asked(pick, question, () => {
    const [chosen] = pick.selectedItems;
    return chosen === undefined ? undefined : next(chosen.value);
  });
}

/** Any number of several; those of `current` are chosen already. */
export function pickSome<T>(
  question: Question & { readonly choices: readonly Choice<T>[]; readonly current: readonly T[] },
): Promise<Answer<readonly T[]>> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  pick.canSelectMany = true;
  pick.items = question.choices;
  pick.selectedItems = question.choices.filter(({ value }) => question.current.includes(value));
  return asked(pick, question, () => next(pick.selectedItems.map(({ value }) => value)));
}

/** A text. `problem` says what is wrong with what is typed so far; nothing wrong is let through. */
export function askText(
  question: Question & {
    readonly value?: string;
    readonly problem?: (text: string) => string | undefined | Promise<string | undefined>;
  },
): Promise<Answer<string>> {
  const box = vscode.window.createInputBox();
  box.value = question.value ?? "";
  box.prompt = question.placeholder;
  const check = async (): Promise<boolean> => {
    const { value } = box;
    const found = await question.problem?.(value);
    // What was typed meanwhile is checked on its own.
    if (box.value !== value) return false;
    box.validationMessage = found;
    return found === undefined;
  };
  box.onDidChangeValue(() => void check());
  return asked(box, question, async () => ((await check()) ? next(box.value) : undefined));
}

/** Shows it until it is accepted (with something accepted), left or stepped back from. */
function asked<T>(
  shown: Shown,
  { place, placeholder }: Question,
  accepted: () => Answer<T> | undefined | Promise<Answer<T> | undefined>,
): Promise<Answer<T>> {
  shown.title = place.title;
  shown.step = place.step;
  shown.totalSteps = place.totalSteps;
  shown.placeholder = placeholder;
  shown.ignoreFocusOut = true;
  shown.buttons = place.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    const done = (answer: Answer<T>): void => {
      resolve(answer);
      shown.dispose();
    };
    let pending: Promise<void> = Promise.resolve();
    shown.onDidAccept(() => {
      pending = Promise.resolve(accepted()).then((answer) => {
        if (answer !== undefined) done(answer);
      });
    });
    shown.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) done({ kind: "back" });
    });
    // Comes last, also after the others and after an answer that is still being checked: a promise keeps its first answer.
    shown.onDidHide(() => void pending.then(() => done({ kind: "cancel" })));
    shown.show();
  });
}

/** What both kinds of input have in common. */
interface Shown extends vscode.QuickInput {
  placeholder: string | undefined;
  buttons: readonly vscode.QuickInputButton[];
  readonly onDidAccept: vscode.Event<void>;
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
}
