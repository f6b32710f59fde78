// What is found in an open file under its settings, and in the project that it belongs to.

import { check } from "../core/rules/check.ts";
import type { CheckOptions } from "../core/rules/check.ts";
import type { Finding } from "../core/rules/rule.ts";
import type { OpenFile } from "./session.ts";

export function checkOptions({ settings, project, uses }: OpenFile): CheckOptions {
  return { severities: settings.rules, project, uses };
}

export function findingsIn(file: OpenFile): readonly Finding[] {
  return file.ignored ? [] : check(file.analysis, file.schema, checkOptions(file));
}
