// Why a module would do nothing, or harm, where somebody wants it, and what would do instead.

import { deprecationNow } from "../rules/lua/shared/typedSettings.ts";
import { isAutoloaded } from "../schema/schema.ts";
import type { ModuleInfo } from "../schema/schema.ts";
import type { Target } from "./draft.ts";
import type { ModuleAnswers, OptionAnswers } from "./modules.ts";
import { optionProblem } from "./needs.ts";
import { componentsOf, homeModule, homes, placeOf } from "./places.ts";
import type { Work } from "./scaffold.ts";

export interface Refusal {
  readonly reason: string;
  /** What would do instead. */
  readonly offer?: Offer;
}

export type Offer =
  | { readonly kind: "component"; readonly module: string }
  | { readonly kind: "module"; readonly name: string }
  | { readonly kind: "externalComponent" };

export function moduleRefusal(work: Work, { name, host, options = {} }: ModuleAnswers): Refusal | undefined {
  const { draft, schema } = work;
  if (!/^\w+$/.test(name)) return { reason: "A module is named by letters, digits and underscores, without mod_ and .lua." };
  if (host !== "*" && !draft.has(host)) return { reason: `There is no ${host} in this file.` };
  const info = schema.module(name);
  const wrong = info === undefined ? undefined : (kindRefusal(info, host, work) ?? neighbourRefusal(info, host, work));
  if (wrong !== undefined) return wrong;
  const target = placeOf(work, info, host);
  const off = [name, ...(info?.depends ?? []).flatMap((other) => (other.optional === true ? [] : [other.name]))]
    .map((module) => [module, draft.disabledAt(module, target)] as const)
    .find(([, line]) => line !== undefined);
  if (off !== undefined) {
    const [module, line = 0] = off;
    const why = module === name ? "" : `, and \`${name}\` does not load without it`;
    return { reason: `\`${module}\` is in \`modules_disabled\` (line ${line})${why}. Take it out there first.` };
  }
  return optionsRefusal(work, name, options);
}

export function componentRefusal(work: Work, module: string, options: OptionAnswers = {}): Refusal | undefined {
  if (!/^\w+$/.test(module)) return { reason: "A module is named by letters, digits and underscores, without mod_ and .lua." };
  const info = work.schema.module(module);
  if (module === "component")
    return { reason: "A component that is a program of its own has no module.", offer: { kind: "externalComponent" } };
  const serves = info?.depends.some((other) => other.name === "http") === true;
  if (info?.origin === "bundled" && info.kind === "module" && !serves)
    return { reason: `\`${module}\` is no component: it does its work inside a host.`, offer: { kind: "module", name: module } };
  if (info?.origin === "bundled" && !["component", "both", "module"].includes(info.kind)) return providerRefusal(info);
  return optionsRefusal(work, module, options);
}

function optionsRefusal({ schema }: Work, module: string, options: OptionAnswers): Refusal | undefined {
  const problems = Object.entries(options).flatMap(([option, text]) => optionProblem(option, text, module, schema) ?? []);
  return problems[0] === undefined ? undefined : { reason: problems[0] };
}

/** What does not go into a list of modules at all, or need not. */
function kindRefusal(info: ModuleInfo, host: Target, work: Work): Refusal | undefined {
  const { name, kind, entry } = info;
  const { draft, schema } = work;
  if (kind === "component")
    return { reason: `\`${name}\` is a component: it needs a name of its own.`, offer: { kind: "component", module: name } };
  if (kind !== "module" && kind !== "both") return providerRefusal(info);
  const isComponent = host !== "*" && !draft.hosts.includes(host.toLowerCase());
  if (!isComponent && isAutoloaded(info, schema.version))
    return { reason: `Prosody loads \`${name}\` on every host by itself, so nothing has to be added.` };
  const outdated = entry === undefined ? undefined : deprecationNow(entry, schema);
  if (outdated === undefined) return undefined;
  const { to, note = "It is out of date." } = outdated;
  return {
    reason: `\`${name}\` should not be added any more. ${note}`,
    ...(to === undefined ? {} : { offer: { kind: "module", name: to } }),
  };
}

const CHOSEN_WITH: Readonly<Record<string, string>> = { auth: "authentication", storage: "storage", authz: "authorization" };

function providerRefusal({ name, kind }: ModuleInfo): Refusal {
  const option = CHOSEN_WITH[kind];
  if (option === undefined) return { reason: `\`${name}\` is loaded by the modules that need it, so nothing has to be added.` };
  const value = name.slice(name.indexOf("_") + 1);
  return { reason: `\`${name}\` is chosen with \`${option} = "${value}"\` and does not go into \`modules_enabled\`.` };
}

/** What does not go together with what is there. */
function neighbourRefusal(info: ModuleInfo, host: Target, work: Work): Refusal | undefined {
  const { name, kind, entry } = info;
  const { draft } = work;
  const other = entry?.conflicts?.find((one) => draft.enables(one, host));
  if (other !== undefined)
    return { reason: `\`${name}\` and \`${other}\` exclude each other, and \`${other}\` is enabled. Take that out first.` };
  const [there] = kind === "both" ? componentsOf(work, name) : [];
  if (there !== undefined)
    return { reason: `\`${name}\` is there already, as the component ${there}; as a module there would be two of it.` };
  const home = homeModule(work, info);
  if (home === undefined) return undefined;
  const [first, second] = homes(work, info, host);
  const inside = `\`${name}\` does its work inside a component of \`${home}\``;
  if (first === undefined)
    return { reason: `${inside}, and there is none in this file.`, offer: { kind: "component", module: home } };
  return second === undefined ? undefined : { reason: `${inside}. Say in which: ${homes(work, info, host).join(", ")}.` };
}
