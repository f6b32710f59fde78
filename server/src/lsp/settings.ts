// The user's settings: validated, with defaults in place of what is missing or wrong. A wrong setting never stops the server.

import * as z from "zod/mini";
import { byCurrentRuleId } from "../core/rules/aliases.ts";
import { SEVERITIES } from "../core/rules/rule.ts";
import { VERSION_CHOICES } from "../core/schema/versions.ts";
import { ENV_DIALECT_CHOICES } from "../core/syntax/env/dialects.ts";
import { ENGINES } from "../core/generate/engines.ts";
import { SHELL_CHOICES } from "../core/generate/shell/shells.ts";
import type { Severity } from "../core/rules/rule.ts";
import { DECLARATIONS } from "../workspace/settings.ts";

// Settings are read a few times: to make code for each shape would take longer than it saves.
z.config({ jitless: true });

/** A wrong value counts as not given: the editor's own settings check has told the user already. */
const or = <T extends z.ZodMiniType>(schema: T, fallback: z.output<T>): z.ZodMiniCatch<z.ZodMiniDefault<T>> =>
  z.catch(z._default(schema, fallback as never), fallback as never);

const severity = z.enum([...SEVERITIES, "off"] as [Severity, ...Severity[], "off"]);

/** One wrong severity does not make the others wrong. */
function knownSeverities(given: Record<string, unknown>): Record<string, z.output<typeof severity>> {
  const known = Object.entries(given).flatMap(([rule, value]) => {
    const result = severity.safeParse(value);
    return result.success ? [[rule, result.data] as const] : [];
  });
  return { ...byCurrentRuleId(Object.fromEntries(known)) };
}

const schema = z.object({
  version: or(z.enum(VERSION_CHOICES), "auto"),
  env: or(z.object({ dialect: or(z.enum(ENV_DIALECT_CHOICES), "auto") }), { dialect: "auto" }),
  rules: or(z.pipe(z.record(z.string(), z.unknown()), z.transform(knownSeverities)), {}),
  codeLens: or(z.boolean(), true),
  schema: or(z.object({ files: or(z.array(z.string()), [DECLARATIONS]) }), { files: [DECLARATIONS] }),
  docker: or(z.object({ engine: or(z.enum(ENGINES), "docker"), shell: or(z.enum(SHELL_CHOICES), "auto") }), {
    engine: "docker",
    shell: "auto",
  }),
});

export type Settings = z.output<typeof schema>;

export const DEFAULT_SETTINGS: Settings = schema.parse({});

/** Settings from whatever the client sent as its section `prosody`. */
export function readSettings(given: unknown): Settings {
  const result = schema.safeParse(given ?? {});
  return result.success ? result.data : DEFAULT_SETTINGS;
}
