// The shape of a file .prosody-config.json. The JSON Schema that editors complete it with is made from this, descriptions included.

import * as z from "zod/mini";
import { VERSIONS } from "../schema/versions.ts";
import { ENV_DIALECT_CHOICES } from "../syntax/env/dialects.ts";
import { SEVERITIES } from "./rule.ts";
import type { Severity } from "./rule.ts";

const about = (description: string): z.core.$ZodCheck<unknown> => z.describe(description);

const words = z.array(z.string().check(z.minLength(1)));

export const severitySpec = z.enum([...SEVERITIES, "off"] as [Severity, ...Severity[], "off"]);

/** Key by key, so that a wrong one does not spoil the others. */
export const configParts = {
  $schema: z.optional(z.string()),
  version: z.optional(z.enum(VERSIONS)).check(about("Version of Prosody that the configuration is for.")),
  rules: z.optional(z.record(z.string(), severitySpec)).check(about("Severity by rule, where it should differ, or `off`.")),
  env: z
    .optional(
      z.strictObject({
        dialect: z
          .optional(z.enum(ENV_DIALECT_CHOICES))
          .check(about("Which tool reads the env files; they differ in quotes and comments.")),
      }),
    )
    .check(about("Env files of the container image.")),
  schema: z.optional(words).check(about("Files that declare modules and options of your own, from the folder of this file on.")),
  ignore: z
    .optional(words)
    .check(
      about("Files that are not checked, as patterns from the folder of this file on: `conf.avail/**`, `**/*.old.cfg.lua`."),
    ),
} as const;

export const configFile = z.strictObject(configParts);
