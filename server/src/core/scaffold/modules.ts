// Modules and components with all that they need: their options, a place where they load, and what the user should know of ports and names.

import { luaString } from "../rules/lua/shared/literals.ts";
import type { ModuleInfo } from "../schema/schema.ts";
import type { Target } from "./draft.ts";
import { setUpOpenMetrics, setUpTurn } from "./features.ts";
import { isSet, neededOptions, needsOf, settingOf } from "./needs.ts";
import { openedPorts } from "./openedPorts.ts";
import { homeModule, placeOf } from "./places.ts";
import type { Work } from "./scaffold.ts";

/** Values of options, as a person types them. */
export type OptionAnswers = Readonly<Record<string, string>>;

export interface ModuleAnswers {
  readonly name: string;
  /** `*` for the whole server. */
  readonly host: Target;
  readonly options?: OptionAnswers;
}

export function enableModule(work: Work, { name, host, options = {} }: ModuleAnswers): Work {
  const info = work.schema.module(name);
  const target = placeOf(work, info, host);
  const moved = target === host ? [] : [`\`${name}\` went ${whereTo(work, target, info)}`];
  const before = work.draft.analysis;
  const done =
    SCAFFOLDS[name]?.(work, target, options) ??
    withOptions(
      work.with((draft) => draft.enable(target, [name])),
      name,
      target,
      options,
    );
  const notes = [...moved, ...aboutModule(name, info, work), ...openedPorts(name, before, work.schema)];
  return notes.reduce((so, sentence) => so.say(sentence), target === "*" ? done.with((draft) => draft.noteRepeated(name)) : done);
}

/** Modules that more belongs to than their own options. */
const SCAFFOLDS: Readonly<Record<string, (work: Work, target: Target, options: OptionAnswers) => Work>> = {
  http_openmetrics: (work) => setUpOpenMetrics(work),
  turn_external: (work, target, options) => {
    const [first = "example.org"] = target === "*" ? work.draft.hosts : [target];
    const turnHost = options["turn_external_host"]?.trim() ?? `turn.${first}`;
    return setUpTurn(work, { host: first, turnHost, target });
  },
};

/** A component of a module. */
export function addModuleComponent(work: Work, name: string, module: string, options: OptionAnswers = {}): Work {
  const before = work.draft.analysis;
  const added = work.with((draft) => draft.addSection(`Component ${luaString(name)} ${luaString(module)}`, name, []));
  const done = withOptions(added, module, name, options);
  const info = work.schema.module(module);
  const http = info?.depends.some((other) => other.name === "http") === true;
  const names = http
    ? `${name} needs a DNS record, and the certificate for HTTPS has to hold that name.`
    : `For users of other servers ${name} needs DNS records and a certificate of its own.`;
  const notes = [...aboutModule(module, info, work), ...openedPorts(module, before, work.schema), names, ...orphan(work, name)];
  return notes.reduce((so, sentence) => so.say(sentence), done);
}

function orphan({ draft }: Work, name: string): readonly string[] {
  const parent = name.slice(name.indexOf(".") + 1).toLowerCase();
  if (draft.hosts.length === 0 || draft.hosts.includes(parent)) return [];
  return [`${name} is no subdomain of a host in this file: name it in \`disco_items\` of the host whose users shall find it.`];
}

/** Sets what the module cannot do without: what was answered, a new secret, or something to be looked at. */
function withOptions(work: Work, module: string, target: Target, answers: OptionAnswers): Work {
  const [host = "example.org"] = target === "*" ? work.draft.hosts : [target];
  const proposals = new Map(needsOf(module, work.schema, host).map((need) => [need.option, need.proposal]));
  return neededOptions(module, work.schema).reduce((so, option) => {
    if (isSet(so.draft, option, target)) return so;
    const place = option.scope === "global" ? "*" : target;
    if (option.secret === true)
      return so.withSecret(option.name.replace(/_secret$/, ""), (next, lua) =>
        next.with((draft) => draft.set(place, { name: option.name, value: lua })),
      );
    const given = answers[option.name];
    const text = given ?? proposals.get(option.name) ?? "";
    const done = so.with((draft) => draft.set(place, settingOf(option, text)));
    return given === undefined
      ? done.say(
          `\`${option.name}\` was set to ${luaString(text)}, as \`${module}\` does not work without it: write what is right for you.`,
        )
      : done;
  }, work);
}

function aboutModule(name: string, info: ModuleInfo | undefined, { schema }: Work): readonly string[] {
  if (info === undefined) return [`${name} is no module that we know; see that it is installed.`];
  const needed = info.depends.filter(({ optional }) => optional !== true).map((other) => `\`${other.name}\``);
  return [
    ...(info.availability === "now" ? [] : [`${name} is no part of Prosody ${schema.version}.`]),
    ...(info.origin === "community" ? [`${name} is a community module: install it with \`prosodyctl install\` first.`] : []),
    ...(needed.length === 0 ? [] : [`It loads ${needed.join(", ")} by itself.`]),
  ];
}

function whereTo(work: Work, target: Target, info: ModuleInfo | undefined): string {
  return target === "*"
    ? "into the global list: it is there once for the whole server."
    : `to ${target}: it does its work inside a component of \`${homeModule(work, info) ?? ""}\`.`;
}
