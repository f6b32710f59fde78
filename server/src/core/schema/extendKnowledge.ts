// Adds what people declare, and what their modules say, to the knowledge. Later ones win over earlier ones. The rules of precedence
// towards what Prosody has itself are the schema's.

import type { OwnKnowledge, OwnModule, OwnOption, OwnVariable } from "./extension.ts";
import type { Knowledge } from "./knowledge.ts";

export interface Extension {
  readonly knowledge: OwnKnowledge;
  /** Where it comes from, as an address to open: the page of what has none. */
  readonly address: string;
}

export function extendKnowledge(knowledge: Knowledge, extensions: readonly Extension[]): Knowledge {
  if (extensions.length === 0) return knowledge;
  const modules: Record<string, OwnModule> = { ...knowledge.own?.modules };
  const options: Record<string, OwnOption> = { ...knowledge.own?.options };
  const variables: Record<string, OwnVariable> = { ...knowledge.own?.variables };
  for (const { knowledge: own, address } of extensions) {
    const linked = <Entry extends { readonly link?: string }>(entry: Entry): Entry => ({ link: address, ...entry });
    for (const [name, entry] of Object.entries(own.modules)) modules[name] = merged(modules[name], linked(entry));
    for (const [name, entry] of Object.entries(own.options)) options[name] = linked(entry);
    for (const [name, entry] of Object.entries(own.variables)) variables[name] = linked(entry);
  }
  // Copied with its getters: what is read when first needed shall not be read for this.
  const own: Knowledge["own"] = { modules, options, variables };
  const copy = Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(knowledge), own: { value: own, enumerable: true } },
  );
  return copy as Knowledge;
}

/** A module that is declared and found as well: what is declared of it adds to what its source says. */
function merged(before: OwnModule | undefined, after: OwnModule): OwnModule {
  if (before === undefined) return after;
  return { ...before, ...after, options: { ...before.options, ...after.options } };
}
