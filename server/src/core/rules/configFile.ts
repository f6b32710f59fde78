// Reads .prosody-config.json, the settings that a project's people and machines share. What is wrong is told and left out, the rest
// counts.

import picomatch from "picomatch/posix";
import type * as z from "zod/mini";
import { spanOf, toProblems } from "../schema/extensionProblems.ts";
import { isRecord, parseJsonText } from "../schema/jsonText.ts";
import type { JsonProblem } from "../schema/jsonText.ts";
import type { Version } from "../schema/types.ts";
import { byCurrentRuleId, currentRuleId } from "./aliases.ts";
import type { RuleSettings } from "./check.ts";
import { configFile, configParts, severitySpec } from "./configSpec.ts";
import { RULE_IDS } from "./index.ts";
import { KnownNames } from "./suggest.ts";
import type { EnvDialectChoice } from "../syntax/env/dialects.ts";

/** In the folder of the configuration or above it; the nearest one counts. */
export const CONFIG_NAME = ".prosody-config.json";

export interface ProjectConfig {
  readonly version?: Version;
  readonly rules: RuleSettings;
  readonly dialect?: EnvDialectChoice;
  /** From the folder of the file on. */
  readonly schema?: readonly string[];
  readonly ignore: readonly string[];
}

export interface ParsedConfig {
  readonly config: ProjectConfig;
  readonly problems: readonly JsonProblem[];
}

export function parseConfig(text: string): ParsedConfig {
  const { root, value, problems } = parseJsonText(text);
  if (root === undefined) return { config: { rules: {}, ignore: [] }, problems };
  const result = configFile.safeParse(value);
  const wrong = result.success ? [] : toProblems(result.error.issues, root, value);
  const rules = isRecord(value) && isRecord(value["rules"]) ? value["rules"] : {};
  const strange = strangeRules(Object.keys(rules)).map(({ rule, message }) => ({
    span: spanOf(root, ["rules", rule], true),
    message,
  }));
  const all = [...problems, ...wrong, ...strange].sort((a, b) => a.span.start - b.span.start);
  return { config: goodParts(value, rules), problems: all };
}

function strangeRules(ids: readonly string[]): readonly { readonly rule: string; readonly message: string }[] {
  return ids
    .filter((id) => !RULE_IDS.has(currentRuleId(id)))
    .map((rule) => {
      if (rule.startsWith("syntax/")) return { rule, message: "What a parser says is always an error: the file is refused." };
      const near = new KnownNames(RULE_IDS).nearest(rule);
      return { rule, message: `There is no rule \`${rule}\`.${near === undefined ? "" : ` Did you mean \`${near}\`?`}` };
    });
}

function goodParts(value: unknown, rules: Readonly<Record<string, unknown>>): ProjectConfig {
  const given = isRecord(value) ? value : {};
  const good = <Key extends keyof typeof configParts>(key: Key): z.output<(typeof configParts)[Key]> | undefined => {
    const result = configParts[key].safeParse(given[key]);
    return result.success ? (result.data as z.output<(typeof configParts)[Key]>) : undefined;
  };
  const [version, dialect, schema] = [good("version"), good("env")?.dialect, good("schema")];
  const severities = Object.entries(rules).flatMap(([rule, severity]) => {
    const known = severitySpec.safeParse(severity);
    return known.success && RULE_IDS.has(currentRuleId(rule)) ? [[rule, known.data] as const] : [];
  });
  return {
    rules: byCurrentRuleId(Object.fromEntries(severities)),
    ignore: good("ignore") ?? [],
    ...(version === undefined ? {} : { version }),
    ...(dialect === undefined ? {} : { dialect }),
    ...(schema === undefined ? {} : { schema }),
  };
}

/** `path` goes from the folder of the file on, with `/`. A pattern that is a folder means all that is in it. */
export function isIgnored({ ignore }: ProjectConfig, path: string): boolean {
  return ignore.some((pattern) => {
    const plain = pattern.replace(/^\.?\//, "").replace(/\/$/, "");
    try {
      return picomatch.isMatch(path, [plain, `${plain}/**`], { dot: true });
    } catch {
      // Too long to be one.
      return false;
    }
  });
}
