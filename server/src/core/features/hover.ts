// What the symbol under the mouse is.

import type { Analysis, ContainerAnalysis, EnvAnalysis } from "../analyse.ts";
import { isOfficial } from "../model/container.ts";
import { versionOfTag } from "../schema/imageTag.ts";
import { explainForeignVariable } from "./explainForeign.ts";
import type { Variables } from "./envFacts.ts";
import { explainItem } from "./envItems.ts";
import { envReadings } from "./envReadings.ts";
import { situationOf } from "./envSituation.ts";
import { luaSymbolAt, variableSymbolAt } from "./symbolAt.ts";
import type { SourceSymbol } from "./symbolAt.ts";
import type { Schema } from "../schema/schema.ts";
import { touches } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import {
  explainDirective,
  explainEnumValue,
  explainField,
  explainModule,
  explainOption,
  explainProvider,
  explainVariable,
} from "./explain.ts";

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

const FAMILIES = { auth: "authentication provider", storage: "storage driver", authz: "authorization provider" } as const;

export function hover(analysis: Analysis, schema: Schema, offset: number): Hover | undefined {
  if (analysis.kind === "container") return containerHover(analysis, schema, offset);
  if (analysis.kind === "env") return envHover(analysis, schema, offset);
  const symbol = luaSymbolAt(analysis, schema, offset);
  const markdown = symbol === undefined ? undefined : explain(symbol, schema);
  return symbol === undefined || markdown === undefined ? undefined : { span: symbol.span, markdown };
}

/** In the version of the image; what another image makes of its variables is not known. */
function containerHover({ file, text }: ContainerAnalysis, schema: Schema, offset: number): Hover | undefined {
  for (const container of file.containers) {
    const { variables } = container.variables;
    if (!isOfficial(container)) {
      const found = variables.find(({ name, nameSpan }) => name.startsWith("PROSODY") && touches(nameSpan, offset));
      if (found !== undefined)
        return { span: found.nameSpan, markdown: explainForeignVariable(found.name, container.image?.name) };
      continue;
    }
    const known = schema.forVersion(versionOfTag(container.image?.tag) ?? schema.version);
    const symbol = variableSymbolAt(text, variables, known, offset);
    const found = symbol === undefined ? undefined : explainAmong(symbol, container.variables, known);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** In a value, what each tool reads there comes first. */
function envHover(analysis: EnvAnalysis, schema: Schema, offset: number): Hover | undefined {
  const symbol = variableSymbolAt(analysis.text, analysis.file.variables, schema, offset);
  const found = symbol === undefined ? undefined : explainAmong(symbol, analysis.file, schema);
  if (symbol === undefined || found === undefined) return undefined;
  const { span, markdown } = found;
  const variable = analysis.file.variables.find(({ valueSpan }) => touches(valueSpan, span.start));
  if (variable === undefined || span.start < variable.valueSpan.start) return found;
  const readings = envReadings(analysis, variable, schema.variable(variable.name)?.secret === true);
  return {
    span,
    markdown: symbol.kind === "variable" ? `${readings}\n\n---\n${markdown}` : `${markdown}\n\n---\n${readings}`,
  };
}

/** With what comes of it beside the other variables. What an item cannot say itself, its variable does. */
function explainAmong(symbol: SourceSymbol, file: Variables, schema: Schema): Hover | undefined {
  const item = symbol.kind === "envItem" ? explainItem(symbol.item, file, schema) : undefined;
  if (item !== undefined) return { span: symbol.span, markdown: item };
  const markdown = explain(symbol, schema);
  if (markdown === undefined) return undefined;
  const here = symbol.kind === "variable" ? situationOf(symbol.name, file, schema) : undefined;
  return { span: symbol.span, markdown: here === undefined ? markdown : `${markdown}\n\n---\n${here}` };
}

function explain(symbol: SourceSymbol, schema: Schema): string | undefined {
  switch (symbol.kind) {
    case "option": {
      const option = schema.option(symbol.name);
      return option && explainOption(option, schema);
    }
    case "field":
      return explainField(symbol.option, symbol.name, symbol.field);
    case "module": {
      const module = schema.module(symbol.name);
      return module && explainModule(module, schema);
    }
    case "provider": {
      const module = schema.module(`${symbol.family}_${symbol.name}`);
      if (module !== undefined) return explainModule(module, schema);
      const provider = schema.providers(symbol.family).find((candidate) => candidate.name === symbol.name);
      return provider && explainProvider(provider, FAMILIES[symbol.family]);
    }
    case "enumValue":
      return explainEnumValue(symbol.option, symbol.value);
    case "directive": {
      const directive = schema.directive(symbol.name);
      return directive && explainDirective(directive, schema);
    }
    case "variable":
    case "envItem": {
      const variable = schema.variable(symbol.name);
      return variable && explainVariable(variable, schema);
    }
  }
}
