// Which options a rule can say anything of at all, by their types: a part of a file whose options are none of them is passed over.

import { isUnion } from "../../../schema/kinds/describe.ts";
import type { DetailedType, EnumValue, FieldEntry, Risk, SimpleKind, TypeSpec } from "../../../schema/types.ts";
import { mayHold } from "../../../semantics/leaves.ts";
import type { LuaRule } from "../../rule.ts";

type Concerns = NonNullable<LuaRule["concerns"]>;

/** Values of one of these kinds may stand somewhere in the option. */
export function ofKind(...kinds: readonly (SimpleKind | DetailedType["is"])[]): Concerns {
  return (_, option) =>
    option !== undefined && mayHold(option.type, (kind) => kinds.includes(typeof kind === "string" ? kind : kind.is));
}

/** Some choice of the option is as wanted. */
export function withChoice(isWanted: (choice: Exclude<EnumValue, string | number | boolean>) => boolean): Concerns {
  const has = (kind: SimpleKind | DetailedType): boolean =>
    typeof kind !== "string" && kind.is === "enum" && kind.values.some((one) => typeof one === "object" && isWanted(one));
  return (_, option) => option !== undefined && mayHold(option.type, has);
}

/** The option, or a key in its table, is known to be risky in a way. */
export function withRisks(kind: Risk["kind"]): Concerns {
  const isRisky = ({ risks = [] }: { readonly risks?: readonly Risk[] }): boolean => risks.some((risk) => risk.kind === kind);
  return (_, option) => option !== undefined && (isRisky(option) || someField(option.type, isRisky));
}

export const withSecrets: Concerns = (_, option) =>
  option !== undefined && (option.secret === true || someField(option.type, ({ secret }) => secret === true));

function someField(type: TypeSpec, isWanted: (field: FieldEntry) => boolean): boolean {
  if (isUnion(type)) return type.some((member) => someField(member, isWanted));
  if (typeof type === "string") return false;
  if (type.is === "list") return someField(type.items, isWanted);
  if (type.is !== "record") return false;
  return Object.values(type.fields).some((field) => isWanted(field) || someField(field.type, isWanted));
}
