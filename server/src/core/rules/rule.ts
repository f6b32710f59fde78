// What a rule is. A rule sees facts (the model and the schema), never syntax, and never what another rule found. It reports
// only what is certain; its fixes are thunks over what the check knew, asked for when somebody wants them.

import type { ConfigFile } from "../model/config.ts";
import type { EnvFile } from "../model/envFile.ts";
import type { Schema } from "../schema/schema.ts";
import type { Version } from "../schema/types.ts";
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
}

/** What a rule says of a place. */
export interface Report {
  readonly span: Span;
  /** What, why and what to do. Never a secret's value. */
  readonly message: string;
  /** When it differs from the rule's own. */
  readonly severity?: Severity;
  readonly tags?: readonly ("deprecated" | "unnecessary")[];
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  /** Page of the thing in question at prosody.im. */
  readonly page?: string;
  /** The preferred one first. */
  readonly fixes?: () => readonly Fix[];
}

export interface Example {
  /** One word or two, for the heading. */
  readonly title: string;
  readonly text: string;
  /** Whether the rule reports something there. */
  readonly reports: boolean;
  /** Version of Prosody that it is for, when not the current one. */
  readonly version?: Version;
}

export interface RuleMeta {
  /** The file's name: `unknown-option`. */
  readonly id: string;
  readonly severity: Severity;
  /** One sentence for lists and settings. */
  readonly summary: string;
  /** Some findings come with a fix. */
  readonly fixable: boolean;
}

/**
 * The rule's page, as the second export `docs` of its file: what runs imports the rule alone, so that no bundle carries texts that
 * only tests and the documentation want.
 */
export interface RuleDocs {
  /** Why it matters and what to do; Markdown. */
  readonly description: string;
  /** Executed by the tests, shown on the page. */
  readonly examples: readonly Example[];
}

export interface LuaContext {
  readonly file: ConfigFile;
  readonly text: string;
  readonly schema: Schema;
  readonly report: (report: Report) => void;
}

export interface EnvContext {
  readonly file: EnvFile;
  readonly text: string;
  readonly schema: Schema;
  readonly report: (report: Report) => void;
}

export interface LuaRule {
  readonly kind: "lua";
  readonly meta: RuleMeta;
  check(context: LuaContext): void;
}

export interface EnvRule {
  readonly kind: "env";
  readonly meta: RuleMeta;
  check(context: EnvContext): void;
}

export type Rule = LuaRule | EnvRule;

/** A report with the rule it came from: what the editor, the CLI and the tests see. */
export interface Finding extends Report {
  /** `unknown-option`, or `syntax/missing-separator` for what a parser says. */
  readonly rule: string;
  readonly severity: Severity;
  readonly fixable: boolean;
}
