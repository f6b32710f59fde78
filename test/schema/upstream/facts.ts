// What was read out of the source of Prosody, of the community modules and of the official image: names, types, scopes, versions and
// defaults in upstream-facts.json. `13.0` stands for its newest release, 13.0.7; `trunk` was read in May 2025, before that release.

import { readFileSync } from "node:fs";
import { VERSIONS } from "../../../server/src/core/schema/types.ts";
import type { Version } from "../../../server/src/core/schema/types.ts";

type ByVersion<T> = Readonly<Partial<Record<Version, T>>>;

export interface OptionFacts {
  /** Kinds of values, with `|` between them: the words of forms.ts. */
  readonly type: string;
  readonly scope: string;
  /** "0.12..trunk", or a single version. */
  readonly versions: string;
  /** As what its readers convert it, where that changed. */
  readonly read?: ByVersion<string>;
  readonly default?: unknown;
  readonly defaults?: ByVersion<unknown>;
  readonly fallback?: string;
  readonly min?: number;
  readonly max?: number;
  readonly values?: readonly unknown[];
  readonly open?: boolean;
  readonly secret?: boolean;
  readonly component?: string;
  readonly modules?: readonly string[];
}

export interface ModuleFacts {
  readonly kind: string;
  readonly versions: string;
  readonly autoload?: string;
  readonly inheritable?: string;
  readonly global?: boolean;
  readonly shipped?: string;
  readonly depends?: readonly string[];
  readonly xeps?: readonly string[];
  readonly conflicts?: readonly string[];
}

export interface VariableFacts {
  readonly type: string;
  readonly versions: string;
  readonly default?: unknown;
  readonly items?: string;
  readonly values?: readonly unknown[];
  readonly secret?: boolean;
  readonly sets?: readonly string[];
  readonly requires?: readonly string[];
}

export interface CommunityFacts {
  readonly stage?: string;
  readonly kind?: string;
  readonly bundledSince?: string;
  readonly options?: Readonly<Record<string, { readonly type: string; readonly scope: string; readonly default?: unknown }>>;
}

export interface Facts {
  readonly options: Readonly<Record<string, OptionFacts>>;
  readonly modules: Readonly<Record<string, ModuleFacts>>;
  readonly variables: Readonly<Record<string, VariableFacts>>;
  readonly community: Readonly<Record<string, CommunityFacts>>;
}

export function readFacts(): Facts {
  return JSON.parse(readFileSync(new URL("../upstream-facts.json", import.meta.url), "utf8")) as Facts;
}

export function versionsOf(range: string | undefined): readonly Version[] {
  if (range === undefined) return [];
  const [first = "", last = first] = range.split("..");
  return VERSIONS.slice(VERSIONS.indexOf(first as Version), VERSIONS.indexOf(last as Version) + 1);
}
