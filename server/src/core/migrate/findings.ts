// What the rules find for the one version and not for the other. What those find that speak of versions is kept where it was true
// before, too: who tidies up for an upgrade wants to see it.

import type { Analysis } from "../analyse.ts";
import { check } from "../rules/check.ts";
import type { CheckOptions } from "../rules/check.ts";
import type { Finding } from "../rules/rule.ts";
import { choicesOf } from "../rules/lua/shared/choices.ts";
import { typedSettingsIn } from "../rules/lua/shared/typedSettings.ts";
import type { Schema } from "../schema/schema.ts";
import type { Deprecation } from "../schema/types.ts";
import { availability } from "../schema/version.ts";
import type { Availability } from "../schema/version.ts";
import { moduleNamesIn } from "../semantics/moduleNames.ts";
import { known } from "../text/known.ts";
import { MIGRATION_RULE_IDS } from "./rules.ts";
import type { UpgradeEntry, UpgradeKind } from "./upgrade.ts";

export function changedFindings(
  analysis: Analysis,
  from: Schema,
  to: Schema,
  options: Pick<CheckOptions, "severities" | "project">,
): readonly UpgradeEntry[] {
  const old = new Set(check(analysis, from, options).map(keyOf));
  const subjects = subjectsOf(analysis, to);
  return check(analysis, to, options).flatMap((finding): readonly UpgradeEntry[] => {
    const before = old.has(keyOf(finding));
    const speaksOfVersions = MIGRATION_RULE_IDS.has(finding.rule);
    // The milder ones may come of knowing more of the one version.
    const matters = speaksOfVersions || (!before && (finding.severity === "error" || finding.severity === "warning"));
    if (finding.rule.startsWith("syntax/") || !matters) return [];
    const fixes = finding.fixes?.() ?? [];
    const fix = fixes.find(({ safe }) => safe) ?? fixes[0];
    return [
      {
        kind: kindOf(finding, subjects.get(finding.span.start)),
        severity: finding.severity,
        message: finding.message,
        span: finding.span,
        rule: finding.rule,
        ...(before ? { before } : {}),
        // Only what belongs to the upgrade is mended with it.
        ...known({ fix: fix && { title: fix.title, safe: fix.safe && speaksOfVersions }, page: finding.page }),
      },
    ];
  });
}

/** Messages name versions, so they are no part of it. */
function keyOf({ rule, span }: Finding): string {
  return `${rule} ${span.start} ${span.end}`;
}

/** The option, module or choice that is named at a place. */
interface Subject {
  readonly availability: Availability;
  readonly deprecated?: Deprecation;
}

function subjectsOf(analysis: Analysis, schema: Schema): ReadonlyMap<number, Subject> {
  const subjects = new Map<number, Subject>();
  if (analysis.kind !== "lua") return subjects;
  for (const { name, nameSpan } of analysis.file.settings) {
    const option = schema.option(name);
    if (option !== undefined) subjects.set(nameSpan.start, subject(option.availability, option.deprecated));
  }
  for (const { name, value } of moduleNamesIn(analysis.file, schema)) {
    const module = schema.module(name);
    if (module !== undefined) subjects.set(value.span.start, subject(module.availability, module.entry?.deprecated));
  }
  for (const { value, choice } of choicesOf(typedSettingsIn({ file: analysis.file, schema }))) {
    subjects.set(value.span.start, subject(availability(choice, schema.version), undefined));
  }
  return subjects;
}

function subject(available: Availability, deprecated: Deprecation | undefined): Subject {
  return { availability: available, ...known({ deprecated }) };
}

function kindOf({ rule, severity }: Finding, subject: Subject | undefined): UpgradeKind {
  switch (rule) {
    case "module-not-yet":
    case "option-not-yet":
    case "value-not-yet":
      return "not-yet";
    case "removed-module":
      return "removed";
    case "superseded-module":
      return "replaced";
    case "deprecated-option":
      return kindOfDeprecation(subject);
    case "deprecated-module":
      return subject?.deprecated?.kind === "remove" ? "removed" : "replaced";
    case "deprecated-value":
      return subject?.availability === "gone" ? "breaks" : "deprecated";
    case "lua-prefix":
      return "deprecated";
    default:
      return severity === "error" || severity === "warning" ? "breaks" : "deprecated";
  }
}

function kindOfDeprecation(subject: Subject | undefined): UpgradeKind {
  const kind = subject?.deprecated?.kind;
  if (kind === "rename") return "renamed";
  if (kind === "value" || kind === "module") return "replaced";
  return subject?.availability === "gone" ? "removed" : "deprecated";
}
