// The parts of the knowledge's shape that hold for what users declare too, as zod. Unknown keys are errors, so that a typing mistake cannot
// hide.

import * as z from "zod/mini";
import { SIMPLE_KINDS, VERSIONS } from "./types.ts";
import type { TypeSpec } from "./types.ts";

export const version = z.enum(VERSIONS);

/** The versions a thing exists in: from `since` (absent: from 0.11 or before) up to but without `removed` (absent: still there). */
/** `number`: also a negative one. `negative`: also 0. `list`: of plain values. `nested`: with a table among them. */
export const valueForm = z.enum(["text", "number", "negative", "true", "false", "list", "nested", "empty"]);

export const range = { since: z.exactOptional(version), removed: z.exactOptional(version) };

export const text = z.string().check(z.minLength(1));
export const scalar = z.union([z.string(), z.number(), z.boolean()]);
export const json = z.json();

/** A value that is allowed but weakens the server. */
export const risk = z.strictObject({
  /** What is at stake; each kind has a rule of its own. */
  kind: z.enum(["encryption", "identity", "passwords", "tls", "exposure", "proxy", "strangers", "trust", "root", "loss"]),
  /** The values it is about. */
  values: z.exactOptional(z.array(scalar)),
  /** Or texts of this form. */
  pattern: z.exactOptional(text),
  /** Only if these options have one of these values in the same place. */
  given: z.exactOptional(z.record(z.string(), z.array(scalar))),
  /** Not where one of these options is set in the same place. */
  without: z.exactOptional(z.array(text)),
  /** What it means and what to do, in one or two sentences. */
  note: text,
  /** The value to write instead; absent: nothing at all. */
  instead: z.exactOptional(scalar),
  /** Often done for a good reason. */
  mild: z.exactOptional(z.boolean()),
});

export const enumValue = z.union([
  scalar,
  z.strictObject({
    value: scalar,
    summary: z.exactOptional(text),
    /** What people write for it, in lower case. */
    also: z.exactOptional(z.array(text)),
    /** From which version on it should not be chosen any more, or is no longer understood; what to take instead, and why, in one sentence. */
    deprecated: z.exactOptional(z.strictObject({ since: version, to: z.exactOptional(scalar), note: z.exactOptional(text) })),
    ...range,
  }),
]);

export const typeSpec: z.ZodMiniType<TypeSpec> = z.lazy(() =>
  z.union([
    z.enum(SIMPLE_KINDS),
    z.strictObject({
      is: z.enum(["integer", "number", "period", "size", "port", "percent"]),
      min: z.optional(z.number()),
      max: z.optional(z.number()),
    }),
    z.strictObject({
      is: z.literal("string"),
      pattern: z.optional(text),
      placeholder: z.optional(text),
      otherwise: z.optional(text),
    }),
    z.strictObject({ is: z.literal("path"), of: z.enum(["file", "folder"]) }),
    z.strictObject({
      is: z.literal("enum"),
      values: z.array(enumValue).check(z.minLength(1)),
      open: z.optional(z.boolean()),
      otherwise: z.optional(text),
    }),
    z.strictObject({ is: z.literal("provider"), of: z.enum(["auth", "storage", "authz"]) }),
    z.strictObject({
      is: z.literal("list"),
      items: typeSpec,
      strict: z.optional(z.boolean()),
      switches: z.optional(z.boolean()),
    }),
    z.strictObject({ is: z.literal("map"), keys: typeSpec, values: typeSpec }),
    z.strictObject({
      is: z.literal("record"),
      fields: z.record(z.string(), fieldEntry),
      open: z.optional(z.boolean()),
      items: z.optional(typeSpec),
    }),
    z.array(typeSpec).check(z.minLength(2)),
  ]),
) as z.ZodMiniType<TypeSpec>;

/** A key inside a table-shaped option. */
export const fieldEntry = z.strictObject({
  summary: text,
  type: typeSpec,
  default: z.exactOptional(json),
  unit: z.exactOptional(text),
  secret: z.exactOptional(z.boolean()),
  /** What people call it, in lower case. */
  also: z.exactOptional(z.array(text)),
  risks: z.exactOptional(z.array(risk)),
  /**
   * The table does nothing without it: always, unless another of its keys has a certain value, or only if another is there or has a value.
   * `or`: the option whose table may have it too, in the same section or for all. `otherwise`: what comes of it, where that is an outage.
   */
  required: z.exactOptional(
    z.union([
      z.literal(true),
      z.strictObject({ unless: z.record(z.string(), z.string()) }),
      z.strictObject({
        with: z.record(z.string(), z.union([z.string(), z.literal(true)])),
        or: z.exactOptional(text),
        otherwise: z.exactOptional(text),
      }),
    ]),
  ),
  ...range,
});

export const deprecation = z.strictObject({
  /** First version in which using it is wrong or pointless. */
  since: version,
  /** rename: same value under `to`. value: set `to` to `toValue`. remove: nothing replaces it. module: enable module `to` instead. */
  kind: z.enum(["rename", "remove", "value", "module"]),
  to: z.exactOptional(text),
  toValue: z.exactOptional(json),
  /** Why, in one sentence. */
  note: z.exactOptional(text),
});

export const moduleKind = z.enum([
  "module", // modules_enabled
  "component", // Component "x" "name" only
  "both",
  "auth",
  "storage",
  "authz",
  "internal", // loaded by others, never by hand
]);

/** `host` options may stand in the global section too, as the default for all hosts. */
export const scope = z.enum(["global", "host"]);

/** How the image interprets the text of a variable. */
export const variableType = z.union([
  z.enum([
    "string",
    "host",
    "path",
    "integer",
    "number",
    "port",
    "rate",
    "zero-is-off", // on unless exactly "0"
    "any-is-on", // on when set to anything, even "0" or ""
  ]),
  z.strictObject({
    is: z.enum(["integer", "number", "period"]),
    min: z.exactOptional(z.number()),
    max: z.exactOptional(z.number()),
    suffix: z.exactOptional(text),
  }),
  z.strictObject({ is: z.literal("enum"), values: z.array(enumValue).check(z.minLength(1)), open: z.exactOptional(z.boolean()) }),
  z.strictObject({
    is: z.literal("list"),
    items: z.enum(["module", "jid", "host", "path", "ip", "component", "external-component", "string"]),
  }),
]);
