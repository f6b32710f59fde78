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

/** An option with what holds in the chosen version. Of community options only name, type and modules may be known. */
export interface OptionInfo extends Omit<OptionEntry, "summary" | "history" | "scope"> {
  readonly name: string;
  readonly origin: Origin;
  readonly availability: Availability;
  readonly summary?: string;
  /** Absent where it is not known. */
  readonly scope?: Scope;
  readonly page: string;
}

export interface ModuleInfo {
  readonly name: string;
  readonly origin: Origin;
  readonly availability: Availability;
  readonly kind: ModuleKind;
  readonly page: string;
  readonly summary?: string;
  readonly depends: readonly Dependency[];
  /** What is known of it as a part of Prosody, if it is one in any version. */
  readonly entry?: ModuleEntry;
  /** What is known of it as a community module, if it is or was one. */
  readonly community: CommunityEntry | undefined;
}

export interface VariableInfo extends VariableEntry {
  readonly name: string;
  readonly availability: Availability;
  readonly page: string;
}

export interface DirectiveInfo extends DirectiveEntry {
  readonly name: string;
  readonly availability: Availability;
  readonly page: string;
}

export interface ProviderInfo {
  readonly name: string;
  readonly availability: Availability;
  readonly summary?: string;
  readonly origin: Origin;
}
