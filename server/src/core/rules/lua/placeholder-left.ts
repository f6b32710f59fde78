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
      if (name?.kind !== "string" || !certain || !isHostToCome(name.value)) continue;
      const isTemplate = ENGINE.test(name.value);
      const hole = (ENGINE.exec(name.value) ?? HOLE.exec(name.value))?.[0];
      // Once is enough for what is filled in at all places together.
      const first = hole === undefined ? undefined : context.own.hostNameWith(hole);
      if (first !== undefined && first.toLowerCase() !== name.value.toLowerCase()) continue;
      context.report({
        span: name.span,
        ...(isTemplate ? { severity: "information" } : {}),
        message: "This name is a placeholder. Write the domain that the server is reached by.",
      });
    }
  },
};

function isPlaceholder(text: string): boolean {
  return text.length <= LONGEST && PLACEHOLDER.test(text);
}

/** Whether a name of a host waits to be filled in: by a person, a script or a template. */
export function isHostToCome(name: string): boolean {
  return name.length <= LONGEST && (DOMAIN.test(name) || HOLE.test(name) || isPlaceholder(name));
}

/** `<your-domain>`, `${X}`, `$X`, `%X%`, `{{ x }}`, `__X__`, `@X@`, `YOUR_DOMAIN`. */
const HOLE =
  /<[^<>]*>|\$\{?\w|%\w+%|%%\w+%%|\{\{|\{%|__[A-Za-z]\w*__|@\w+@|(?:^|\.)(?:[A-Z]+_[A-Z_]+|DOMAIN|HOST|HOSTNAME|FQDN|DOMAINNAME|CHANGEME)(?:\.|$)/;

/** Of templates that are filled in as a whole. */
const ENGINE = /\{\{|\{%|<%/;

const LONGEST = 200;

/** As a whole: `change-me`, `YOUR_SECRET`, `replace this`, `xxxx`. */
const PLACEHOLDER =
  /^(?:change[-_ ]?(?:me|this|it)!*|(?:insert|put|enter)[-_ ](?:your|the|a)[-_ ][\w -]*|replace[-_ ]?(?:me|this|with[\w -]*)|your?[-_ ](?:very[-_ ])?(?:own[-_ ])?(?:secret|password|passwd|pass|key|token|user(?:name)?|database)(?:[-_ ](?:here|key|goes here))?|x{4,}|todo|fixme|placeholder|<(?:your|insert|replace|my|the)?[-_ ]?[\w -]*(?:secret|password|token|key|domain|host)[\w -]*>)$/i;

const DOMAIN =
  /^(?:[\w-]+\.)*(?:your|my)-?(?:domain|server|host|site)(?:-?name)?\.(?:com|org|net|tld|xyz|im)$|^(?:[\w-]+\.)*(?:your|my)\.(?:domain|server|host|site)(?:\.\w+)?$|^(?:[\w-]+\.)*(?:your|my)-?(?:domain|server|hostname)$|\.tld$/i;
