// What the text at an offset means: an option's name, a module in a list, a key of a table, a directive, an environment variable.
// Joins the model with the schema; hovers, and later definitions and references, ask here.

import type { LuaAnalysis } from "../analyse.ts";
import type { ProviderFamily } from "../schema/knowledge.ts";
import { walkTyped } from "../schema/kinds/walk.ts";
import type { Schema } from "../schema/schema.ts";
import type { EnumValue, FieldEntry } from "../schema/types.ts";
import { touches } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import type { ConfigPart, Section } from "../model/config.ts";
import type { EnvVariable } from "../model/envFile.ts";
import { envItemAt } from "./envItems.ts";
import type { EnvItem } from "./envItems.ts";

export type SourceSymbol = { readonly span: Span } & (
  | { readonly kind: "option"; readonly name: string; readonly section?: Section }
  | { readonly kind: "field"; readonly option: string; readonly name: string; readonly field: FieldEntry }
  | { readonly kind: "module"; readonly name: string }
  | { readonly kind: "provider"; readonly family: ProviderFamily; readonly name: string }
  | { readonly kind: "enumValue"; readonly option: string; readonly value: EnumValue }
  | { readonly kind: "directive"; readonly name: string }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "envItem"; readonly name: string; readonly item: EnvItem }
);

/** The innermost symbol at the offset. */
export function luaSymbolAt(analysis: LuaAnalysis, schema: Schema, offset: number): SourceSymbol | undefined {
  const candidates = luaSymbols(analysis, schema, offset).filter((symbol) => touches(symbol.span, offset));
  return candidates.reduce<SourceSymbol | undefined>(
    (best, symbol) => (best === undefined || width(symbol) < width(best) ? symbol : best),
    undefined,
  );
}

/** A variable, or what one item of its value means. */
export function variableSymbolAt(
  text: string,
  variables: readonly EnvVariable[],
  schema: Schema,
  offset: number,
): SourceSymbol | undefined {
  const variable = variables.find((item) => touches(item.nameSpan, offset) || touches(item.valueSpan, offset));
  const known = variable === undefined ? undefined : schema.variable(variable.name);
  if (variable === undefined || known === undefined) return undefined;
  if (touches(variable.nameSpan, offset)) return { kind: "variable", name: variable.name, span: variable.nameSpan };
  if (!touches(variable.valueSpan, offset)) return undefined;
  const whole: SourceSymbol = { kind: "variable", name: variable.name, span: variable.valueSpan };
  const item = envItemAt(text, known, variable.valueSpan, offset);
  if (item === undefined) return whole;
  if (item.kind !== "module") return { kind: "envItem", name: variable.name, item, span: item.span };
  return schema.module(item.text) === undefined ? whole : { kind: "module", name: item.text, span: item.span };
}

function luaSymbols(analysis: LuaAnalysis, schema: Schema, offset: number): readonly SourceSymbol[] {
  const { syntax } = analysis;
  const parts = analysis.file.partsAround(offset);
  const symbols: SourceSymbol[] = [...parts.flatMap(directiveSymbols), ...valueWords(analysis, schema, offset)];
  for (const ref of parts.flatMap(({ envRefs }) => envRefs)) symbols.push({ kind: "variable", name: ref.name, span: ref.span });
  for (const setting of parts.flatMap(({ settings }) => settings)) {
    if (!touches(setting.span, offset)) continue;
    symbols.push({ kind: "option", name: setting.name, section: setting.section, span: setting.nameSpan });
    const type = schema.option(setting.name)?.type;
    if (type === undefined || setting.form === "member") continue;
    walkTyped(type, setting.value, (place) => {
      if (place.kind === "field") {
        symbols.push({ kind: "field", option: setting.name, name: place.name, field: place.field, span: place.span });
        return;
      }
      const { value } = place;
      const text = value.kind === "string" ? value.value : undefined;
      if ((place.type === "module" || place.type === "componentmodule") && text !== undefined) {
        symbols.push({ kind: "module", name: text, span: value.span });
      } else if (typeof place.type === "object" && place.type.is === "provider" && text !== undefined) {
        symbols.push({ kind: "provider", family: place.type.of, name: text, span: value.span });
      } else if (typeof place.type === "object" && place.type.is === "enum" && "value" in value) {
        const found = place.type.values.find(
          (candidate) => (typeof candidate === "object" ? candidate.value : candidate) === value.value,
        );
        if (found !== undefined) symbols.push({ kind: "enumValue", option: setting.name, value: found, span: value.span });
      }
    });
  }
  for (const broken of syntax.broken) {
    if (broken.name !== undefined) symbols.push({ kind: "option", name: broken.name.text, span: broken.name.span });
  }
  return symbols;
}

function directiveSymbols(file: ConfigPart): readonly SourceSymbol[] {
  const symbols: SourceSymbol[] = file.sections.flatMap((section): SourceSymbol[] => {
    const { directive, module } = section;
    return [
      ...(directive === undefined ? [] : [{ kind: "directive" as const, name: directive.text, span: directive.span }]),
      ...(module?.kind === "string" ? [{ kind: "module" as const, name: module.value, span: module.span }] : []),
    ];
  });
  for (const { span } of file.includes) {
    symbols.push({ kind: "directive", name: "Include", span: { start: span.start, end: span.start + "Include".length } });
  }
  return symbols;
}

/** Words of the language inside values: `FileContents`, `Credential`. */
function valueWords(analysis: LuaAnalysis, schema: Schema, offset: number): readonly SourceSymbol[] {
  const token = analysis.syntax.tokensAround(offset).find((candidate) => candidate.kind === "name" && touches(candidate, offset));
  if (token === undefined || schema.directive(token.text) === undefined) return [];
  return [{ kind: "directive", name: token.text, span: { start: token.start, end: token.end } }];
}

function width(symbol: SourceSymbol): number {
  return symbol.span.end - symbol.span.start;
}
