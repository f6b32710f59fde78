// Numbers that are plainly in another unit than the one in which Prosody reads them: 10 for 10 MB, 7 for 7 days.

import { secondsOf } from "../../schema/kinds/periods.ts";
import type { Json } from "../../schema/types.ts";
import type { LuaRule } from "../rule.ts";
import { typedLeaves } from "./shared/texts.ts";
import type { TypedLeaf } from "./shared/texts.ts";
import { code } from "./shared/words.ts";
import { ofKind } from "./shared/concerns.ts";
import { changing } from "./shared/fixing.ts";

export const unlikelyUnit: LuaRule = {
  kind: "lua",
  id: "unlikely-unit",
  severity: "information",
  concerns: ofKind("size", "period"),
  check(context) {
    for (const leaf of typedLeaves(context)) {
      const { value, setting, option } = leaf;
      if (value.kind !== "number" || value !== setting.value || option.origin === "community") continue;
      const found = problemOf(leaf, value.value);
      if (found === undefined) continue;
      const { meant } = found;
      context.report({
        span: value.span,
        message: `${code(option.name)} counts in ${found.unit}: this is ${value.value} ${found.unit}. Did you mean ${code(meant)}?`,
        page: option.page,
        ...changing(value, meant, false),
      });
    }
  },
};

interface Problem {
  readonly unit: "bytes" | "seconds";
  readonly meant: string;
}

const DAY = 86_400;

function problemOf({ kinds, option }: TypedLeaf, number: number): Problem | undefined {
  if (!Number.isInteger(number) || number < 1) return undefined;
  if (kinds.has("size")) {
    const usual = typeof option.default === "number" ? option.default : 0;
    return usual >= 1024 * 1024 && number < 1024 ? { unit: "bytes", meant: `${number} * 1024 * 1024` } : undefined;
  }
  if (!kinds.has("period")) return undefined;
  return secondsByDefault(option.default) >= DAY && number <= 366
    ? { unit: "seconds", meant: `"${number} ${number === 1 ? "day" : "days"}"` }
    : undefined;
}

function secondsByDefault(value: Json | undefined): number {
  if (typeof value === "number") return value;
  return typeof value === "string" ? (secondsOf(value) ?? 0) : 0;
}
