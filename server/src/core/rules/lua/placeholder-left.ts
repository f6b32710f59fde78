// Values that say of themselves that they are to be replaced. Secrets have a rule of their own.

import type { Value } from "../../model/value.ts";
import type { LuaRule } from "../rule.ts";
import { secretsOf } from "./shared/secrets.ts";
import { subject, typedLeaves } from "./shared/texts.ts";

export const placeholderLeft: LuaRule = {
  kind: "lua",
  id: "placeholder-left",
  severity: "warning",
  check(context) {
    const secrets = new Set<Value>(secretsOf(context).map(({ value }) => value));
    for (const leaf of typedLeaves(context)) {
      const { value, option } = leaf;
      if (value.kind !== "string" || secrets.has(value) || !isPlaceholder(value.value)) continue;
      context.report({
        span: value.span,
        message: `${subject(leaf, value)} still has a word that stands for a value to come. Write the real one.`,
        page: option.page,
      });
    }
    for (const { name, certain } of context.file.sections) {
      if (name?.kind !== "string" || !certain || !DOMAIN.test(name.value)) continue;
      context.report({
        span: name.span,
        message: "This name stands for a domain to come. Write the one that the server is reached by.",
      });
    }
  },
};

function isPlaceholder(text: string): boolean {
  return text.length <= LONGEST && PLACEHOLDER.test(text);
}

const LONGEST = 200;

/** As a whole: `change-me`, `YOUR_SECRET`, `replace this`, `xxxx`. */
const PLACEHOLDER =
  /^(?:change[-_ ]?(?:me|this|it)!*|(?:insert|put|enter)[-_ ](?:your|the|a)[-_ ][\w -]*|replace[-_ ]?(?:me|this|with[\w -]*)|your?[-_ ](?:very[-_ ])?(?:own[-_ ])?(?:secret|password|passwd|pass|key|token|user(?:name)?|database)(?:[-_ ](?:here|key|goes here))?|x{4,}|todo|fixme|placeholder|<(?:your|insert|replace|my|the)?[-_ ]?[\w -]*(?:secret|password|token|key|domain|host)[\w -]*>)$/i;

const DOMAIN = /^(?:[\w-]+\.)*(?:your|my)-?(?:domain|server|host|site)(?:-?name)?\.(?:com|org|net|tld|xyz|im)$|\.tld$/i;
