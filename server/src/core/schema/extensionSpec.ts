// The shape of a file prosody-schema.json. The JSON Schema that editors complete it with is made from this, descriptions included.

import * as z from "zod/mini";
import { json, moduleKind, scope, text, typeSpec, variableType } from "./spec.ts";

const about = (description: string): z.core.$ZodCheck<unknown> => z.describe(description);

const moduleName = z.string().check(z.regex(/^(?!mod_)[A-Za-z0-9_]+$/));
const optionName = z.string().check(z.regex(/^[A-Za-z_][A-Za-z0-9_]*$/));
const variableName = z.string().check(z.regex(/^[A-Za-z_][A-Za-z0-9_]*$/));

const summary = text.check(about("What it is and when one uses it, in one or two sentences. Code may be in backticks."));
/** Editors may run other addresses as commands. */
const webAddress = z.string().check(z.regex(/^https?:\/\/[\w!#$%&'*+,./:;=?@[\]~-]+$/));
const link = z.exactOptional(webAddress).check(about("Address of a web page with more information."));
const optional = {
  summary: z.exactOptional(summary),
  default: z.exactOptional(json).check(about("What holds when it is not set.")),
  secret: z.exactOptional(z.boolean()).check(about("A password or a key: its value is never shown.")),
  example: z.exactOptional(text).check(about("Lua source of a good use.")),
  link,
};

const moduleOption = {
  ...optional,
  type: typeSpec,
  scope: z
    .exactOptional(scope)
    .check(about("`global`: read in the global section only. `host`: may stand in the section of a host or component too.")),
  unit: z.exactOptional(text).check(about("For numbers: seconds, bytes …")),
};

const moduleEntry = z.strictObject({
  summary: z.exactOptional(summary),
  kind: z
    .exactOptional(moduleKind)
    .check(
      about(
        "How it is loaded: `module` in modules_enabled (the default), `component` by Component, `both`, or `auth`, `storage`, `authz` as a provider, or `internal` by other modules only.",
      ),
    ),
  depends: z
    .exactOptional(z.array(z.strictObject({ name: text, optional: z.exactOptional(z.boolean()) })))
    .check(about("Modules that it loads.")),
  options: z.exactOptional(z.record(optionName, z.strictObject(moduleOption))).check(about("Options that it reads, by name.")),
  link,
});

const optionEntry = z.strictObject({
  ...moduleOption,
  modules: z.exactOptional(z.array(moduleName)).check(about("Modules that read it.")),
});

const variableEntry = z.strictObject({ ...optional, summary, type: variableType });

/** One entry of each part, so that a wrong one does not spoil the others. */
export const entrySpecs = {
  modules: { name: moduleName, entry: moduleEntry },
  options: { name: optionName, entry: optionEntry },
  variables: { name: variableName, entry: variableEntry },
} as const;

export const extensionFile = z.strictObject({
  $schema: z.exactOptional(z.string()),
  modules: z.exactOptional(z.record(moduleName, moduleEntry)).check(about("Modules by name, without `mod_`.")),
  options: z
    .exactOptional(z.record(optionName, optionEntry))
    .check(about("Options by name. One that Prosody has itself is described anew by what stands here.")),
  variables: z
    .exactOptional(z.record(variableName, variableEntry))
    .check(about("Environment variables that your container image reads, by name.")),
});
