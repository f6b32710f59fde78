// Module names that are not known.

import type { Origin, Schema } from "../../schema/schema.ts";
import type { ModuleKind } from "../../schema/types.ts";
import type { LuaContext, LuaRule, Report } from "../rule.ts";
import { KnownNames } from "../suggest.ts";
import { isPrefixed } from "./module-prefix.ts";
import { providerName } from "./provider-in-modules.ts";
import { isJoined } from "./shared/joined.ts";
import { renaming } from "./shared/moduleFix.ts";
import { modulesOf } from "./shared/modulesOf.ts";
import type { ModuleName } from "../../semantics/moduleNames.ts";
import { deprecationNow } from "./shared/typedSettings.ts";
import { code, didYouMean, prosody } from "./shared/words.ts";

export const unknownModule: LuaRule = {
  kind: "lua",
  id: "unknown-module",
  severity: "warning",
  check(context) {
    const suggestions = context.schema.once(suggestionsFor);
    for (const module of modulesOf(context)) {
      if (module.name === "" || isJoined(module.name, "module")) continue;
      if (isPrefixed(module.name) || (module.use === "enable" && providerName(module.name) !== undefined)) continue;
      if (context.schema.module(module.name) === undefined) context.report(unknown(module, suggestions, context));
    }
  },
};

function unknown(module: ModuleName, suggestions: Suggestions, context: LuaContext): Report {
  const { name, value, use } = module;
  const { schema } = context;
  const meant = suggestions.of(name, use);
  if (use === "disable" || meant === undefined) {
    const effect =
      use === "disable" ? "so disabling it changes nothing" : "so it must be one of your own, found through `plugin_paths`";
    return {
      span: value.span,
      severity: "information",
      message: `${code(name)} is not bundled with ${prosody(schema.version)} and not known in the community repository, ${effect}.${meant === undefined ? "" : ` ${didYouMean(meant)}`}`,
    };
  }
  const page = schema.module(meant)?.page;
  return {
    span: value.span,
    message: `No known module is called ${code(name)}, and Prosody goes on without those that it does not find. ${didYouMean(meant)}`,
    ...(page === undefined ? {} : { page }),
    ...renamed(module, meant, context),
  };
}

/** With folders of one's own, a module may well be called like that. */
function renamed(module: ModuleName, meant: string, context: LuaContext): Pick<Report, "fixes"> {
  const { fixes } = renaming(module, meant, context);
  if (fixes === undefined) return {};
  return { fixes: () => fixes().map((fix) => (context.own.isSetAnywhere("plugin_paths") ? { ...fix, safe: false } : fix)) };
}

/** Preparing all names takes longer than all else that is done here. */
function suggestionsFor(schema: Schema): Suggestions {
  return new Suggestions(schema);
}

/** Names that may have been meant: bundled modules first; where a component is wanted, components alone; no providers. */
class Suggestions {
  private readonly names = new Map<string, KnownNames>();

  constructor(private readonly schema: Schema) {}

  of(name: string, use: ModuleName["use"]): string | undefined {
    const component = use === "component";
    return this.known("bundled", component).nearest(name) ?? this.known("community", component).nearest(name);
  }

  private known(origin: Origin, component: boolean): KnownNames {
    const key = `${origin} ${component}`;
    const known = this.names.get(key) ?? new KnownNames(this.usable(origin, component));
    this.names.set(key, known);
    return known;
  }

  private usable(origin: Origin, component: boolean): readonly string[] {
    const kinds: readonly ModuleKind[] = component ? ["component", "both"] : ["module", "both", "component"];
    return [...this.schema.modules.values()]
      .filter((module) => module.origin === origin && module.availability === "now" && kinds.includes(module.kind))
      .filter((module) => module.entry === undefined || deprecationNow(module.entry, this.schema) === undefined)
      .map((module) => module.name);
  }
}
