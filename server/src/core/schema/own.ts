// Works what people declare into the schema. What Prosody has itself stays as it is, unless an option is declared by name at the top:
// that has the last word.

import type { OwnKnowledge, OwnOption } from "./extension.ts";
import type { ModuleInfo, OptionInfo } from "./schema.ts";
import type { ModuleKind } from "./types.ts";

export function addOwnOptions(options: Map<string, OptionInfo>, own: OwnKnowledge | undefined): void {
  for (const [module, { options: read = {}, link }] of Object.entries(own?.modules ?? {})) {
    for (const [name, option] of Object.entries(read)) {
      const known = options.get(name);
      // A copy of a community module tells nothing new; that Prosody's own options are read is no news either.
      if (known?.origin === "bundled" || (known?.origin === "community" && known.modules?.includes(module) === true)) continue;
      const info = ownOption(name, option, link);
      options.set(name, {
        ...info,
        summary: info.summary ?? `Read by \`${module}\`, a module of yours.`,
        // Two modules may read one name as different things: then nothing is certain of its type.
        ...(known !== undefined && JSON.stringify(known.type) !== JSON.stringify(option.type) ? { type: "any" } : {}),
        modules: [...(known?.modules ?? []), module],
      });
    }
  }
  for (const [name, option] of Object.entries(own?.options ?? {})) {
    const known = options.get(name);
    const info = ownOption(name, option);
    options.set(name, known?.origin === "bundled" ? { ...known, ...info, origin: "bundled" } : info);
  }
}

export function addOwnModules(modules: Map<string, ModuleInfo>, own: OwnKnowledge | undefined): void {
  for (const [name, entry] of Object.entries(own?.modules ?? {})) {
    const known = modules.get(name);
    // A copy of a module that is known anyway: it is there now, and more is known of it than its source tells.
    if (known !== undefined && entry.summary === undefined) {
      modules.set(name, { ...known, availability: "now" });
      continue;
    }
    modules.set(name, {
      ...known,
      name,
      origin: known?.origin ?? "own",
      availability: "now",
      kind: entry.kind ?? known?.kind ?? kindByName(name),
      page: entry.link ?? known?.page ?? "",
      summary: entry.summary ?? "A module of yours.",
      depends: entry.depends ?? known?.depends ?? [],
    });
  }
}

function ownOption(name: string, option: OwnOption, link?: string): OptionInfo {
  return { ...option, name, origin: "own", availability: "now", page: option.link ?? link ?? "" };
}

/** Providers are found by their names, as Prosody does it. */
function kindByName(name: string): ModuleKind {
  return (["auth", "storage", "authz"] as const).find((family) => name.startsWith(`${family}_`)) ?? "module";
}
