// Configurations with one wrong value each, for every option that Prosody itself or one of its modules reads, and the same without it.

import { homeComponent } from "../../server/src/core/semantics/loaded.ts";
import type { OptionInfo, Schema } from "../../server/src/core/schema/schema.ts";
import { frame } from "./serverRuns.ts";
import type { TextFor } from "./serverRuns.ts";

export interface WrongCase {
  readonly option: string;
  /** Lua source; undefined: without the option. */
  readonly value: string | undefined;
  readonly text: TextFor;
}

/** By what each is called in the schema. */
export const SHAPES: Readonly<Record<string, string>> = {
  text: '"x"',
  negative: "-1",
  number: "5",
  false: "false",
  true: "true",
  list: '{ "a", "b" }',
  one: '{ "a" }',
  nested: '{ { "a" } }',
  empty: "{}",
};

const BASE = ["disco", "roster", "saslauth", "tls", "limits", "stop_when_started"];

export function optionsOf(schema: Schema): readonly OptionInfo[] {
  const own = [...schema.options.values()].filter(({ origin, availability }) => origin === "bundled" && availability === "now");
  return own.sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function caseOf(option: OptionInfo, value: string | undefined, schema: Schema): WrongCase {
  const { name, modules = [] } = option;
  const readers = modules.filter((module) => schema.module(module)?.availability === "now");
  const listed: string[] = [];
  const lines: string[] = [];
  let component = option.component === "only" ? "component" : undefined;
  const inside: string[] = [];
  for (const module of readers) {
    const home = homeComponent(module, schema);
    const kind = schema.module(module)?.kind;
    if (module.startsWith("auth_")) lines.push(`authentication = "${module.slice("auth_".length)}"`);
    else if (module.startsWith("storage_")) lines.push(`storage = "${module.slice("storage_".length)}"`);
    else if (home !== undefined) [component] = [home, inside.push(module)];
    else if (kind === "component" || (kind === "both" && module !== "proxy65")) component = module;
    else if (kind === "module") listed.push(module);
  }
  for (const { name: other, requiredBy = [], example } of schema.requiredOptions) {
    if (other !== name && requiredBy.some((module) => readers.includes(module)))
      lines.push(example?.includes("\n") === false ? example : `${other} = "x"`);
  }
  const set = value === undefined ? [] : [`${name} = ${value}`];
  // What others read too is set for all.
  const isInside = component !== undefined && listed.length === 0 && (option.component !== undefined || option.scope === "host");
  const all = [...new Set([...BASE, ...listed])].map((module) => `"${module}"`).join(", ");
  const text: TextFor = (folder) =>
    [
      ...frame(folder),
      `modules_enabled = { ${all} }`,
      ...lines.filter((line) => !line.startsWith(`${name} =`)),
      ...(isInside ? [] : set),
      'VirtualHost "a.example"',
      ...(component === undefined ? [] : [`Component "c.a.example" "${component}"`]),
      ...(inside.length === 0 ? [] : [`modules_enabled = { ${inside.map((module) => `"${module}"`).join(", ")} }`]),
      ...(isInside ? set : []),
    ]
      .filter((line, index) => value === undefined || index >= 5 || !line.startsWith(`${name} =`))
      .map((line) => `${line}\n`)
      .join("");
  return { option: name, value, text };
}
