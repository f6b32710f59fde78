// Values in YAML that stand without quotes and are no texts to some or all readers.

import type { YamlScalar } from "./tree.ts";
import { UNCLEAR } from "./tree.ts";

/** The spellings of YAML 1.1: others are texts. */
const BOOLEAN = /^(?:[yYnN]|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|true|True|TRUE|false|False|FALSE)$/;
const DECIMAL = /^[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?$/;
const OTHER_NUMBER =
  /^[-+]?(?:0[bB]_*[01][01_]*|0[oO][0-7]+|0[xX]_*[\da-fA-F][\da-fA-F_]*|\.(?:inf|Inf|INF))$|^\.(?:nan|NaN|NAN)$/;

/** As programs for compose files read it. */
export function bareValue({ style, source, value, tagged }: YamlScalar): "boolean" | "number" | "unclear" | undefined {
  if (style !== "plain" || tagged) return undefined;
  if (BOOLEAN.test(source)) return "boolean";
  if (value === UNCLEAR) return "unclear";
  return DECIMAL.test(source) ? "number" : undefined;
}

/** What Kubernetes refuses where it wants a text, as its decoder (YAML 1.1 made into JSON) takes it for something else. */
export function bareInManifest({ style, source, tagged }: YamlScalar): "boolean" | "number" | undefined {
  if (style !== "plain" || tagged) return undefined;
  if (BOOLEAN.test(source)) return "boolean";
  const plain = source.replaceAll("_", "");
  // What is too big to be a number is a text again.
  if (DECIMAL.test(source)) return Number.isFinite(Number(plain)) ? "number" : undefined;
  if (!OTHER_NUMBER.test(source)) return undefined;
  const digits = /^[-+]?(0[a-z][\da-f]+)$/i.exec(plain)?.[1];
  return digits === undefined || Number(digits) < 2 ** 64 ? "number" : undefined;
}
