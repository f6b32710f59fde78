// What the thing under the mouse is.

import type { Analysis, ContainerAnalysis, EnvAnalysis } from "../analyse.ts";
import { isOfficial } from "../model/container.ts";
import { versionOfTag } from "../schema/imageTag.ts";
import { explainForeignVariable } from "./explainForeign.ts";
import { envReadings } from "./envReadings.ts";
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
    const markdown = thing === undefined ? undefined : explain(thing, known);
    if (thing !== undefined && markdown !== undefined) return { span: thing.span, markdown };
  }
  return undefined;
}

/** In a value, what each tool reads there comes first. */
function envHover(analysis: EnvAnalysis, schema: Schema, offset: number): Hover | undefined {
  const thing = envThingAt(analysis, schema, offset);
  const markdown = thing === undefined ? undefined : explain(thing, schema);
  if (thing === undefined || markdown === undefined) return undefined;
  const variable = analysis.file.variables.find(({ valueSpan }) => touches(valueSpan, thing.span.start));
  if (variable === undefined || thing.span.start < variable.valueSpan.start) return { span: thing.span, markdown };
  const readings = envReadings(analysis, variable, schema.variable(variable.name)?.secret === true);
  return {
    span: thing.span,
    markdown: thing.kind === "variable" ? `${readings}\n\n---\n${markdown}` : `${markdown}\n\n---\n${readings}`,
  };
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
    case "variable": {
      const variable = schema.variable(thing.name);
      return variable && explainVariable(variable, schema);
    }
  }
}
