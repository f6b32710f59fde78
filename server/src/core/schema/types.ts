// The shape of the knowledge: what an option, a module and a variable are. Data files under data/ have these shapes (a test
// validates them with the zod twins in spec.ts); resolve.ts turns them into what is true for one version of Prosody.

import type { Version } from "./versions.ts";

export { VERSIONS } from "./versions.ts";
export type { Version } from "./versions.ts";

/** The versions a thing exists in: from `since` (absent: from 0.11 or before) up to but without `removed` (absent: still there). */
export interface VersionRange {
  readonly since?: Version;
  readonly removed?: Version;
}

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
  | { readonly is: "string"; readonly pattern?: string; readonly placeholder?: string }
  | { readonly is: "path"; readonly of: "file" | "folder" }
  | { readonly is: "enum"; readonly values: readonly EnumValue[]; /** other values are possible too */ readonly open?: boolean }
  | { readonly is: "provider"; readonly of: "auth" | "storage" | "authz" }
  | { readonly is: "list"; readonly items: TypeSpec; /** a bare item is not taken as a list of one */ readonly strict?: boolean }
  | { readonly is: "map"; readonly keys: TypeSpec; readonly values: TypeSpec }
  | {
      readonly is: "record";
      readonly fields: Readonly<Record<string, FieldEntry>>;
      /** other keys are possible too */ readonly open?: boolean;
    };

export type EnumValue =
  | string
  | number
  | boolean
  | ({
      readonly value: string | number | boolean;
      readonly summary?: string;
      readonly deprecated?: ValueDeprecation;
    } & VersionRange);

/** From which version on a value should not be chosen any more, or is no longer understood, and what to take instead. */
export interface ValueDeprecation {
  readonly since: Version;
  readonly to?: string | number | boolean;
  /** Why, in one sentence. */
  readonly note?: string;
}

/** A key inside a table-shaped option. */
export interface FieldEntry extends VersionRange {
  readonly summary: string;
  readonly type: TypeSpec;
  readonly default?: Json;
  readonly unit?: string;
  readonly secret?: boolean;
  readonly risks?: readonly Risk[];
  /** The table does nothing without it; perhaps unless another of its keys has a certain value. */
  readonly required?: true | { readonly unless: Readonly<Record<string, string>> };
}

/** A value that is allowed but weakens the server. */
export interface Risk {
  /** What is at stake; each kind has a rule of its own. */
  readonly kind: "encryption" | "identity" | "passwords" | "tls" | "exposure" | "proxy" | "strangers" | "trust" | "root" | "loss";
  /** The values it is about. */
  readonly values?: readonly (string | number | boolean)[];
  /** Or texts of this form. */
  readonly pattern?: string;
  /** Only if these options have one of these values in the same place. */
  readonly given?: Readonly<Record<string, readonly (string | number | boolean)[]>>;
  /** Not where one of these options is set in the same place. */
  readonly without?: readonly string[];
  /** What it means and what to do, in one or two sentences. */
  readonly note: string;
  /** The value to write instead; absent: nothing at all. */
  readonly instead?: string | number | boolean;
  /** Often done for a good reason. */
  readonly mild?: boolean;
}

/** How a thing was in older versions: the first item whose `upTo` is not before the wanted version applies, field by field. */
export interface OptionHistory {
  readonly upTo: Version;
  readonly type?: TypeSpec;
  readonly default?: Json;
  readonly defaultText?: string;
  readonly scope?: Scope;
}

/** `host` options may stand in the global section too, as the default for all hosts. */
export type Scope = "global" | "host";

export interface Deprecation {
  /** First version in which using it is wrong or pointless. */
  readonly since: Version;
  /** rename: same value under `to`. value: set `to` to `toValue`. remove: nothing replaces it. module: enable module `to` instead. */
  readonly kind: "rename" | "remove" | "value" | "module";
  readonly to?: string;
  readonly toValue?: Json;
  /** Why, in one sentence. */
  readonly note?: string;
}

export interface OptionEntry extends VersionRange {
  /** What it does and when one would change it; Markdown, our own words. */
  readonly summary: string;
  readonly type: TypeSpec;
  readonly default?: Json;
  /** The default in words, where it is computed. */
  readonly defaultText?: string;
  readonly scope: Scope;
  /** only: read on components alone. usual: normally set on a component. */
  readonly component?: "only" | "usual";
  /** Bundled modules that read it; absent or empty: the core does. */
  readonly modules?: readonly string[];
  readonly unit?: string;
  readonly secret?: boolean;
  /** Read without conversion: "true" is not true, "5" is not 5. */
  readonly raw?: boolean;
  readonly deprecated?: Deprecation;
  /** Read instead when this one is unset. */
  readonly fallback?: string;
  /** Settings without which the readers do not work. */
  readonly requiredBy?: readonly string[];
  readonly risks?: readonly Risk[];
  /** Has no use in a section where that option is a text. */
  readonly needlessWith?: string;
  /** Has no use where that option has that value; the note says why. */
  readonly needlessIf?: { readonly option: string; readonly value: string | number | boolean; readonly note: string };
  /** A limit that leaves no use for the part of that other limit which is above it. */
  readonly atLeast?: string;
  /** Traps, one sentence each. */
  readonly cautions?: readonly string[];
  /** Lua source of a good use, where the shape is not obvious. */
  readonly example?: string;
  readonly history?: readonly OptionHistory[];
  /** Point release in which it came, where that matters: "13.0.7". */
  readonly patch?: string;
  /** Page, when not the one of its first module. */
  readonly link?: string;
}

export type ModuleKind =
  | "module" // modules_enabled
  | "component" // Component "x" "name" only
  | "both"
  | "auth"
  | "storage"
  | "authz"
  | "internal"; // loaded by others, never by hand

export interface Dependency {
  readonly name: string;
  /** Only loaded in some configurations. */
  readonly optional?: boolean;
}

export interface ModuleEntry extends VersionRange {
  readonly summary: string;
  readonly kind: ModuleKind;
  /** Loaded without being named in modules_enabled, in these versions. */
  readonly autoload?: VersionRange | true;
  /** Loads once for the whole server, whatever the section. */
  readonly global?: boolean;
  /** Components take it over from the global modules_enabled, in these versions. */
  readonly inheritable?: VersionRange | true;
  readonly depends?: readonly Dependency[];
  /** XEP numbers, four digits. */
  readonly xeps?: readonly string[];
  readonly conflicts?: readonly string[];
  readonly deprecated?: Deprecation;
  /** In the configuration that ships with Prosody: active, or there as a comment. */
  readonly shipped?: "enabled" | "commented";
  readonly cautions?: readonly string[];
  readonly example?: string;
  readonly link?: string;
}

/** A variable that the official container image reads. */
export interface VariableEntry extends VersionRange {
  readonly summary: string;
  readonly type: VariableType;
  readonly default?: Json;
  readonly defaultText?: string;
  /** Options that it sets. */
  readonly sets?: readonly string[];
  /** Variables without which it has no effect. */
  readonly requires?: readonly string[];
  /** What an empty value does: `unset` like not given; `set` it counts as given. */
  readonly empty: "unset" | "set";
  readonly secret?: boolean;
  readonly cautions?: readonly string[];
  readonly example?: string;
  readonly link?: string;
}

/** How the image interprets the text of a variable. */
export type VariableType =
  | "string"
  | "host"
  | "path"
  | "integer"
  | "number"
  | "port"
  | "rate"
  | "zero-is-off" // on unless exactly "0"
  | "any-is-on" // on when set to anything, even "0" or ""
  | { readonly is: "integer" | "number" | "period"; readonly min?: number; readonly max?: number; readonly suffix?: string }
  | { readonly is: "enum"; readonly values: readonly EnumValue[]; readonly open?: boolean }
  | {
      readonly is: "list";
      readonly items: "module" | "jid" | "host" | "path" | "ip" | "component" | "external-component" | "string";
    };

/** A network service of Prosody; gives the options PREFIXports, PREFIXinterfaces, PREFIXinterface, PREFIXssl … */
export interface ServiceEntry extends VersionRange {
  /** In a sentence: "client connections". */
  readonly title: string;
  readonly module: string;
  readonly prefix: string;
  readonly defaultPorts: readonly number[];
  readonly encryption: "none" | "starttls" | "tls";
  /** Listens on loopback only, unless told otherwise. */
  readonly private?: boolean;
  /** `private` holds from this version on; absent: always. */
  readonly privateSince?: Version;
  /** Read instead of NAME_host when that is unset. */
  readonly hostFallback?: string;
  /** Why other machines should not reach it. */
  readonly exposure?: Pick<Risk, "note" | "mild">;
  /** The service that takes its place, and the first version that says so. */
  readonly replacedBy?: { readonly service: string; readonly since: Version };
}

/** A word of the configuration language: VirtualHost, Include, FileContents … */
export interface DirectiveEntry extends VersionRange {
  readonly summary: string;
  readonly kind: "section" | "include" | "value";
  readonly aliases?: readonly string[];
  readonly example: string;
  readonly cautions?: readonly string[];
  readonly link?: string;
}

/** A community module (modules.prosody.im). */
export interface CommunityEntry {
  readonly summary?: string;
  readonly kind?: ModuleKind;
  readonly stage?: "stable" | "beta" | "alpha" | "deprecated" | "obsolete" | "merged" | "broken" | "proof-of-concept";
  readonly xeps?: readonly string[];
  /** Its options by name; a bare type where nothing more is known. */
  readonly options?: Readonly<Record<string, CommunityOption>>;
  /** Bundled with Prosody under the same name since then. */
  readonly bundledSince?: Version;
  /** The module to use instead. */
  readonly successor?: string;
  /** Its options that the successor has under another name. */
  readonly successorOptions?: Readonly<Record<string, string>>;
  /** No longer in the community repository. */
  readonly gone?: boolean;
  readonly compatibility?: Readonly<Partial<Record<Version, "works" | "no" | "other">>>;
}

export interface CommunityOption {
  readonly type: TypeSpec;
  readonly default?: Json;
  readonly scope?: Scope;
  readonly summary?: string;
}

/** What moving to a version means for a server, beyond what the entries of options and modules tell. */
export interface UpgradeKnowledge {
  readonly notes: readonly UpgradeNote[];
  /** What it means that the default of an option changed, by its name. */
  readonly defaults: Readonly<Record<string, DefaultChange>>;
}

export interface UpgradeNote {
  readonly id: string;
  /** The first version that it holds for. */
  readonly since: Version;
  readonly severity: "warning" | "information";
  /** Absent: for every server. */
  readonly when?: UpgradeCondition;
  /** What changes and what to do. */
  readonly text: string;
  readonly link?: string;
  /** Where it is known from: the list of changes, the notes for packagers, or the code itself. */
  readonly source: "changes" | "packagers" | "code";
}

export type UpgradeCondition =
  | { /** One of these is loaded. */ readonly module: readonly string[] }
  | {
      /** Is set, perhaps with that field having that value. */
      readonly option: string;
      readonly field?: string;
      readonly value?: string | number | boolean;
    };

export type DefaultChange =
  | { /** Only written in another way. */ readonly same: true }
  | { readonly severity: "warning" | "information"; /** What comes of the new one. */ readonly note: string };

/** A heading in a sorted list of modules. */
export interface ModuleGroup {
  readonly title: string;
  /** Headings of shipped configurations that say the same, in lower case; a line may go on behind them. */
  readonly also?: readonly string[];
  readonly modules?: readonly string[];
  /** Or all modules from there that stand in no other group. */
  readonly origin?: "community" | "own";
}
