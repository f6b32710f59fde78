// The zod twins of types.ts: what a data file may contain. Used by the tests on our own data, and on what users declare; nothing of
// this runs at start-up. Unknown keys are errors, so that a typing mistake in the data cannot hide.

import * as z from "zod/mini";
import { VERSIONS } from "./versions.ts";
import { SIMPLE_KINDS } from "./types.ts";
import type {
  CommunityEntry,
  DirectiveEntry,
  ModuleEntry,
  ModuleGroup,
  OptionEntry,
  ServiceEntry,
  TypeSpec,
  UpgradeKnowledge,
  VariableEntry,
} from "./types.ts";

const version = z.enum(VERSIONS);
const range = { since: z.optional(version), removed: z.optional(version) };
export const text = z.string().check(z.minLength(1));
const scalar = z.union([z.string(), z.number(), z.boolean()]);
export const json = z.json();

const simpleKind = z.enum(SIMPLE_KINDS);

const valueDeprecation = z.strictObject({ since: version, to: z.optional(scalar), note: z.optional(text) });
const risk = z.strictObject({
  kind: z.enum(["encryption", "identity", "passwords", "tls", "exposure", "proxy", "strangers", "trust", "root", "loss"]),
  values: z.optional(z.array(scalar)),
  pattern: z.optional(text),
  given: z.optional(z.record(z.string(), z.array(scalar))),
  without: z.optional(z.array(text)),
  note: text,
  instead: z.optional(scalar),
  mild: z.optional(z.boolean()),
});

const enumValue = z.union([
  scalar,
  z.strictObject({ value: scalar, summary: z.optional(text), deprecated: z.optional(valueDeprecation), ...range }),
]);

export const typeSpec: z.ZodMiniType<TypeSpec> = z.lazy(() =>
  z.union([
    simpleKind,
    z.strictObject({
      is: z.enum(["integer", "number", "period", "size", "port", "percent"]),
      min: z.optional(z.number()),
      max: z.optional(z.number()),
    }),
    z.strictObject({ is: z.literal("string"), pattern: z.optional(text), placeholder: z.optional(text) }),
    z.strictObject({ is: z.literal("path"), of: z.enum(["file", "folder"]) }),
    z.strictObject({ is: z.literal("enum"), values: z.array(enumValue).check(z.minLength(1)), open: z.optional(z.boolean()) }),
    z.strictObject({ is: z.literal("provider"), of: z.enum(["auth", "storage", "authz"]) }),
    z.strictObject({ is: z.literal("list"), items: typeSpec, strict: z.optional(z.boolean()) }),
    z.strictObject({ is: z.literal("map"), keys: typeSpec, values: typeSpec }),
    z.strictObject({ is: z.literal("record"), fields: z.record(z.string(), fieldEntry), open: z.optional(z.boolean()) }),
    z.array(typeSpec).check(z.minLength(2)),
  ]),
) as z.ZodMiniType<TypeSpec>;

const fieldEntry = z.strictObject({
  summary: text,
  type: typeSpec,
  default: z.optional(json),
  unit: z.optional(text),
  secret: z.optional(z.boolean()),
  risks: z.optional(z.array(risk)),
  required: z.optional(z.union([z.literal(true), z.strictObject({ unless: z.record(z.string(), z.string()) })])),
  ...range,
});

const deprecation = z.strictObject({
  since: version,
  kind: z.enum(["rename", "remove", "value", "module"]),
  to: z.optional(text),
  toValue: z.optional(json),
  note: z.optional(text),
});

export const moduleKind = z.enum(["module", "component", "both", "auth", "storage", "authz", "internal"]);
const rangeOrAlways = z.union([z.literal(true), z.strictObject(range)]);
const xeps = z.array(z.string().check(z.regex(/^\d{4}$/)));
const cautions = z.optional(z.array(text));
export const scope = z.enum(["global", "host"]);

export const optionEntry = z.strictObject({
  summary: text,
  type: typeSpec,
  default: z.optional(json),
  defaultText: z.optional(text),
  scope,
  component: z.optional(z.enum(["only", "usual"])),
  modules: z.optional(z.array(text)),
  unit: z.optional(text),
  secret: z.optional(z.boolean()),
  raw: z.optional(z.boolean()),
  deprecated: z.optional(deprecation),
  fallback: z.optional(text),
  requiredBy: z.optional(z.array(text)),
  risks: z.optional(z.array(risk)),
  needlessWith: z.optional(text),
  needlessIf: z.optional(z.strictObject({ option: text, value: scalar, note: text })),
  atLeast: z.optional(text),
  cautions,
  example: z.optional(text),
  history: z.optional(
    z.array(
      z.strictObject({
        upTo: version,
        type: z.optional(typeSpec),
        default: z.optional(json),
        defaultText: z.optional(text),
        scope: z.optional(scope),
      }),
    ),
  ),
  patch: z.optional(text),
  link: z.optional(text),
  ...range,
}) as unknown as z.ZodMiniType<OptionEntry>;

export const moduleEntry = z.strictObject({
  summary: text,
  kind: moduleKind,
  autoload: z.optional(rangeOrAlways),
  global: z.optional(z.boolean()),
  inheritable: z.optional(rangeOrAlways),
  depends: z.optional(z.array(z.strictObject({ name: text, optional: z.optional(z.boolean()) }))),
  xeps: z.optional(xeps),
  conflicts: z.optional(z.array(text)),
  deprecated: z.optional(deprecation),
  shipped: z.optional(z.enum(["enabled", "commented"])),
  cautions,
  example: z.optional(text),
  link: z.optional(text),
  ...range,
}) as unknown as z.ZodMiniType<ModuleEntry>;

export const variableType = z.union([
  z.enum(["string", "host", "path", "integer", "number", "port", "rate", "zero-is-off", "any-is-on"]),
  z.strictObject({
    is: z.enum(["integer", "number", "period"]),
    min: z.optional(z.number()),
    max: z.optional(z.number()),
    suffix: z.optional(text),
  }),
  z.strictObject({ is: z.literal("enum"), values: z.array(enumValue).check(z.minLength(1)), open: z.optional(z.boolean()) }),
  z.strictObject({
    is: z.literal("list"),
    items: z.enum(["module", "jid", "host", "path", "ip", "component", "external-component", "string"]),
  }),
]);

export const variableEntry = z.strictObject({
  summary: text,
  type: variableType,
  default: z.optional(json),
  defaultText: z.optional(text),
  sets: z.optional(z.array(text)),
  requires: z.optional(z.array(text)),
  empty: z.enum(["unset", "set"]),
  secret: z.optional(z.boolean()),
  cautions,
  example: z.optional(text),
  link: z.optional(text),
  ...range,
}) as unknown as z.ZodMiniType<VariableEntry>;

export const serviceEntry = z.strictObject({
  title: text,
  module: text,
  prefix: z.string(),
  defaultPorts: z.array(z.number()),
  encryption: z.enum(["none", "starttls", "tls"]),
  private: z.optional(z.boolean()),
  privateSince: z.optional(version),
  hostFallback: z.optional(text),
  exposure: z.optional(z.strictObject({ note: text, mild: z.optional(z.boolean()) })),
  replacedBy: z.optional(z.strictObject({ service: text, since: version })),
  ...range,
}) as unknown as z.ZodMiniType<ServiceEntry>;

export const directiveEntry = z.strictObject({
  summary: text,
  kind: z.enum(["section", "include", "value"]),
  aliases: z.optional(z.array(text)),
  example: text,
  cautions,
  link: z.optional(text),
  ...range,
}) as unknown as z.ZodMiniType<DirectiveEntry>;

export const communityEntry = z.strictObject({
  summary: z.optional(text),
  kind: z.optional(moduleKind),
  stage: z.optional(z.enum(["stable", "beta", "alpha", "deprecated", "obsolete", "merged", "broken", "proof-of-concept"])),
  xeps: z.optional(xeps),
  options: z.optional(
    z.record(
      z.string(),
      z.strictObject({ type: typeSpec, default: z.optional(json), scope: z.optional(scope), summary: z.optional(text) }),
    ),
  ),
  bundledSince: z.optional(version),
  successor: z.optional(text),
  successorOptions: z.optional(z.record(z.string(), text)),
  gone: z.optional(z.boolean()),
  compatibility: z.optional(z.partialRecord(version, z.enum(["works", "no", "other"]))),
}) as unknown as z.ZodMiniType<CommunityEntry>;

const noteSeverity = z.enum(["warning", "information"]);

export const upgradeKnowledge = z.strictObject({
  notes: z.array(
    z.strictObject({
      id: text,
      since: version,
      severity: noteSeverity,
      when: z.optional(
        z.union([
          z.strictObject({ module: z.array(text).check(z.minLength(1)) }),
          z.strictObject({ option: text, field: z.optional(text), value: z.optional(scalar) }),
        ]),
      ),
      text,
      link: z.optional(text),
      source: z.enum(["changes", "packagers", "code"]),
    }),
  ),
  defaults: z.record(
    z.string(),
    z.union([z.strictObject({ same: z.literal(true) }), z.strictObject({ severity: noteSeverity, note: text })]),
  ),
}) as unknown as z.ZodMiniType<UpgradeKnowledge>;

export const moduleGroups = z.array(
  z.strictObject({
    title: text,
    also: z.optional(z.array(text)),
    modules: z.optional(z.array(text)),
    origin: z.optional(z.enum(["community", "own"])),
  }),
) as unknown as z.ZodMiniType<readonly ModuleGroup[]>;
