// Every text of a file at the place whose type is known: the ground of the rules about the form of texts. Worked out once, since many rules ask.

import type { StringValue, Value } from "../../../model/value.ts";
import { isUnion } from "../../../schema/kinds/describe.ts";
import type { DetailedType, SimpleKind, TypeSpec } from "../../../schema/types.ts";
import type { Fix, LuaContext, Report } from "../../rule.ts";
import { partsIn } from "./valueParts.ts";
import type { Leaf } from "../../../semantics/leaves.ts";
import { replaceText } from "./literals.ts";
import { typedSettings } from "./typedSettings.ts";
import type { TypedSetting } from "./typedSettings.ts";
import { code } from "./words.ts";

export type Kind = SimpleKind | DetailedType["is"];

export interface TypedLeaf extends TypedSetting, Leaf {
  /** All kinds that may stand there. */
  readonly kinds: ReadonlySet<Kind>;
}

export interface TypedText extends TypedLeaf {
  readonly value: StringValue;
  /** Without blanks around it. */
  readonly text: string;
}

export function typedLeaves(context: LuaContext): readonly TypedLeaf[] {
  return context.once(findLeaves);
}

/** Texts that are written out: neither empty nor still to be filled in by a template, nor several in one. */
export function textsOf(context: LuaContext, ...kinds: readonly Kind[]): readonly TypedText[] {
  const texts = context.once(findTexts);
  const [first, second] = kinds.filter((kind) => texts.kinds.has(kind));
  if (first === undefined) return [];
  // In the order of the file.
  return texts.all.filter((text) => (second === undefined ? text.kinds.has(first) : kinds.some((kind) => text.kinds.has(kind))));
}

function findLeaves(context: LuaContext): readonly TypedLeaf[] {
  const leaves: TypedLeaf[] = [];
  const known = context.schema.once(newKinds);
  for (const { setting, option } of typedSettings(context)) {
    for (const leaf of partsIn(context, option.type, setting.value)) {
      if (leaf.whole === true) continue;
      const type = leaf.among ?? leaf.type;
      let kinds = known.get(type);
      if (kinds === undefined) {
        kinds = kindsOf(type);
        known.set(type, kinds);
      }
      const { value, inside, among, item, whole } = leaf;
      leaves.push({ type: leaf.type, value, inside, among, item, whole, setting, option, kinds });
    }
  }
  return leaves;
}

function newKinds(): Map<TypeSpec, ReadonlySet<Kind>> {
  return new Map();
}

interface Texts {
  readonly all: readonly TypedText[];
  /** Of any of them. */
  readonly kinds: ReadonlySet<Kind>;
}

function findTexts(context: LuaContext): Texts {
  const all: TypedText[] = [];
  const kinds = new Set<Kind>();
  for (const leaf of typedLeaves(context)) {
    const { value } = leaf;
    // Of the options of community modules, types are mostly guessed from how they are read.
    if (value.kind !== "string" || leaf.option.origin === "community" || !isFinished(value.value)) continue;
    const { type, inside, among, item, whole, setting, option } = leaf;
    const text = value.value.trim();
    all.push({ type, value, inside, among, item, whole, setting, option, kinds: leaf.kinds, text });
    for (const kind of leaf.kinds) kinds.add(kind);
  }
  return { all, kinds };
}

/** Neither empty nor filled in by a template: `{{ x }}`, `<x>`, `${X}`, `__X__`, `%x%`, `X_Y`. */
export function isFinished(text: string): boolean {
  return text.trim() !== "" && !/[{}<>$]|__|%\w+%|@@|(?:^|[^A-Za-z\d])[A-Z]+_[A-Z_]+(?:$|[^A-Za-z\d])/.test(text);
}

function kindsOf(type: TypeSpec): ReadonlySet<Kind> {
  if (typeof type === "string") return new Set([type]);
  return new Set(isUnion(type) ? type.flatMap((member) => [...kindsOf(member)]) : [type.is]);
}

/** How a message calls the place: the option, or a part of it. */
export function subject({ setting, option }: TypedSetting, value: Value): string {
  return value === setting.value ? code(option.name) : `This part of ${code(option.name)}`;
}

/** The fixes of a report that writes another text instead; none where the text is computed. */
export function rewriting(
  context: LuaContext,
  value: StringValue,
  meant: string | undefined,
  safe: boolean,
  title = meant === undefined ? "" : `Change to ${code(meant)}`,
): Pick<Report, "fixes"> {
  if (meant === undefined || value.folded === true) return {};
  const edits: Fix["edits"] = [replaceText(context.text, value.span, meant)];
  return { fixes: () => [{ title, edits, safe }] };
}
