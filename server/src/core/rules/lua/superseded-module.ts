// Community modules whose work another module does by now, often one that comes with Prosody.

import type { ModuleInfo } from "../../schema/schema.ts";
import { isAutoloaded } from "../../schema/schema.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { replaceText } from "./shared/literals.ts";
import { moduleNames } from "./shared/oldModuleNames.ts";
import type { ModuleName } from "../../semantics/moduleNames.ts";
import { removeItem } from "./shared/removal.ts";
import { sectionKey } from "../../semantics/sections.ts";
import { code } from "./shared/words.ts";

export const supersededModule: LuaRule = {
  kind: "lua",
  meta: {
    id: "superseded-module",
    severity: "information",
    fixable: true,
    summary: "A community module whose work another module does by now.",
  },
  check(context) {
    for (const module of moduleNames(context.file, context.schema)) {
      const known = context.schema.module(module.name);
      const successor = known === undefined || module.use === "disable" ? undefined : successorOf(known, context);
      if (known === undefined || successor === undefined) continue;
      const fix = fixFor(module, successor, known, context);
      context.report({
        span: module.value.span,
        tags: ["deprecated"],
        message: `The community module ${code(module.name)} is superseded by ${code(successor.name)}${successor.origin === "bundled" ? ", which comes with Prosody" : ""}. See whether you still need it.`,
        page: successor.page,
        ...(fix === undefined ? {} : { fixes: () => [fix] }),
      });
    }
  },
};

/** What took a community module's place, where this version has it. */
function successorOf({ name, origin, community }: ModuleInfo, { schema }: LuaContext): ModuleInfo | undefined {
  const successor = community?.successor;
  if (origin !== "community" || successor === undefined || successor === name) return undefined;
  const known = schema.module(successor);
  return known?.availability === "now" ? known : undefined;
}

function fixFor(
  { use, value, item, name, section }: ModuleName,
  successor: ModuleInfo,
  old: ModuleInfo,
  { file, text, schema }: LuaContext,
): Fix | undefined {
  if (value.folded === true || use === "other") return undefined;
  const isListed = item?.table.entries.some((entry) => entry.value.kind === "string" && entry.value.value === successor.name);
  const loads =
    use === "enable" && (successor.kind === "component" || isAutoloaded(successor, schema.version) || isListed === true);
  if (loads) {
    if (item === undefined) return undefined;
    return {
      title: `Remove ${code(name)}, as ${code(successor.name)} does its work`,
      edits: [removeItem(text, item.table.span, item.entry.span)],
      safe: false,
    };
  }
  if (use === "component" && successor.kind === "module") return undefined;
  const renamed = file.settings.flatMap((setting): readonly TextEdit[] => {
    const names = old.community?.successorOptions ?? {};
    const to = Object.hasOwn(names, setting.name) ? names[setting.name] : undefined;
    const concerns = setting.section.kind === "global" || sectionKey(setting.section) === sectionKey(section);
    if (to === undefined || !concerns || file.settings.some((other) => other.name === to)) return [];
    return text.slice(setting.nameSpan.start, setting.nameSpan.end) === setting.name
      ? [{ span: setting.nameSpan, newText: to }]
      : [];
  });
  return {
    title: `Change to ${code(successor.name)}${renamed.length === 0 ? "" : ", with its options"}`,
    edits: [replaceText(text, value.span, successor.name), ...renamed],
    safe: false,
  };
}
