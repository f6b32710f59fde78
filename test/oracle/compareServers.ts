// What a server made of a wrong value against our findings on its line: an error where the server does not start or loses a module, and a
// finding wherever it complains. The right twin of the configuration has no error.

import { check } from "../../server/src/core/rules/check.ts";
import type { Finding } from "../../server/src/core/rules/rule.ts";
import type { Version } from "../../server/src/core/schema/types.ts";
import { schemaFor } from "../support/knowledge.ts";
import { analyseLua, onlyFile } from "../support/ruleProject.ts";
import { EXCEPTIONS } from "./serverExceptions.ts";
import type { Started } from "./serverRuns.ts";

export interface Compared {
  readonly version: Version;
  readonly option: string;
  /** Lua source. */
  readonly value: string;
  readonly text: string;
  /** The line with the value, from 0. */
  readonly line: number;
  readonly started: Started;
  /** Without the option. */
  readonly twin: Started;
}

/** What differs, in a line each; nothing where all is as it should be. */
export function differences(one: Compared): readonly string[] {
  const { version, option, value, text, line, started, twin } = one;
  const exception = EXCEPTIONS.find(
    ({ options, values, versions }) =>
      options.includes(option) && values?.includes(value) !== false && versions?.includes(version) !== false,
  );
  if (exception !== undefined) return [];
  const found = findingsOf(text, version).filter((finding) => finding.line === line);
  const isError = found.some(({ severity }) => severity === "error");
  const lost = [...new Set(started.lost)].filter((module) => !twin.lost.includes(module));
  const complaints = started.complaints.filter((complaint) => !twin.complaints.includes(complaint));
  const what = !started.isUp ? "does not start" : lost.length > 0 ? `loses ${lost.join(", ")}` : "";
  const says: string[] = [];
  if (what !== "" && twin.isUp && !isError) says.push(`${what}, and we say ${summary(found)}`);
  if (what === "" && twin.isUp && isError) says.push(`does nothing like it, and we say ${summary(found)}`);
  if (what === "" && complaints.length > 0 && found.length === 0) says.push(`says "${complaints[0] ?? ""}", and we say nothing`);
  return says.map((words) => `${version} ${option} = ${value}: the server ${words}`);
}

/** Errors in a configuration that a server takes. */
export function falseErrors(text: string, version: Version): readonly string[] {
  const errors = findingsOf(text, version).filter(({ severity }) => severity === "error");
  return errors.map(({ rule, message }) => `${version}: ${rule} ${message}\n${text}`);
}

/** As if nothing but the modules in question was loaded. */
function findingsOf(text: string, version: Version): readonly (Finding & { readonly line: number })[] {
  const analysis = analyseLua(text.replace(', "stop_when_started"', ""));
  const found = check(analysis, schemaFor(version), { project: onlyFile(analysis) });
  return found.map((finding) => ({ ...finding, line: analysis.text.slice(0, finding.span.start).split("\n").length - 1 }));
}

function summary(findings: readonly Finding[]): string {
  return findings.map(({ rule, severity, message }) => `${severity} ${rule} (${message})`).join("; ") || "nothing";
}
