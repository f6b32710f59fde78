// What the schema answers with: a thing as it is in one version of Prosody, with its name, where it comes from and its page.

import type {
  CommunityEntry,
  Dependency,
  DirectiveEntry,
  ModuleEntry,
  ModuleKind,
  OptionEntry,
  Scope,
  VariableEntry,
} from "./types.ts";
import type { Availability } from "./version.ts";

/** `own`: declared by the user, or found in a module of the workspace. */
export type Origin = "bundled" | "community" | "own";

interface Known {
  readonly name: string;
  readonly availability: Availability;
  readonly page: string;
}

/** An option with what holds in the chosen version. Of community options only name, type and modules may be known. */
export interface OptionInfo extends Omit<OptionEntry, "summary" | "history" | "scope">, Known {
  readonly origin: Origin;
  readonly summary?: string;
  /** Absent where it is not known. */
  readonly scope?: Scope;
}

export interface ModuleInfo extends Known {
  readonly origin: Origin;
  readonly kind: ModuleKind;
  readonly summary?: string;
  /** The point release from which on it is of that kind. */
  readonly kindSince?: string;
  readonly depends: readonly Dependency[];
  /** What is known of it as a part of Prosody, if it is one in any version. */
  readonly entry?: ModuleEntry;
  /** What is known of it as a community module, if it is or was one. */
  readonly community: CommunityEntry | undefined;
}

export type VariableInfo = VariableEntry & Known;

export type DirectiveInfo = DirectiveEntry & Known;

export interface ProviderInfo extends Omit<Known, "page"> {
  readonly summary?: string;
  readonly origin: Origin;
}
