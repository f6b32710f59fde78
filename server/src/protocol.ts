// Requests of our own between client and server. The client imports types from here and nothing else of the server's.

import type { Engine } from "./core/generate/engines.ts";
import type { RunningContainer, Task } from "./core/generate/existingContainer.ts";
import type { FileForm } from "./core/generate/forms.ts";
import type { Note } from "./core/generate/note.ts";
import type { Preset, Wishes } from "./core/generate/presets.ts";
import type { RunCommand } from "./core/generate/runCommand.ts";
import type { Shell } from "./core/generate/shell/shells.ts";
import type { Choices } from "./core/scaffold/choices.ts";
import type { ServerAnswers } from "./core/scaffold/newServer.ts";
import type { Refusal } from "./core/scaffold/refusals.ts";
import type { Addition } from "./core/scaffold/run.ts";
import type { Knowledge } from "./core/schema/knowledge.ts";
import type { Version, VersionChoice, VersionSource } from "./core/schema/versions.ts";

export type { Note };

/** What a client may say when it starts the server. All of it is optional, so that any editor can start it. */
export interface InitializationOptions {
  /** Only where the server cannot read files itself (web worker). */
  readonly knowledge?: Knowledge;
  /** The client knows `editor.action.triggerSuggest`: completion may ask for the next list at once. */
  readonly triggerSuggest?: boolean;
  /** Configurations may be evaluated: the workspace is trusted. `prosody/trust` says so later. */
  readonly evaluate?: boolean;
  /** Only where the server cannot start a process (web worker): the evaluating script's text, and where its WebAssembly is. */
  readonly evaluator?: { readonly script: string; readonly wasm: string };
  /** What to put before `RULE.md` to get the address of a rule's page, where the client shows them itself. */
  readonly ruleAddress?: string;
  /** The client has the command `prosody.showRule`. */
  readonly showRule?: boolean;
  /** The client has the commands of VS Code that add and generate (`prosody.addComponent` and so on): actions and lenses may start them. */
  readonly commands?: boolean;
  /** The client shows for which version a document is checked: it is told with `prosody/versionChanged` when that is another one. */
  readonly showVersion?: boolean;
  /** The client answers `prosody/readFile`, `prosody/listFolder` and `prosody/findFiles`. */
  readonly readFile?: boolean;
}

/** What was asked for, or a sentence on why there is none. */
type Reply<Made, Refused = { readonly reason: string }> = ({ readonly ok: true } & Made) | ({ readonly ok: false } & Refused);

/** From the server to the client. */
export const READ_FILE_REQUEST = "prosody/readFile";

export interface ReadFileParams {
  readonly uri: string;
}

/** Null: not there, outside of the workspace, or too large. */
export type ReadFileResult = { readonly text: string } | null;

/** From the server to the client. */
export const FIND_FILES_REQUEST = "prosody/findFiles";

export interface FindFilesParams {
  /** Address of a folder of the workspace. */
  readonly folder: string;
  readonly patterns: readonly string[];
  readonly limit: number;
}

export type FindFilesResult = { readonly uris: readonly string[] } | null;

/** From the server to the client. */
export const LIST_FOLDER_REQUEST = "prosody/listFolder";

export interface ListFolderParams {
  readonly folder: string;
}

/** Names. Null: there is no such folder, or it is outside of the workspace. */
export type ListFolderResult = { readonly files: readonly string[]; readonly folders: readonly string[] } | null;

/** From the client: the user trusts the workspace now. */
export const TRUST_NOTIFICATION = "prosody/trust";

export const EFFECTIVE_REQUEST = "prosody/effective";

/** A configuration, and what the server runs with. */
export interface ConfigurationParams {
  /** Any file of the configuration. */
  readonly uri: string;
  /** Address of an env file. */
  readonly envFile?: string;
  /** Instead of an env file. */
  readonly service?: ServiceParams;
}

export interface EffectiveParams extends ConfigurationParams {
  /** Instead of the one in the settings. */
  readonly version?: Version;
  /** Take files as they are on the disk, not as they are being edited. */
  readonly saved?: boolean;
  /** Values only, for comparing. */
  readonly plain?: boolean;
}

/** A service that runs Prosody. */
export interface ServiceParams {
  /** Address of the compose file. */
  readonly file: string;
  readonly name: string;
}

export type EffectiveReply = Reply<{
  /** Address of the main file. */
  readonly entry: string;
  readonly text: string;
  readonly links: readonly EffectiveLink[];
}>;

export interface EffectiveLink {
  readonly range: { readonly start: LinePosition; readonly end: LinePosition };
  readonly uri: string;
  /** From 0. */
  readonly line: number;
}

interface LinePosition {
  readonly line: number;
  readonly character: number;
}

export const COMPOSE_SERVICES_REQUEST = "prosody/composeServices";

export interface ComposeServicesParams {
  /** Address of a compose file. */
  readonly uri: string;
}

export interface ComposeServicesReply {
  /** Names, in the order of the file. */
  readonly services: readonly string[];
}

/** What a configuration wants of DNS, certificates and the firewall. */
export const NETWORK_REQUEST = "prosody/network";

export type NetworkReply = Reply<{
  /** Markdown. */
  readonly text: string;
  /** The records alone; empty: there are none. */
  readonly zone: string;
}>;

/** An env file as a configuration, or a configuration as an env file. */
export const CONVERT_REQUEST = "prosody/convert";

export type ConvertReply = Reply<{
  /** The first is what was asked for; others go with it. */
  readonly files: readonly { readonly name: string; readonly kind: "lua" | "env"; readonly text: string }[];
  readonly notes: readonly string[];
}>;

/** For which version of Prosody a document is checked, and why. */
export const VERSION_REQUEST = "prosody/version";

export interface VersionParams {
  readonly uri: string;
}

export interface VersionReply {
  readonly version: Version;
  readonly because: VersionSource;
  /** The same in words. */
  readonly reason: string;
  /** Of the file that says so. */
  readonly address?: string;
  /** Of the .prosody-config.json that holds for the document: a version in it counts more than the setting. */
  readonly project?: string;
}

/** From the server to the client, with `VersionParams`: the answer to `prosody/version` may be another one. */
export const VERSION_NOTIFICATION = "prosody/versionChanged";

/** How a version is written into a .prosody-config.json. */
export const VERSION_EDITS_REQUEST = "prosody/versionEdits";

export interface VersionEditsParams {
  /** Of the file. */
  readonly text: string;
  readonly version: VersionChoice;
}

export type VersionEditsReply = Reply<{ readonly edits: UpgradedText["edits"] }>;

/** What moving to another version of Prosody means for a file. */
export const UPGRADE_REQUEST = "prosody/upgrade";

export interface UpgradeParams {
  /** An open document. */
  readonly uri: string;
  readonly to: Version;
  /** Instead of the one in the settings. */
  readonly from?: Version;
}

export type UpgradeReply = Reply<{
  readonly from: Version;
  /** Markdown, with the places in it that lead to lines of the file. */
  readonly text: string;
  readonly links: readonly EffectiveLink[];
  /** The file after all that may be changed without asking; absent: there is nothing to change. */
  readonly fixed?: UpgradedText;
}>;

export interface UpgradedText {
  /** How many changes it takes. */
  readonly count: number;
  readonly text: string;
  /** The same as edits of the document in this version. */
  readonly edits: readonly { readonly range: EffectiveLink["range"]; readonly newText: string }[];
  readonly version: number;
}

/** What there is to choose from when something is added to a configuration. */
export const CHOICES_REQUEST = "prosody/choices";

export interface ChoicesParams {
  /** Of the configuration; where there is none yet, of the folder that it is for. */
  readonly uri: string;
}

export type ChoicesReply = Choices;

/** What the commands that add to a configuration take: a place and a module that need not be asked for. */
export interface AddArguments {
  /** Of the configuration; absent: the one in front of the user. */
  readonly uri?: string;
  /** Name of a host or component; `*` for the whole server. For a new host, what is proposed. */
  readonly host?: string;
  readonly module?: string;
}

/** A new configuration, or one with something added. */
export const SCAFFOLD_REQUEST = "prosody/scaffold";

export type ScaffoldParams =
  | { readonly kind: "server"; /** Where it is going to be. */ readonly uri: string; readonly answers: ServerAnswers }
  | { readonly kind: "addition"; /** An open document. */ readonly uri: string; readonly addition: Addition };

export type ScaffoldReply = Reply<
  {
    /** Of a new configuration. */
    readonly text: string;
    /** Of an open document in this version. */
    readonly edits: UpgradedText["edits"];
    readonly version?: number;
    readonly files: readonly { readonly path: string; readonly text: string }[];
    /** For the env file that the server runs with. */
    readonly variables: Readonly<Record<string, string>>;
    readonly notes: readonly string[];
  },
  Refusal
>;

/** What is wrong with something that is being typed as an answer. */
export const ANSWER_PROBLEM_REQUEST = "prosody/answerProblem";

export interface AnswerProblemParams {
  readonly kind: "host" | "address" | "url" | "newName" | "option";
  readonly text: string;
  /** For `option`: its name. */
  readonly option?: string;
  /** For `newName`: the document in which it must not be yet. For `option`: the one that it is for. */
  readonly uri?: string;
}

export interface AnswerProblemReply {
  /** A sentence; absent: nothing is wrong. */
  readonly problem?: string;
}

export const DOCKER_RUN_REQUEST = "prosody/dockerRun";

/** What the user wants of a container; what is not said follows from the preset, the configuration and the settings. */
export interface ContainerWishes extends Pick<
  Wishes,
  "engine" | "name" | "tag" | "restart" | "memory" | "network" | "healthCheck"
> {
  readonly preset?: Preset;
  /** Publish no port. */
  readonly noPorts?: boolean;
}

interface ContainerSubject extends ContainerWishes {
  /** An open document. */
  readonly uri: string;
  /** As the file shall be named in what is written. */
  readonly path: string;
}

export interface DockerRunParams extends ContainerSubject {
  readonly shell?: Shell;
  /** Instead of the command that starts the server: the one that checks the configuration beforehand. */
  readonly check?: boolean;
}

/** `text` is broken into lines for reading; in a terminal a line break may run what stands before it. */
export type DockerRunResult = Reply<
  RunCommand & {
    /** Of the env file: docker reads it otherwise than Compose, for which it seems to be written. */
    readonly literal?: LiteralEnvCopy;
  }
>;

/** The values of an env file as plain lines. For a file of the user's, not for the screen. */
export interface LiteralEnvCopy {
  /** As `command` names it: beside the env file. */
  readonly path: string;
  readonly text: string;
  /** Variables that are not in it, and why. */
  readonly leftOut: readonly { readonly name: string; readonly reason: string }[];
  /** In place of the other, once the copy is there. */
  readonly command: RunCommand;
}

/** Commands for a container that is there: checks, accounts, console, log. */
export const ADMINISTRATION_REQUEST = "prosody/administration";

export interface AdministrationParams {
  /** An open document, in which containers may be described. */
  readonly uri?: string;
  readonly engine: Engine;
  readonly shell: Shell;
  /** Absent: the first of those that the document describes, or one of the usual name. */
  readonly container?: RunningContainer;
  /** An address. */
  readonly account?: string;
}

export interface AdministrationReply {
  /** That the document describes. */
  readonly containers: readonly RunningContainer[];
  readonly commands: readonly { readonly task: Task; readonly title: string; readonly text: string; readonly account?: true }[];
  /** Why there is no command, where the shell cannot be given one. */
  readonly reason?: string;
}

export const CONTAINER_FILE_REQUEST = "prosody/containerFile";

export interface ContainerFileParams extends ContainerSubject {
  readonly form: FileForm;
}

export type ContainerFileResult = Reply<{ readonly text: string; readonly notes: readonly Note[] }>;

export const FROM_COMMAND_REQUEST = "prosody/fromCommand";

export interface FromCommandParams {
  /** A `docker run` line. */
  readonly text: string;
  /** Name of the env file for its variables. */
  readonly envPath: string;
}

export type FromCommandResult = Reply<{
  readonly compose: string;
  /** Absent: the line sets no variable. */
  readonly env?: string;
  readonly notes: readonly Note[];
}>;

/** A command that the client has: opens a file at a line. Lenses of the server use it. */
export const OPEN_PLACE_COMMAND = "prosody.openPlace";

/** Address and line, from 0. */
export type OpenPlaceArguments = readonly [uri: string, line: number];

/** A command that the client has: shows the page of a rule. */
export const SHOW_RULE_COMMAND = "prosody.showRule";

/** The rule's id. */
export type ShowRuleArguments = readonly [rule: string];
