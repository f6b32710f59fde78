// What the thing under the mouse is.

import type { Analysis, ContainerAnalysis, EnvAnalysis } from "../analyse.ts";
import { isOfficial } from "../model/container.ts";
import { versionOfTag } from "../schema/imageTag.ts";
import { explainForeignVariable } from "./explainForeign.ts";
import type { Variables } from "./envFacts.ts";
import { explainItem } from "./envItems.ts";
import { envReadings } from "./envReadings.ts";
import { situationOf } from "./envSituation.ts";
import { envThingAt, luaThingAt, variableThingAt } from "./things.ts";
import type { Thing } from "./things.ts";
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
  const thing = luaThingAt(analysis, schema, offset);
  const markdown = thing === undefined ? undefined : explain(thing, schema);
  return thing === undefined || markdown === undefined ? undefined : { span: thing.span, markdown };
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
    const thing = variableThingAt(text, variables, known, offset);
    const found = thing === undefined ? undefined : explainAmong(thing, container.variables, known);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** In a value, what each tool reads there comes first. */
function envHover(analysis: EnvAnalysis, schema: Schema, offset: number): Hover | undefined {
  const thing = envThingAt(analysis, schema, offset);
  const found = thing === undefined ? undefined : explainAmong(thing, analysis.file, schema);
  if (thing === undefined || found === undefined) return undefined;
  const { span, markdown } = found;
  const variable = analysis.file.variables.find(({ valueSpan }) => touches(valueSpan, span.start));
  if (variable === undefined || span.start < variable.valueSpan.start) return found;
  const readings = envReadings(analysis, variable, schema.variable(variable.name)?.secret === true);
  return {
    span,
    markdown: thing.kind === "variable" ? `${readings}\n\n---\n${markdown}` : `${markdown}\n\n---\n${readings}`,
  };
}

/** With what comes of it beside the other variables. What an item cannot say itself, its variable does. */
function explainAmong(thing: Thing, file: Variables, schema: Schema): Hover | undefined {
  const item = thing.kind === "envItem" ? explainItem(thing.item, file, schema) : undefined;
  if (item !== undefined) return { span: thing.span, markdown: item };
  const markdown = explain(thing, schema);
  if (markdown === undefined) return undefined;
  const here = thing.kind === "variable" ? situationOf(thing.name, file, schema) : undefined;
  return { span: thing.span, markdown: here === undefined ? markdown : `${markdown}\n\n---\n${here}` };
}

function explain(thing: Thing, schema: Schema): string | undefined {
  switch (thing.kind) {
    case "option": {
      const option = schema.option(thing.name);
      return option && explainOption(option, schema);
    }
    case "field":
      return explainField(thing.option, thing.name, thing.field);
    case "module": {
      const module = schema.module(thing.name);
      return module && explainModule(module, schema);
    }
    case "provider": {
      const module = schema.module(`${thing.family}_${thing.name}`);
      if (module !== undefined) return explainModule(module, schema);
      const provider = schema.providers(thing.family).find((candidate) => candidate.name === thing.name);
      return provider && explainProvider(provider, FAMILIES[thing.family]);
    }
    case "enumValue":
      return explainEnumValue(thing.option, thing.value);
    case "directive": {
      const directive = schema.directive(thing.name);
      return directive && explainDirective(directive, schema);
    }
    case "variable":
    case "envItem": {
      const variable = schema.variable(thing.name);
      return variable && explainVariable(variable, schema);
    }
  }
}
