// Questions on a container: plain or for years, and then only what the user wants to change.

import * as vscode from "vscode";
import { ENGINES } from "../../../server/src/core/generate/engines.ts";
import type { Engine } from "../../../server/src/core/generate/engines.ts";
import { SHELLS } from "../../../server/src/core/generate/shell/shells.ts";
import type { Shell } from "../../../server/src/core/generate/shell/shells.ts";
import type { ContainerWishes } from "../../../server/src/protocol.ts";
import { askText, pickOne, pickSome, step } from "../ui/multiStep.ts";
import type { Choice, Step } from "../ui/multiStep.ts";

type Detail = "name" | "tag" | "restart" | "memory" | "network" | "noPorts" | "healthCheck";

export interface ContainerState {
  readonly wishes: ContainerWishes;
  /** What is still to be asked. */
  readonly details: readonly Detail[];
  readonly custom: boolean;
}

export const START: ContainerState = { wishes: {}, details: [], custom: false };

interface PresetChoice {
  readonly preset: "simple" | "production";
  readonly custom: boolean;
}

function presets(): readonly Choice<PresetChoice>[] {
  const { t } = vscode.l10n;
  return [
    {
      label: t("Simple"),
      detail: t("Settings, ports and data; starts again with the machine"),
      value: { preset: "simple", custom: false },
    },
    {
      label: t("Production"),
      detail: t("Also certificates, a memory limit, a health check, bounded logs, no new privileges"),
      value: { preset: "production", custom: false },
    },
    {
      label: t("Choose…"),
      detail: t("Like Simple, but you say what is different"),
      value: { preset: "simple", custom: true },
    },
  ];
}

function details(): readonly Choice<Detail>[] {
  const { t } = vscode.l10n;
  return [
    { label: t("Name of the container"), value: "name" },
    { label: t("Tag of the image"), value: "tag" },
    { label: t("Restart policy"), value: "restart" },
    { label: t("Memory limit"), value: "memory" },
    { label: t("Network"), value: "network" },
    { label: t("Health check"), value: "healthCheck" },
    { label: t("Publish no ports"), value: "noPorts" },
  ];
}

interface Question {
  readonly key: "name" | "tag" | "restart" | "memory" | "network";
  readonly placeholder: string;
  readonly value: string;
  readonly pattern: RegExp;
  readonly problem: string;
}

function questions(): readonly Question[] {
  const { t } = vscode.l10n;
  return [
    {
      key: "name",
      placeholder: t("Name of the container"),
      value: "prosody",
      pattern: /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/,
      problem: t("At least two letters, digits, _, . or -, beginning with a letter or digit."),
    },
    {
      key: "tag",
      placeholder: t("Tag of the image prosodyim/prosody"),
      value: "",
      pattern: /^\w[\w.-]{0,127}$/,
      problem: t("Letters, digits, _, . and -."),
    },
    {
      key: "restart",
      placeholder: t("Restart policy: no, always, unless-stopped or on-failure[:TIMES]"),
      value: "unless-stopped",
      pattern: /^(?:no|always|unless-stopped|on-failure(?::\d+)?)$/,
      problem: t("Give no, always, unless-stopped or on-failure[:TIMES]."),
    },
    {
      key: "memory",
      placeholder: t("The most memory that the container may take"),
      value: "512m",
      pattern: /^\d+[bkmg]?$/i,
      problem: t("Give a number with b, k, m or g, such as 512m."),
    },
    {
      key: "network",
      placeholder: t("Network to join, or host"),
      value: "",
      pattern: /^[a-zA-Z0-9][\w.:-]*$/,
      problem: t("Give the name of a network."),
    },
  ];
}

/** For any form. */
export function containerSteps<State extends ContainerState>(): readonly Step<State>[] {
  const { t } = vscode.l10n;
  return [
    step(
      (_: State, place) => pickOne({ place, placeholder: t("What kind of container?"), choices: presets() }),
      (state, { preset, custom }) => ({ ...state, custom, details: [], wishes: { preset } }),
    ),
    step(
      ({ details: current }: State, place) =>
        pickSome({ place, placeholder: t("What is to be different?"), choices: details(), current }),
      (state, chosen) => ({
        ...state,
        details: chosen,
        wishes: {
          ...state.wishes,
          ...(chosen.includes("healthCheck") ? { healthCheck: true } : {}),
          ...(chosen.includes("noPorts") ? { noPorts: true } : {}),
        },
      }),
      ({ custom }) => custom,
    ),
    ...questions().map(({ key, placeholder, value, pattern, problem }) =>
      step(
        ({ wishes }: State, place) => {
          const wrong = (text: string): string | undefined => (pattern.test(text) ? undefined : problem);
          return askText({ place, placeholder, value: wishes[key] ?? value, problem: wrong });
        },
        (state, text) => ({ ...state, wishes: { ...state.wishes, [key]: text } }),
        (state) => state.details.includes(key),
      ),
    ),
  ];
}

/** Where a written file goes: into a document that is not saved yet, or beside the file that it is made for. */
export function destinationStep<State extends { readonly beside: boolean }>(nameOf: (state: State) => string): Step<State> {
  const { t } = vscode.l10n;
  return step(
    (state: State, place) => {
      const choices: readonly Choice<boolean>[] = [
        { label: t("New untitled document"), value: false },
        { label: t("Write beside the file ({0})", nameOf(state)), value: true },
      ];
      return pickOne({ place, placeholder: t("Where to?"), choices, current: state.beside });
    },
    (state, beside) => ({ ...state, beside }),
  );
}

interface ShellChoice {
  readonly engine: Engine;
  readonly shell: Shell;
}

/** Engine and shell at once, those of the settings first. */
export function shellStep<State extends ContainerState & ShellChoice>(): Step<State> {
  return step(
    (state: State, place) => {
      const names = shellNames();
      const engines = [state.engine, ...ENGINES.filter((engine) => engine !== state.engine)];
      const choices = engines.flatMap((engine) =>
        SHELLS.map((shell): Choice<ShellChoice> => ({ label: names[shell], description: engine, value: { engine, shell } })),
      );
      const current = choices.find(({ value }) => value.engine === state.engine && value.shell === state.shell);
      const question = { place, placeholder: vscode.l10n.t("For which shell, and docker or podman?"), choices };
      return pickOne({ ...question, ...(current === undefined ? {} : { current: current.value }) });
    },
    (state, { engine, shell }) => ({ ...state, engine, shell }),
  );
}

function shellNames(): Readonly<Record<Shell, string>> {
  const { t } = vscode.l10n;
  return {
    sh: t("bash, dash, zsh, ksh, busybox"),
    fish: "fish",
    powershell: t("PowerShell 7.3 or newer"),
    "windows-powershell": t("Windows PowerShell 5.1"),
    cmd: t("Windows command prompt (for typing)"),
    "cmd-file": t("Windows command prompt (for a .cmd file)"),
  };
}
