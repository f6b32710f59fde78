// What the files under data/ say of options, modules, variables and so on. The types of types.ts follow from this; at run time nothing of it is
// loaded, as a test has held our own data to it.

import * as z from "zod/mini";
import {
  deprecation,
  json,
  moduleKind,
  range,
  risk,
  scalar,
  scope,
  text,
  typeSpec,
  valueForm,
  variableType,
  version,
} from "./spec.ts";

/** Traps, one sentence each. */
const cautions = z.exactOptional(z.array(text));
/** A host or component of this server that an option names. */
const names = z.strictObject({
  kind: z.enum(["host", "component", "any"]),
  /** Made of that module. */
  module: z.exactOptional(text),
  /** What that option says will do as well. */
  also: z.exactOptional(text),
  /** May be elsewhere, unless its name lies below that of a host. */
  below: z.exactOptional(z.boolean()),
  /** What comes of a name that there is not, for the middle of a sentence. */
  otherwise: text,
});
const rangeOrAlways = z.union([z.literal(true), z.strictObject(range)]);
/** Four digits. */
const xeps = z.array(z.string().check(z.regex(/^\d{4}$/)));

export const option = z.strictObject({
  /** What it does and when one would change it; Markdown, our own words. */
  summary: text,
  type: typeSpec,
  default: z.exactOptional(json),
  /** The default in words, where it is computed. */
  defaultText: z.exactOptional(text),
  scope,
  /** only: read on components alone. usual: normally set on a component. */
  component: z.exactOptional(z.enum(["only", "usual"])),
  /** Bundled modules that read it; absent or empty: the core does. */
  modules: z.exactOptional(z.array(text)),
  unit: z.exactOptional(text),
  secret: z.exactOptional(z.boolean()),
  /** Users or other servers notice another value: registration, encryption, authentication, hosts, storage, ports. */
  sensitive: z.exactOptional(z.boolean()),
  /** Read without conversion: "true" is not true, "5" is not 5. */
  raw: z.exactOptional(z.boolean()),
  /** Values of these forms keep Prosody from starting, in some versions or all; tried with real servers. */
  fatal: z.exactOptional(z.array(z.strictObject({ forms: z.array(valueForm), ...range }))),
  /**
   * What does not work where the option does not take the value and it has one of these forms; tried with real servers. Of a list where a
   * single value is wanted, the first item counts, as it does for Prosody.
   */
  lost: z.exactOptional(
    z.array(
      z.strictObject({
        forms: z.array(valueForm),
        /** They do not load. */
        modules: z.exactOptional(z.array(text)),
        /** What comes of it, where no module is lost; a sentence. */
        effect: z.exactOptional(text),
        ...range,
      }),
    ),
  ),
  deprecated: z.exactOptional(deprecation),
  names: z.exactOptional(names),
  /** Read instead when this one is unset. */
  fallback: z.exactOptional(text),
  /** Settings without which the readers do not work. */
  requiredBy: z.exactOptional(z.array(text)),
  /** In these versions they do not even load. */
  vital: z.exactOptional(rangeOrAlways),
  risks: z.exactOptional(z.array(risk)),
  /** Has no use in a section where that option is a text. */
  needlessWith: z.exactOptional(text),
  /** Has no use where that option has that value; the note says why. `instead`: the value of the other with which it is of use. */
  needlessIf: z.exactOptional(z.strictObject({ option: text, value: scalar, note: text, instead: z.exactOptional(scalar) })),
  /** A limit that leaves no use for the part of that other limit which is above it. */
  atLeast: z.exactOptional(text),
  cautions,
  /** Lua source of a good use, where the shape is not obvious. */
  example: z.exactOptional(text),
  /** How it was in older versions: the first item whose `upTo` is not before the wanted version applies, field by field. */
  history: z.exactOptional(
    z.array(
      z.strictObject({
        upTo: version,
        type: z.exactOptional(typeSpec),
        default: z.exactOptional(json),
        defaultText: z.exactOptional(text),
        scope: z.exactOptional(scope),
      }),
    ),
  ),
  /** Point release in which it came, where that matters: "13.0.7". */
  patch: z.exactOptional(text),
  /** Page, when not the one of its first module. */
  link: z.exactOptional(text),
  ...range,
});

const places = {
  /** Does not load on components. */
  hostsOnly: z.exactOptional(z.boolean()),
  /** On a component of that kind it does nothing, and another module does its work; the note says what comes of it. */
  replacedOn: z.exactOptional(z.strictObject({ component: text, by: text, note: text })),
};

export const module = z.strictObject({
  summary: text,
  kind: moduleKind,
  /** What works on hosts too, in some versions, refuses to: from when on. */
  componentOnly: z.exactOptional(z.strictObject({ since: version, patch: z.exactOptional(text) })),
  ...places,
  /** Loaded without being named in modules_enabled, in these versions. */
  autoload: z.exactOptional(rangeOrAlways),
  /** Loads once for the whole server, whatever the section. */
  global: z.exactOptional(z.boolean()),
  /** Components take it over from the global modules_enabled, in these versions. */
  inheritable: z.exactOptional(rangeOrAlways),
  /** `optional`: only loaded in some configurations. */
  depends: z.exactOptional(z.array(z.strictObject({ name: text, optional: z.exactOptional(z.boolean()) }))),
  /** Modules that it loads without, and is of no use without; the note says why, as a sentence. */
  uses: z.exactOptional(z.array(z.strictObject({ name: text, note: text }))),
  /** The module to name in modules_enabled instead, which loads this one when it is needed. */
  through: z.exactOptional(text),
  /** Does nothing alone: the modules that need it load it. */
  helper: z.exactOptional(z.boolean()),
  xeps: z.exactOptional(xeps),
  conflicts: z.exactOptional(z.array(text)),
  /** Of a provider: the names that people choose it by in vain, in lower case. */
  also: z.exactOptional(z.array(text)),
  deprecated: z.exactOptional(deprecation),
  /** In the configuration that ships with Prosody: active, or there as a comment. */
  shipped: z.exactOptional(z.enum(["enabled", "commented"])),
  cautions,
  example: z.exactOptional(text),
  link: z.exactOptional(text),
  ...range,
});

/** A variable that the official container image reads. */
export const variable = z.strictObject({
  summary: text,
  type: variableType,
  default: z.exactOptional(json),
  defaultText: z.exactOptional(text),
  /** Options that it sets. */
  sets: z.exactOptional(z.array(text)),
  /** Variables without which it has no effect. */
  requires: z.exactOptional(z.array(text)),
  /** What an empty value does: `unset` like not given; `set` it counts as given. */
  empty: z.enum(["unset", "set"]),
  /** Read only for components of this module. */
  component: z.exactOptional(text),
  /** What comes of an empty value; absent: it does no harm, or nobody knows. A sentence for the end of a message, like the next one. */
  whenEmpty: z.exactOptional(text),
  /** What comes of a value of the wrong form. */
  whenWrong: z.exactOptional(text),
  /** Why nothing comes of the variable at all. */
  noEffect: z.exactOptional(text),
  secret: z.exactOptional(z.boolean()),
  /** Users or other servers notice another value, though it is not one of an option. */
  sensitive: z.exactOptional(z.boolean()),
  cautions,
  example: z.exactOptional(text),
  link: z.exactOptional(text),
  ...range,
});

/** A network service of Prosody; gives the options PREFIXports, PREFIXinterfaces, PREFIXinterface, PREFIXssl … */
export const service = z.strictObject({
  /** In a sentence: "client connections". */
  title: text,
  module: text,
  prefix: z.string(),
  defaultPorts: z.array(z.number()),
  encryption: z.enum(["none", "starttls", "tls"]),
  /** Listens on loopback only, unless told otherwise. */
  private: z.exactOptional(z.boolean()),
  /** `private` holds from this version on; absent: always. */
  privateSince: z.exactOptional(version),
  /** Read instead of NAME_host when that is unset. */
  hostFallback: z.exactOptional(text),
  /** Why other machines should not reach it. */
  exposure: z.exactOptional(z.pick(risk, { note: true, mild: true })),
  /** The service that takes its place, and the first version that says so. */
  replacedBy: z.exactOptional(z.strictObject({ service: text, since: version })),
  ...range,
});

/** A word of the configuration language: VirtualHost, Include, FileContents … */
export const directive = z.strictObject({
  summary: text,
  kind: z.enum(["section", "include", "value"]),
  aliases: z.exactOptional(z.array(text)),
  example: text,
  cautions,
  link: z.exactOptional(text),
  ...range,
});

/** Of modules.prosody.im. */
export const communityModule = z.strictObject({
  summary: z.exactOptional(text),
  kind: z.exactOptional(moduleKind),
  ...places,
  /** Modules that it always loads, and those that it loads in some configurations. */
  depends: z.exactOptional(z.array(text)),
  mayLoad: z.exactOptional(z.array(text)),
  stage: z.exactOptional(z.enum(["stable", "beta", "alpha", "deprecated", "obsolete", "merged", "broken", "proof-of-concept"])),
  xeps: z.exactOptional(xeps),
  /** Its options by name. */
  options: z.exactOptional(
    z.record(
      z.string(),
      z.strictObject({
        type: typeSpec,
        default: z.exactOptional(json),
        scope: z.exactOptional(scope),
        summary: z.exactOptional(text),
        names: z.exactOptional(names),
        /** The module does not load without it. */
        vital: z.exactOptional(z.literal(true)),
      }),
    ),
  ),
  /** Bundled with Prosody under the same name since then. */
  bundledSince: z.exactOptional(version),
  /** The module to use instead. */
  successor: z.exactOptional(text),
  /** Its options that the successor has under another name. */
  successorOptions: z.exactOptional(z.record(z.string(), text)),
  /** Of no use any more since then, without a module in its place; the note says why. */
  obsolete: z.exactOptional(z.strictObject({ since: version, note: text })),
  /** No longer in the community repository. */
  gone: z.exactOptional(z.boolean()),
  compatibility: z.exactOptional(z.partialRecord(version, z.enum(["works", "no", "other"]))),
});

const severity = z.enum(["warning", "information"]);

/** What moving to a version means for a server, beyond what the entries of options and modules tell. */
export const upgrades = z.strictObject({
  notes: z.array(
    z.strictObject({
      id: text,
      /** The first version that it holds for. */
      since: version,
      severity,
      /** Absent: for every server. */
      when: z.exactOptional(
        z.union([
          /** One of these is loaded. */
          z.strictObject({ module: z.array(text).check(z.minLength(1)) }),
          /** Is set, perhaps with that field having that value. */
          z.strictObject({ option: text, field: z.exactOptional(text), value: z.exactOptional(scalar) }),
        ]),
      ),
      /** What changes and what to do. */
      text,
      link: z.exactOptional(text),
      /** Where it is known from: the list of changes, the notes for packagers, or the code itself. */
      source: z.enum(["changes", "packagers", "code"]),
    }),
  ),
  /** What it means that the default of an option changed, by its name: it is the same in other words, or what comes of the new one. */
  defaults: z.record(z.string(), z.union([z.strictObject({ same: z.literal(true) }), z.strictObject({ severity, note: text })])),
});

/** Headings in a sorted list of modules. */
export const moduleGroups = z.array(
  z.strictObject({
    title: text,
    /** Headings of shipped configurations that say the same, in lower case; a line may go on behind them. */
    also: z.exactOptional(z.array(text)),
    modules: z.exactOptional(z.array(text)),
    /** Or all modules from there that stand in no other group. */
    origin: z.exactOptional(z.enum(["community", "own"])),
  }),
);
