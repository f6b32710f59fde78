// Texts of a compose file: YAML's scalars with Compose's variables in them.

import { ELSEWHERE } from "../../text/elsewhere.ts";
import type { YamlNode, YamlScalar } from "../yaml/tree.ts";
import { UNCLEAR } from "../yaml/tree.ts";
import type { Given } from "./syntax.ts";

/** `$$`, `${NAME…}` with braces of one level inside, `$NAME`. */
const REFERENCE = /\$(?:(\$)|\{([A-Za-z_]\w*)(?:(:?[-+?])((?:[^{}$]|\$\{[^{}]*\})*))?\}|[A-Za-z_]\w*)/g;

/** Undefined where there is no scalar, or one of which tools make different texts. */
export function composeText(node: YamlNode | undefined): Given | undefined {
  if (node?.kind !== "scalar" || node.value === null || node.value === UNCLEAR) return undefined;
  return interpolated(node, node.value);
}

export function interpolated({ span, verbatim }: YamlScalar, value: string): Given {
  if (!value.includes("$")) return { text: value, span, ...(verbatim === undefined ? {} : { verbatim }) };
  // A reference that Compose would refuse says nothing.
  if (value.replace(REFERENCE, "").includes("${")) return { text: ELSEWHERE, span };
  const text = value.replace(REFERENCE, (_all, dollar?: string) => (dollar === undefined ? ELSEWHERE : "$"));
  const withDefaults = value.replace(REFERENCE, (_all, dollar?: string, _name?: string, operator?: string, word?: string) => {
    if (dollar !== undefined) return "$";
    return operator?.endsWith("-") === true ? (word ?? "").replace(REFERENCE, ELSEWHERE) : ELSEWHERE;
  });
  return { text, span, ...(withDefaults === text ? {} : { withDefaults }) };
}

/** Compose would take a lone `$` for a reference. */
export function escaped(value: string): string {
  return value.replaceAll("$", "$$$$");
}
