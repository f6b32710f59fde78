// Values in YAML that stand without quotes and are no texts to some or all readers.

import type { YamlScalar } from "./tree.ts";
import { UNCLEAR } from "./tree.ts";

export function bareValue({ style, source, value }: YamlScalar): "boolean" | "number" | "unclear" | undefined {
  if (style !== "plain") return undefined;
  if (/^(?:y|n|yes|no|on|off|true|false)$/i.test(source)) return "boolean";
  if (value === UNCLEAR) return "unclear";
  return /^[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(source) ? "number" : undefined;
}
