// Configurations that Lua evaluates before and after: fixes that a page calls no change keep what the configuration amounts to, and so
// do refactorings that move nothing.

import { diffConfigs, sameValue } from "../../../server/src/core/effective/diff.ts";
import type { ConfigValue, HostOptions } from "../../../server/src/core/effective/types.ts";
import { fixAll } from "../../../server/src/core/rules/fixAll.ts";
import { RULES } from "../../../server/src/core/rules/index.ts";
import { evaluateFiles } from "../../effective/evaluateFiles.ts";
import { schemaFor } from "../../support/knowledge.ts";
import { analyseLua } from "../../support/ruleProject.ts";
import { bases, pageOf } from "../bases.ts";
import { must } from "../target.ts";
import type { Target } from "../target.ts";
import { LUA_PIECES } from "./lua.ts";

const MAIN = "p.cfg.lua";

async function evaluated(text: string): Promise<HostOptions | undefined> {
  const result = await evaluateFiles({ [MAIN]: text }, { environment: { X: "x" } });
  return result.status === "ok" ? result.config : undefined;
}

export const effective: Target = {
  name: "effective",
  weight: 1,
  untimed: true,
  bases: () => bases("lua").filter((text) => text.length < 4_000),
  pieces: LUA_PIECES,
  hold: async (text) => {
    const before = await evaluated(text);
    if (before === undefined) return;
    const fixed = fixAll(analyseLua(text), schemaFor(), { analyse: analyseLua });
    if (fixed.text === text) return;
    const after = await evaluated(fixed.text);
    must(after !== undefined, "it does not load after safe fixes");
    const changing = fixed.fixes.filter(({ rule }) => CHANGING.has(rule));
    if (changing.length > 0) return;
    const { addedHosts, removedHosts, changes } = diffConfigs(before, after);
    must(addedHosts.length + removedHosts.length === 0, "a fix makes other hosts");
    for (const { option, before: was, after: is } of changes)
      must(
        alike(was, is),
        `a fix that changes nothing changes ${option} (${[...new Set(fixed.fixes.map(({ rule }) => rule))].join(", ")})`,
      );
  },
};

/** Their pages say what else they do. */
const CHANGING = new Set(RULES.filter((rule) => pageOf(rule.id).changes.length > 0).map(({ id }) => id));

/** Lists are sets to most of Prosody, and one item is the same as a list of it. */
function alike(one: ConfigValue | undefined, other: ConfigValue | undefined): boolean {
  const items = (value: ConfigValue | undefined): readonly string[] =>
    [...new Set((Array.isArray(value) ? value : [value]).map((item) => JSON.stringify(item)))].sort();
  return sameValue(one ?? false, other ?? false) || items(one).join() === items(other).join();
}
