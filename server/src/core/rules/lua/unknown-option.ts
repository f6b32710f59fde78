// Options that nobody reads. Prosody takes any name without a word, so a misspelt option is the quietest of all mistakes.

import type { Section, Setting } from "../../model/config.ts";
import { isKnownGlobal } from "../../model/evaluate.ts";
import type { OptionInfo, Schema } from "../../schema/schema.ts";
import { equals } from "../../semantics/equals.ts";
import type { Configuration } from "../../semantics/configuration.ts";
import type { LuaContext, LuaRule } from "../rule.ts";
import { KnownNames } from "../suggest.ts";
import { isPortOptionInHost } from "./port-option-in-host.ts";
import { deprecationNow } from "./shared/typedSettings.ts";
import { code, didYouMean, prosody } from "./shared/words.ts";
import { changing } from "./shared/fixing.ts";

export const unknownOption: LuaRule = {
  kind: "lua",
  id: "unknown-option",
  severity: "warning",
  concerns: (_, option) => option === undefined,
  check(context) {
    const { file, schema, own } = context;
    let candidates: Candidates | undefined;
    for (const setting of file.settings) {
      const { name } = setting;
      if (schema.option(name) !== undefined || schema.directive(name) !== undefined) continue;
      if (setting.form === "member" && isKnownGlobal(name)) continue;
      // What the file itself reads again is a variable of its author's; `_` is where Lua programs throw things away.
      if (name === "_" || own.isRead(name) || isForMigrator(own)) continue;
      candidates ??= candidatesOf(context);
      report(context, setting, candidates);
    }
  },
};

/** What prosody-migrator reads lies beside Prosody's own configuration and is called like one. */
function isForMigrator(own: Configuration): boolean {
  const has = (wanted: string): boolean => own.globalSettings(wanted).some(({ form }) => form === "append");
  return has("input") && has("output") && !own.hasSections;
}

/** Names of options that may have been meant, the likely ones first. */
interface Candidates {
  readonly inHost: KnownNames;
  readonly bundled: KnownNames;
  /** Of community modules that the file enables and modules of one's own, and of all community modules. */
  readonly enabled: KnownNames;
  readonly community: KnownNames;
}

function candidatesOf({ own, schema }: LuaContext): Candidates {
  const known = schema.once(knownOf);
  const ofEnabled = own.namedModules.flatMap((module) => known.byModule.get(module) ?? []);
  return { ...known, enabled: new KnownNames(new Set([...known.own, ...ofEnabled])) };
}

interface Known extends Omit<Candidates, "enabled"> {
  /** Names of options of modules that are not bundled. */
  readonly own: readonly string[];
  readonly byModule: ReadonlyMap<string, readonly string[]>;
}

/** Preparing all names takes longer than all else that is done here. */
function knownOf(schema: Schema): Known {
  const usable = [...schema.options.values()].filter(
    (option) => option.availability === "now" && deprecationNow(option, schema) === undefined,
  );
  const bundled = usable.filter(({ origin }) => origin === "bundled");
  const others = usable.filter(({ origin }) => origin !== "bundled");
  const names = (options: readonly OptionInfo[]): KnownNames => new KnownNames(options.map(({ name }) => name));
  const byModule = new Map<string, string[]>();
  for (const { name, modules = [] } of others) {
    for (const module of modules) byModule.set(module, [...(byModule.get(module) ?? []), name]);
  }
  return {
    inHost: names(bundled.filter(({ scope }) => scope !== "global")),
    bundled: names(bundled),
    community: names(others.filter(({ origin }) => origin === "community")),
    own: others.filter(({ origin }) => origin === "own").map(({ name }) => name),
    byModule,
  };
}

function report({ schema, text, own, report }: LuaContext, setting: Setting, candidates: Candidates): void {
  const { name, nameSpan, section } = setting;
  const likely = bundledOption(name, section, candidates, schema) ?? candidates.enabled.nearest(name);
  const meant = likely ?? candidates.community.nearest(name);
  // Where it stands is wrong as well, and that is told. What does not parse may read it.
  if (meant === undefined && (isPortOptionInHost(setting, schema) || own.hasDoubtful)) return;
  const option = meant === undefined ? undefined : schema.option(meant);
  const isMeantOff = likely === "enabled" && section.kind !== "global" && equals(setting.value, false);
  const message = isMeantOff
    ? `No known module reads ${code(name)}, so this ${code(section.kind === "host" ? "VirtualHost" : "Component")} is active at present. ${didYouMean(likely)}`
    : likely === undefined
      ? `No module of ${prosody(schema.version)} and none of the known community modules reads ${code(name)}. ${meant === undefined ? "If it is not for a module of your own, check the spelling." : didYouMean(meant)}`
      : `No known module reads ${code(name)}, and Prosody ignores such options without a word. ${didYouMean(likely)}`;
  report({
    span: nameSpan,
    ...(likely === undefined ? { severity: "information" as const } : {}),
    message,
    ...(option === undefined ? {} : { page: option.page }),
    // A key in brackets and quotes is left to the author.
    ...(meant === undefined || text.slice(nameSpan.start, nameSpan.end) !== name
      ? {}
      : changing(
          { span: nameSpan },
          meant,
          likely !== undefined,
          isMeantOff ? `Change to ${code(meant)}, which switches it off` : undefined,
        )),
  });
}

/** Under a host, an option that has an effect there rather than another. */
function bundledOption(name: string, section: Section, { inHost, bundled }: Candidates, schema: Schema): string | undefined {
  const found = bundled.nearest(name);
  if (found === undefined || section.kind === "global" || schema.option(found)?.scope !== "global") return found;
  return inHost.nearest(name) ?? found;
}
