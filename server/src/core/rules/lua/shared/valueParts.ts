// The single values inside a setting's value, by the option's type: worked out once for a part of a file, as many rules ask.

import type { Value } from "../../../model/value.ts";
import type { TypeSpec } from "../../../schema/types.ts";
import { partsOf } from "../../../semantics/leaves.ts";
import type { Leaf } from "../../../semantics/leaves.ts";
import type { LuaContext } from "../../rule.ts";

/** The single values, and the tables with named keys that they stand in. `type`: that of the option. */
export function partsIn(context: LuaContext, type: TypeSpec, value: Value): readonly Leaf[] {
  const known = context.once(newParts);
  let parts = known.get(value);
  if (parts === undefined) {
    parts = partsOf(type, value);
    known.set(value, parts);
  }
  return parts;
}

/** The single values. */
export function leavesIn(context: LuaContext, type: TypeSpec, value: Value): readonly Leaf[] {
  return partsIn(context, type, value).filter((part) => part.whole !== true);
}

function newParts(): Map<Value, readonly Leaf[]> {
  return new Map();
}
