// Options of a host that say what the global section says already.

import type { Setting } from "../../model/config.ts";
import type { Value } from "../../model/value.ts";
import { keyText } from "../../model/value.ts";
import type { LuaRule } from "../rule.ts";
import { everything } from "./shared/everything.ts";
import { isPlain } from "./shared/literals.ts";
import { removeSetting } from "./shared/removal.ts";
import { sectionKey } from "../../semantics/sections.ts";
import { settingFor } from "./shared/wholeFile.ts";
import { code, inSection } from "./shared/words.ts";

export const repeatedOption: LuaRule = {
  kind: "lua",
  meta: {
    id: "repeated-option",
    severity: "hint",
    fixable: true,
    summary: "An option of a host with the value of the global section.",
  },
  check(context) {
    const { file, schema, text, report } = context;
    const all = everything(context);
    const [global] = all.sections;
    if (global === undefined) return;
    for (const setting of file.settings) {
      const { name, nameSpan, value, section } = setting;
      const option = schema.option(name);
      if (section.kind === "global" || !section.certain || option?.origin !== "bundled" || option.scope !== "host") continue;
      // Lists of modules add to each other.
      if (!isSetOnce(setting, all.settings) || LISTS.has(name) || !isPlain(value)) continue;
      const above = settingFor(all, name, global);
      if (above?.section.kind !== "global" || !isPlain(above.value) || !sameValue(value, above.value)) continue;
      report({
        span: nameSpan,
        tags: ["unnecessary"],
        message: `${code(name)} has this value in the global section already, and ${inSection(section)} that holds too. It need not be set again.`,
        ...(file.settings.includes(above) ? { related: [{ span: above.nameSpan, message: "The global section" }] } : {}),
        page: option.page,
        fixes: () => [{ title: `Remove ${code(name)}`, edits: [removeSetting(text, setting)], safe: true }],
      });
    }
  },
};

const LISTS = new Set(["modules_enabled", "modules_disabled", "enabled"]);

function isSetOnce({ name, section, certain, form }: Setting, all: readonly Setting[]): boolean {
  if (!certain || (form !== "assign" && form !== "field")) return false;
  return all.filter((other) => other.name === name && sectionKey(other.section) === sectionKey(section)).length === 1;
}

function sameValue(a: Value, b: Value): boolean {
  if (a.kind === "table" && b.kind === "table") {
    if (a.entries.length !== b.entries.length) return false;
    return a.entries.every((entry, i) => {
      const other = b.entries[i];
      return (
        other !== undefined &&
        (entry.key === undefined) === (other.key === undefined) &&
        keyText(entry) === keyText(other) &&
        sameValue(entry.value, other.value)
      );
    });
  }
  return "value" in a && "value" in b && a.kind === b.kind && a.value === b.value;
}
