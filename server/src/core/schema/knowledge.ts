// All knowledge as one object, as the build puts it together from data/ (one JSON file beside the bundles). The core is handed
// it; it reads no file itself.

import type { OwnKnowledge } from "./extension.ts";
import type {
  CommunityEntry,
  DirectiveEntry,
  ModuleEntry,
  ModuleGroup,
  OptionEntry,
  ServiceEntry,
  UpgradeKnowledge,
  VariableEntry,
  VersionRange,
} from "./types.ts";

export interface Knowledge {
  readonly options: Readonly<Record<string, OptionEntry>>;
  readonly modules: Readonly<Record<string, ModuleEntry>>;
  readonly variables: Readonly<Record<string, VariableEntry>>;
  readonly services: Readonly<Record<string, ServiceEntry>>;
  readonly directives: Readonly<Record<string, DirectiveEntry>>;
  /** Providers that are no module of their own. */
  readonly providers: Readonly<Record<ProviderFamily, Readonly<Record<string, { readonly summary: string } & VersionRange>>>>;
  readonly community: Readonly<Record<string, CommunityEntry>>;
  readonly upgrades: UpgradeKnowledge;
  /** In the order in which a sorted list of modules has them. */
  readonly moduleGroups: readonly ModuleGroup[];
  /** What the user declared, or what stands in modules of the workspace. */
  readonly own?: OwnKnowledge;
}

export type ProviderFamily = "auth" | "storage" | "authz";
