// What the thing under the mouse is.

import type { Analysis } from "../analyse.ts";
import { envThingAt, luaThingAt } from "./things.ts";
import type { Thing } from "./things.ts";
import type { Schema } from "../schema/schema.ts";
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
  if (analysis.kind === "container") return undefined;
  const thing = analysis.kind === "lua" ? luaThingAt(analysis, schema, offset) : envThingAt(analysis, schema, offset);
  const markdown = thing === undefined ? undefined : explain(thing, schema);
  return thing === undefined || markdown === undefined ? undefined : { span: thing.span, markdown };
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
