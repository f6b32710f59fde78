// Community modules of no use any more: another module or Prosody itself does their work, they do not work with this version, or they left
// the repository.

import type { ModuleInfo } from "../../schema/schema.ts";
import { isAutoloaded } from "../../schema/schema.ts";
import { compareVersions } from "../../schema/version.ts";
import { CURRENT_VERSION } from "../../schema/versions.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { replaceText } from "./shared/literals.ts";
import { modulesOf } from "./shared/modulesOf.ts";
import type { ModuleName } from "../../semantics/moduleNames.ts";
import { removeItem } from "./shared/removal.ts";
import { sectionKey } from "../../semantics/sections.ts";
import { removing } from "./shared/moduleFix.ts";
import { code, prosody } from "./shared/words.ts";

export const supersededModule: LuaRule = {
  kind: "lua",
  id: "superseded-module",
  severity: "information",
  byVersion: true,
  check(context) {
    for (const module of modulesOf(context)) {
      const known = context.schema.module(module.name);
      if (known === undefined || module.use === "disable") continue;
      const successor = successorOf(known, context);
      if (successor === undefined) {
        reportOutdated(module, known, context);
        continue;
      }
      const fix = fixFor(module, successor, known, context);
      context.report({
        span: module.value.span,
        tags: ["deprecated"],
        message: `The community module ${code(module.name)} is superseded by ${code(successor.name)}${successor.origin === "bundled" ? ", which comes with Prosody" : ""}. See whether you still need it.`,
        page: successor.page,
        ...(fix === undefined ? {} : { fixes: () => [fix()] }),
      });
    }
  },
};

/** Without a module in its place. */
function reportOutdated(module: ModuleName, known: ModuleInfo, context: LuaContext): void {
  const why = reasonOf(known, context);
  if (why === undefined) return;
  context.report({
    span: module.value.span,
    tags: ["deprecated"],
    message: `The community module ${code(module.name)} ${why}`,
    page: known.page,
    ...(module.use === "enable" ? removing(module, context, false) : {}),
  });
}

function reasonOf({ origin, community }: ModuleInfo, { schema: { version } }: LuaContext): string | undefined {
  if (origin !== "community" || community === undefined || community.successor !== undefined) return undefined;
  const { obsolete, compatibility = {}, gone } = community;
  if (obsolete !== undefined && compareVersions(version, obsolete.since) >= 0) return `is of no use any more. ${obsolete.note}`;
  const works = compatibility[version] ?? (version === CURRENT_VERSION ? compatibility.trunk : undefined);
  if (works === "no") return `does not work with ${prosody(version)}, as its page says. Nothing takes its place.`;
  return gone === true ? "left the community repository, and nothing takes its place. A copy may not work any more." : undefined;
}

/** What took a community module's place, where this version has it. */
function successorOf({ name, origin, community }: ModuleInfo, { schema }: LuaContext): ModuleInfo | undefined {
  const successor = community?.successor;
  if (origin !== "community" || successor === undefined || successor === name) return undefined;
  const known = schema.module(successor);
  return known?.availability === "now" ? known : undefined;
}

function fixFor(module: ModuleName, successor: ModuleInfo, old: ModuleInfo, context: LuaContext): (() => Fix) | undefined {
  const { use, value, item, name } = module;
  const { text, schema } = context;
  if (value.folded === true || use === "other") return undefined;
  const isListed = item?.table.entries.some((entry) => entry.value.kind === "string" && entry.value.value === successor.name);
  const loads =
    use === "enable" && (successor.kind === "component" || isAutoloaded(successor, schema.version) || isListed === true);
  if (loads) {
    if (item === undefined) return undefined;
    return () => ({
      title: `Remove ${code(name)}, as ${code(successor.name)} does its work`,
      edits: [removeItem(text, item.table.span, item.entry.span)],
      safe: false,
    });
  }
  if (use === "component" && successor.kind === "module") return undefined;
  return () => changing(module, successor, old, context);
}

/** With the options that are called otherwise now. */
function changing({ value, section }: ModuleName, successor: ModuleInfo, old: ModuleInfo, { own, text }: LuaContext): Fix {
  const renamed = Object.entries(old.community?.successorOptions ?? {})
    .flatMap(([name, to]) => (own.isSetAnywhere(to) ? [] : own.settingsNamed(name).map((setting) => ({ setting, to }))))
    .filter(({ setting: { section: at } }) => at.kind === "global" || sectionKey(at) === sectionKey(section))
    .filter(({ setting: { name, nameSpan } }) => text.slice(nameSpan.start, nameSpan.end) === name)
    .map(({ setting, to }): TextEdit => ({ span: setting.nameSpan, newText: to }))
    .sort((a, b) => a.span.start - b.span.start);
  return {
    title: `Change to ${code(successor.name)}${renamed.length === 0 ? "" : ", with its options"}`,
    edits: [replaceText(text, value.span, successor.name), ...renamed],
    changes: Object.keys(old.community?.successorOptions ?? {}),
    safe: false,
  };
}
