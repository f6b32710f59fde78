// Works what people declare into the schema, one name at a time. What Prosody has itself stays as it is, unless an option is declared
// by name at the top: that has the last word.

import type { OwnKnowledge, OwnOption } from "./extension.ts";
import type { ModuleInfo, OptionInfo } from "./info.ts";
import type { ModuleKind } from "./types.ts";

/** `known`: what the schema has without it. */
export function withOwnOption(name: string, known: OptionInfo | undefined, own: OwnKnowledge): OptionInfo | undefined {
  let info = known;
  for (const [module, { options = {}, link }] of Object.entries(own.modules)) {
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    // A copy of a community module tells nothing new; that Prosody's own options are read is no news either.
    if (
      option === undefined ||
      info?.origin === "bundled" ||
      (info?.origin === "community" && info.modules?.includes(module) === true)
    )
      continue;
    const found = ownOption(name, option, link);
    info = {
      ...found,
      summary: found.summary ?? `Read by \`${module}\`, a module of yours.`,
      // Two modules may read one name as different things: then nothing is certain of its type.
      ...(info !== undefined && JSON.stringify(info.type) !== JSON.stringify(option.type) ? { type: "any" } : {}),
      modules: [...(info?.modules ?? []), module],
    };
  }
  const declared = Object.hasOwn(own.options, name) ? own.options[name] : undefined;
  if (declared === undefined) return info;
  const found = ownOption(name, declared);
  return info?.origin === "bundled" ? { ...info, ...found, origin: "bundled" } : found;
}

export function ownOptionNames({ modules, options }: OwnKnowledge): readonly string[] {
  return [...Object.values(modules).flatMap((module) => Object.keys(module.options ?? {})), ...Object.keys(options)];
}

export function withOwnModule(name: string, known: ModuleInfo | undefined, own: OwnKnowledge): ModuleInfo | undefined {
  const entry = Object.hasOwn(own.modules, name) ? own.modules[name] : undefined;
  if (entry === undefined) return known;
  // A copy of a module that is known anyway: it is there now, and more is known of it than its source tells.
  if (known !== undefined && entry.summary === undefined) return { ...known, availability: "now" };
  return {
    ...(known ?? { community: undefined }),
    name,
    origin: known?.origin ?? "own",
    availability: "now",
    kind: entry.kind ?? known?.kind ?? kindByName(name),
    page: entry.link ?? known?.page ?? "",
    summary: entry.summary ?? "A module of yours.",
    depends: entry.depends ?? known?.depends ?? [],
  };
}

function ownOption(name: string, option: OwnOption, link?: string): OptionInfo {
  return { ...option, name, origin: "own", availability: "now", page: option.link ?? link ?? "" };
}

/** Providers are found by their names, as Prosody does it. */
function kindByName(name: string): ModuleKind {
  return (["auth", "storage", "authz"] as const).find((family) => name.startsWith(`${family}_`)) ?? "module";
}
