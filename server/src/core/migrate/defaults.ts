// Options that are not set and whose default is another one in the other version. Only where something reads them.

import type { Section } from "../model/config.ts";
import { luaLiteral } from "../rules/lua/shared/literals.ts";
import { code, prosody } from "../rules/lua/shared/words.ts";
import { secondsOf } from "../schema/kinds/periods.ts";
import type { OptionInfo, Schema } from "../schema/schema.ts";
import type { Json } from "../schema/types.ts";
import { compareVersions, isDeprecated } from "../schema/version.ts";
import { known } from "../text/known.ts";
import type { Usage } from "./usage.ts";
import type { UpgradeEntry } from "./upgrade.ts";

export function changedDefaults(usage: Usage, to: Schema): readonly UpgradeEntry[] {
  // What a part of a configuration does not set may stand elsewhere.
  if (!usage.isMain) return [];
  return [
    ...differentDefaults(usage.schema, to)
      .filter(({ is }) => !hasReach(is, to))
      .flatMap(({ was, is }) => changedDefault(usage, was, is, to)),
    ...changedReach(usage, to),
  ];
}

/** Options that both versions read, with another default. */
export function differentDefaults(from: Schema, to: Schema): readonly { readonly was: OptionInfo; readonly is: OptionInfo }[] {
  return [...to.options.values()].flatMap((is) => {
    const was = from.option(is.name);
    if (was?.availability !== "now" || is.availability !== "now" || is.origin !== "bundled") return [];
    if (isDeprecated(was, from.version) || isDeprecated(is, to.version)) return [];
    return sameDefault(was, is) ? [] : [{ was, is }];
  });
}

function changedDefault(usage: Usage, was: OptionInfo, is: OptionInfo, to: Schema): readonly UpgradeEntry[] {
  const { name, modules = [], scope, component, page } = is;
  const change = Object.hasOwn(to.upgrades.defaults, name) ? to.upgrades.defaults[name] : undefined;
  if (change !== undefined && "same" in change) return [];
  if (modules.length > 0 && !modules.some((module) => usage.isLoaded(module))) return [];
  const sections = placesOf(usage, modules, scope === "global", component === "only");
  const open = sections.filter((section) => !usage.isSet(name, section));
  const [first] = open;
  if (first === undefined) return [];
  const forward = compareVersions(usage.schema.version, to.version) < 0;
  const span = first.kind === "component" ? first.header : modules.flatMap((module) => usage.mention(module) ?? [])[0];
  const where = open.length < sections.length || first.kind === "component" ? ` (here: ${open.map(titleOf).join(", ")})` : "";
  return [
    {
      kind: "default-changed",
      severity: change?.severity ?? "information",
      rule: "default-changed",
      message: [
        `${code(name)} is not set${where}, so ${inWords(is)} holds in ${prosody(to.version)} instead of ${inWords(was)}.`,
        ...(forward && change !== undefined ? [change.note] : []),
        ...(usage.isWhole ? [] : ["A file that is included may set it."]),
        ...(was.default === undefined ? [] : [`To keep it as it was: ${code(`${name} = ${luaLiteral(was.default)}`)}.`]),
      ].join(" "),
      ...known({ span }),
      page,
    },
  ];
}

function placesOf(usage: Usage, modules: readonly string[], isGlobal: boolean, componentsOnly: boolean): readonly Section[] {
  if (isGlobal) return usage.file.sections.slice(0, 1);
  return usage.sectionsWith(modules, componentsOnly ? "component" : "any");
}

function titleOf({ kind, name }: Section): string {
  if (kind === "global") return "the global section";
  return name?.kind === "string" ? code(name.value) : "one host";
}

/** Where a service listens is told of the service. */
function hasReach({ name }: OptionInfo, { services }: Schema): boolean {
  return Object.values(services).some(({ privateSince, prefix }) => privateSince !== undefined && name === `${prefix}interfaces`);
}

/** Services that listen for this machine alone in one of the versions. */
function changedReach(usage: Usage, to: Schema): readonly UpgradeEntry[] {
  const from = usage.schema;
  return Object.entries(to.services).flatMap(([name, service]): readonly UpgradeEntry[] => {
    const { privateSince, module, prefix, title } = service;
    if (privateSince === undefined || !usage.isLoaded(module)) return [];
    const [before, after] = [from, to].map(({ version }) => compareVersions(version, privateSince) >= 0);
    if (before === after) return [];
    const listening = [`${prefix}interfaces`, `${prefix}interface`, `${prefix}ports`, "interfaces", "interface"];
    if (listening.some((option) => usage.isSetAnywhere(option))) return [];
    const span = usage.mention(module);
    const option = code(`${prefix}interfaces`);
    return [
      {
        kind: "default-changed",
        severity: "warning",
        rule: "default-changed",
        message:
          after === true
            ? `${prosody(to.version)} takes ${title} (service ${code(name)}) from this machine alone, as long as ${option} is not set. That is right behind a proxy on the same machine; otherwise name the addresses to listen on, or use HTTPS.`
            : `${prosody(to.version)} takes ${title} (service ${code(name)}) from everywhere, as long as ${option} is not set. To keep them on this machine: ${code(`${prefix}interfaces = { "127.0.0.1", "::1" }`)}.`,
        ...known({ span, page: to.option(`${prefix}interfaces`)?.page }),
      },
    ];
  });
}

function inWords({ default: value, defaultText }: OptionInfo): string {
  if (value !== undefined) return code(luaLiteral(value));
  return defaultText === undefined ? "no value" : `“${defaultText}”`;
}

function sameDefault(one: OptionInfo, other: OptionInfo): boolean {
  if (one.default === undefined && other.default === undefined) return one.defaultText === other.defaultText;
  return JSON.stringify(comparable(one.default)) === JSON.stringify(comparable(other.default));
}

/** Periods were numbers once. */
function comparable(value: Json | undefined): Json | undefined {
  return typeof value === "string" && /^\d+ ?[a-z]+$/.test(value) ? (secondsOf(value) ?? value) : value;
}
