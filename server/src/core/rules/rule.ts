// What a rule is. A rule sees facts (the model and the schema), never syntax, and never what another rule found. It reports
// only what is certain; its fixes are thunks over what the check knew, asked for when somebody wants them.

import type { ConfigPart, Section, Setting } from "../model/config.ts";
import type { ContainerFile } from "../model/container.ts";
import type { EnvFile } from "../model/envFile.ts";
import type { EnvUses, Environment, Exposure, Project } from "../model/project.ts";
import type { OptionInfo, Schema } from "../schema/schema.ts";
import type { Configuration } from "../semantics/configuration.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";

export type Severity = "error" | "warning" | "information" | "hint";

export const SEVERITIES: readonly Severity[] = ["error", "warning", "information", "hint"];

export interface Fix {
  /** An order to the editor: "Change to `allow_registration`". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Keeps the meaning, or restores the plainly intended one: may be applied without asking. */
  readonly safe: boolean;
  /** Names of options, words and variables that it changes besides what is reported and what its new texts set; nothing else may change. */
  readonly changes?: readonly string[];
  /** One way out of several, or a mere guess: never applied with all others. */
  readonly alone?: boolean;
  /** In other files of the project, where the trouble cannot be mended in this one. Such a fix is never safe. */
  readonly others?: readonly OtherFileEdits[];
}

/** Edits in a file of the same project. */
export interface OtherFileEdits {
  /** As in `Project.files`. */
  readonly path: string;
  readonly edits: readonly TextEdit[];
}

/** What a rule says of a place. */
export interface Report {
  readonly span: Span;
  /** What, why and what to do. Never a secret's value. */
  readonly message: string;
  /** When it differs from the rule's own. */
  readonly severity?: Severity;
  /** Of a rule whose findings depend on the version (`byVersion`): this one holds for all versions that there is knowledge of. */
  readonly always?: boolean;
  readonly tags?: readonly ("deprecated" | "unnecessary")[];
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  /** Page of the thing in question at prosody.im. */
  readonly page?: string;
  /** The preferred one first. */
  readonly fixes?: () => readonly Fix[];
}

export interface RuleMeta {
  /** The name of its file and of its page in docs/rules: `unknown-option`. */
  readonly id: string;
  readonly severity: Severity;
  /**
   * What it says, and what its fixes do, is right for some versions of Prosody alone: where the version is only assumed, its findings say
   * so, and its fixes are not safe.
   * `fatal`: another version would not load the file any more, so that they are not even applied with all others then.
   */
  readonly byVersion?: boolean | "fatal";
}

export interface LuaContext {
  /**
   * What is looked at: some statements of the file, with the sections that begin there. A rule sees each statement in one of them. A rule
   * for the configuration sees nothing here, and asks `own` and `config`.
   */
  readonly file: ConfigPart;
  /** All of the file's text, into which every span points. */
  readonly text: string;
  /** The number of the line of an offset, from 1. */
  readonly line: (offset: number) => number;
  readonly schema: Schema;
  /** The file as a configuration: what stands elsewhere in it. */
  readonly own: Configuration;
  /** The whole configuration, where all of its files are known; else `own`. */
  readonly config: Configuration;
  /** Who else sees the file; absent: not known. */
  readonly exposure?: (Exposure & { readonly path: string }) | undefined;
  /** Whether something that `own` or `config` answered stands in the file. */
  isHere(thing: Setting | Section): boolean;
  /** What several rules work out of the same part is worked out once. */
  once<Answer>(work: (context: LuaContext) => Answer): Answer;
  readonly report: (report: Report) => void;
  /** The files around it; absent where they are not known, and then nothing may be said of them. */
  readonly project?: Project | undefined;
  /** The variables that the server is given; absent where nothing is known of them. */
  readonly environment?: Environment | undefined;
}

export interface EnvContext {
  readonly file: EnvFile;
  readonly text: string;
  readonly schema: Schema;
  readonly report: (report: Report) => void;
  /** Who reads the variables; absent where nothing is known of it. */
  readonly uses?: EnvUses | undefined;
}

export interface ContainerContext {
  readonly file: ContainerFile;
  readonly text: string;
  readonly schema: Schema;
  readonly report: (report: Report) => void;
}

export interface LuaRule extends RuleMeta {
  readonly kind: "lua";
  /**
   * What it looks at. `part`, the usual: every statement, each by itself, with what `own` and `config` answer about others. `configuration`:
   * what is said once; it must not walk over all settings, as it runs after every key stroke.
   */
  readonly scope?: "part" | "configuration";
  /** Whether it may say anything of an option; absent: it may say something of any part. One that has it looks at settings alone. */
  readonly concerns?: (name: string, option: OptionInfo | undefined, schema: Schema) => boolean;
  check(context: LuaContext): void;
}

export interface EnvRule extends RuleMeta {
  readonly kind: "env";
  check(context: EnvContext): void;
}

/** Speaks of the containers that a compose file and the like describes. Rules of the kind `env` see their variables too. */
export interface ContainerRule extends RuleMeta {
  readonly kind: "container";
  check(context: ContainerContext): void;
}

export type Rule = LuaRule | EnvRule | ContainerRule;

/** A report with the rule it came from: what the editor, the CLI and the tests see. */
export interface Finding extends Report {
  /** `unknown-option`, or `syntax/missing-separator` for what a parser says. */
  readonly rule: string;
  readonly severity: Severity;
  readonly fixable: boolean;
}
