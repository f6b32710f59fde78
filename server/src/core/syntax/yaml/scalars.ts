// Plain scalars of a compose file as Compose hands them to a container. Some versions of Compose give it what is written, others what
// they print for the value that they read, partly by the rules of YAML 1.1: where that could differ, the value is unclear.

import type { ScalarTag } from "yaml";

/** Stands for a value that cannot be told from the text. */
export const UNCLEAR = Symbol("unclear");

/** Together with YAML's strings, maps and lists, these are all tags that are needed: what none of them takes is a string. */
export const SCALAR_TAGS: ScalarTag[] = [
  { tag: "tag:yaml.org,2002:null", default: true, test: /^(?:~|null|Null|NULL)?$/, resolve: () => null },
  { tag: "tag:yaml.org,2002:bool", default: true, test: /^(?:True|TRUE|False|FALSE)$/, resolve: () => UNCLEAR },
  {
    // Whole numbers and fractions, in any spelling that some YAML reader takes for a number.
    tag: "tag:yaml.org,2002:float",
    default: true,
    test: /^[-+]?(?:0[bBoOxX][\da-fA-F_]+|\d[\d_]*(?:\.[\d_]*)?(?:[eE][-+]?\d+)?|\.[\d_]+(?:[eE][-+]?\d+)?|\.(?:inf|Inf|INF|nan|NaN|NAN))$/,
    resolve: numberText,
  },
  { tag: "tag:yaml.org,2002:timestamp", default: true, test: /^\d{4}-\d\d?-\d\d?(?:$|[Tt \t])/, resolve: () => UNCLEAR },
];

function numberText(text: string): string | typeof UNCLEAR {
  if (/^(?:0|-?[1-9]\d{0,17})$/.test(text)) return text;
  return /^-?(?:0|[1-9]\d*)\.\d+$/.test(text) && String(Number(text)) === text ? text : UNCLEAR;
}
