// Where the value of an environment variable comes from that a configuration reads. The value itself is never shown.

import { envValues } from "../model/envValues.ts";
import type { LuaAnalysis } from "../analyse.ts";
import { contains, touches } from "../text/span.ts";
import type { Span } from "../text/span.ts";

export interface VariableSource {
  /** As people name the file. */
  readonly label: string;
  /** From one. */
  readonly line: number;
}

/** More would only fill the hover. */
const MAX_SOURCES = 5;

/** The variable at an offset: where it stands, and whether there is a default for it. */
export function envRefAt(
  { file }: LuaAnalysis,
  offset: number,
): { readonly name: string; readonly span: Span; readonly hasDefault: boolean } | undefined {
  const ref = file.envRefs.find(({ span }) => touches(span, offset));
  if (ref === undefined) return undefined;
  const hasDefault = envValues(file).some(({ value }) => value.fallback !== undefined && contains(value.span, ref.span));
  return { ...ref, hasDefault };
}

export function explainSources(name: string, sources: readonly VariableSource[], hasDefault: boolean): string {
  const places = sources.slice(0, MAX_SOURCES).map(({ label, line }) => `\`${label}\`, line ${line}`);
  const more = sources.length > MAX_SOURCES ? [`and ${sources.length - MAX_SOURCES} more`] : [];
  const where =
    places.length === 0 ? "no file here sets it." : `set in ${[...places, ...more].join("; ")} (values are not shown).`;
  const fallback = hasDefault ? " When it is not set, the default behind `or` counts." : "";
  return `\`${name}\`, variable of the environment: ${where}${fallback}`;
}
