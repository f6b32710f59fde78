// Services that can be reached from within the container only, although others are meant to reach them.

import type { Schema } from "../../schema/schema.ts";
import type { Span } from "../../text/span.ts";
import type { EnvRule } from "../rule.ts";
import { componentsIn, givenIn, oneValue } from "./shared/given.ts";
import { listItems, trimmed } from "./shared/listItems.ts";
import { subjectsOf, valueSpan } from "./shared/subject.ts";
import type { Subject } from "./shared/subject.ts";

export const loopbackOnly: EnvRule = {
  kind: "env",
  id: "loopback-only",
  severity: "information",
  check(context) {
    const subjects = subjectsOf(context);
    const given = givenIn(subjects);
    if (given.has("PROSODY_CONFIG")) return;
    const external = given.get("PROSODY_EXTERNAL_COMPONENTS");
    if (external !== undefined && oneValue(external) !== undefined && listItems(external).length > 0)
      context.report({ span: external.variable.nameSpan, message: message("components", "component_interfaces", 5347) });
    const http = firstWebThing(subjects, given.get("PROSODY_ENABLE_MODULES"), context.schema);
    if (http !== undefined) context.report({ span: http, message: message("HTTP requests", "http_interfaces", 5280) });
  },
};

function message(what: string, option: string, port: number): string {
  return `Prosody accepts ${what} on the loopback address of the container only (port ${port}). Unless \`${option}\` is set in the extra configuration, nothing outside the container reaches it.`;
}

/** The first module that answers HTTP requests. */
function firstWebThing(subjects: readonly Subject[], modules: Subject | undefined, schema: Schema): Span | undefined {
  const isWeb = (name: string | undefined): boolean =>
    name !== undefined && schema.module(name)?.depends.some((one) => one.name === "http") === true;
  const component = componentsIn(subjects)?.find(({ module }) => isWeb(module?.text));
  const components = givenIn(subjects).get("PROSODY_COMPONENTS");
  if (component !== undefined && components !== undefined) return component.module?.span ?? valueSpan(components);
  if (modules === undefined || oneValue(modules) === undefined) return undefined;
  const item = listItems(modules)
    .map(trimmed)
    .find(({ text }) => isWeb(text));
  return item === undefined ? undefined : (item.span ?? valueSpan(modules));
}
