// The shape of the knowledge: what values there are types for, and what an option, a module and a variable are (in words: entrySpecs.ts).
// resolve.ts turns it into what is true for one version of Prosody.

import type * as z from "zod/mini";
import type * as entries from "./entrySpecs.ts";
import type { deprecation, enumValue, fieldEntry, moduleKind, range, risk, scope, valueForm, variableType } from "./spec.ts";

export { VERSIONS } from "./versions.ts";
export type { Version } from "./versions.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * What values an option takes. A bare word is a kind without details; an array is a union (any of them will do).
 * Kinds follow how Prosody reads values, so `boolean` also takes "true", and a `list` also takes one bare item.
 */
export type TypeSpec = SimpleKind | DetailedType | readonly TypeSpec[];

/** Kinds without details. What else lists them is made from this. */
export const SIMPLE_KINDS = [
  "any",
  "boolean",
  "string", // any text: also what one would call free text
  "number",
  "integer",
  "percent", // a number with or without "%" (trunk), 0 to 100
  "port", // integer 1 to 65535 (0 disables)
  "period", // seconds as a number, or "30s", "5 minutes", "2h", "1d", "1w", "1 month", "1y", "never"
  "rate", // of limits: "10kb/s"
  "size", // bytes as an integer
  "path", // file or folder
  "host", // a domain name
  "domain", // name of an XMPP host, compared letter by letter: lower case, as people read it
  "origin", // a web site as browsers name it: scheme, host and perhaps port; "*" for all
  "address", // IP address to listen on, "*" or "::"
  "ip", // one IP address
  "cidr", // IP address or network
  "jid", // JID, bare or full
  "barejid",
  "url",
  "language", // language tag
  "module", // name of a module for modules_enabled
  "componentmodule", // name of a module for Component
  "role", // prosody:admin …
  "permission",
  "certificate", // path of a certificate file or folder
  "xmlns", // XML namespace
  "mediatype", // MIME type, may end in "/*"
  "function", // only a Lua function makes sense
] as const;

export type SimpleKind = (typeof SIMPLE_KINDS)[number];

export type DetailedType =
  | { readonly is: "integer" | "number" | "period" | "size" | "port" | "percent"; readonly min?: number; readonly max?: number }
  | { readonly is: "string"; readonly pattern?: string; readonly placeholder?: string; readonly otherwise?: string }
  | { readonly is: "path"; readonly of: "file" | "folder" }
  | {
      readonly is: "enum";
      readonly values: readonly EnumValue[];
      /** other values are possible too */ readonly open?: boolean;
      /** What comes of any other value, where that is an outage or a loss: a sentence. */ readonly otherwise?: string;
    }
  | { readonly is: "provider"; readonly of: "auth" | "storage" | "authz" }
  | {
      readonly is: "list";
      readonly items: TypeSpec;
      /** a bare item is not taken as a list of one */ readonly strict?: boolean;
      /** an item may also be a key with `true`, or with `false` to take it away */ readonly switches?: boolean;
    }
  | { readonly is: "map"; readonly keys: TypeSpec; readonly values: TypeSpec }
  | {
      readonly is: "record";
      readonly fields: Readonly<Record<string, FieldEntry>>;
      /** other keys are possible too */ readonly open?: boolean;
      /** What entries without a key may be; absent: only those that are fields, such as `1`. */ readonly items?: TypeSpec;
    };

type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T;

/** What a spec lets in. */
export type Entry<Spec extends z.ZodMiniType> = Immutable<z.output<Spec>>;

export type VersionRange = Immutable<{ [Bound in keyof typeof range]?: z.output<(typeof range)[Bound]> }>;
export type EnumValue = Entry<typeof enumValue>;
export type FieldEntry = Entry<typeof fieldEntry>;
export type Risk = Entry<typeof risk>;
export type ValueForm = z.output<typeof valueForm>;
export type Scope = z.output<typeof scope>;
export type ModuleKind = z.output<typeof moduleKind>;
export type VariableType = Entry<typeof variableType>;
export type Deprecation = Entry<typeof deprecation>;
export type OptionEntry = Entry<typeof entries.option>;
export type ModuleEntry = Entry<typeof entries.module>;
export type Dependency = NonNullable<ModuleEntry["depends"]>[number];
export type VariableEntry = Entry<typeof entries.variable>;
export type ServiceEntry = Entry<typeof entries.service>;
export type DirectiveEntry = Entry<typeof entries.directive>;
export type CommunityEntry = Entry<typeof entries.communityModule>;
export type UpgradeKnowledge = Entry<typeof entries.upgrades>;
export type UpgradeNote = UpgradeKnowledge["notes"][number];
export type UpgradeCondition = NonNullable<UpgradeNote["when"]>;
export type ModuleGroup = Entry<typeof entries.moduleGroups>[number];
