// What a file is given from elsewhere stands nowhere in its own text: nothing is reported or changed there, as the other file tells it.

import type { EnvFile, EnvVariable } from "../model/envFile.ts";
import type { VariableBeside } from "../model/project.ts";
import { NOWHERE, isHere } from "../text/span.ts";
import type { Report } from "./rule.ts";

/** Undefined: the whole report is about another file. */
export function withoutForeignSpans(report: Report): Report | undefined {
  if (!isHere(report.span)) return undefined;
  const { related, fixes, ...rest } = report;
  const kept = related?.filter(({ span }) => isHere(span)) ?? [];
  return {
    ...rest,
    ...(kept.length === 0 ? {} : { related: kept }),
    ...(fixes === undefined ? {} : { fixes: () => fixes().filter(({ edits }) => edits.every(({ span }) => isHere(span))) }),
  };
}

/** An env file with what its readers are given besides, as if that stood at its beginning. */
export function withBeside(file: EnvFile, beside: readonly VariableBeside[]): EnvFile {
  if (beside.length === 0) return file;
  const more = beside.map(({ name, value }): EnvVariable => ({
    name,
    nameSpan: NOWHERE,
    valueSpan: NOWHERE,
    span: NOWHERE,
    readings: file.dialects.map((dialect) => ({ dialect, value })),
  }));
  return { ...file, variables: [...more, ...file.variables] };
}
