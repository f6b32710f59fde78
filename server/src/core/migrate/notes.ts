// What is to be done or known beside the file, where its conditions hold. Only on the way up: the notes are written for it.

import { keyText } from "../model/value.ts";
import type { Schema } from "../schema/schema.ts";
import type { UpgradeCondition } from "../schema/types.ts";
import { compareVersions } from "../schema/version.ts";
import type { Span } from "../text/span.ts";
import type { UpgradeEntry } from "./upgrade.ts";
import type { Usage } from "./usage.ts";

export function notes(usage: Usage, to: Schema): readonly UpgradeEntry[] {
  const from = usage.schema.version;
  return to.upgrades.notes.flatMap(({ id, since, severity, when, text, link }): readonly UpgradeEntry[] => {
    if (compareVersions(from, since) >= 0 || compareVersions(to.version, since) < 0) return [];
    const place = when === undefined ? everywhere(usage) : placeOf(usage, when);
    if (place === undefined) return [];
    const page = link === undefined ? {} : { page: link };
    return [{ kind: "step", severity, rule: `note/${id}`, message: text, ...place, ...page }];
  });
}

type Place = { readonly span?: Span } | undefined;

/** What concerns the server as a whole is said once, in its main file. */
function everywhere(usage: Usage): Place {
  return usage.isMain ? {} : undefined;
}

function placeOf(usage: Usage, when: UpgradeCondition): Place {
  if ("module" in when) {
    const module = when.module.find((name) => usage.isLoaded(name));
    if (module === undefined) return undefined;
    const span = usage.mention(module);
    return span === undefined ? everywhere(usage) : { span };
  }
  const { option, field, value } = when;
  const setting = usage.file.settings.find((each) => {
    if (each.name !== option) return false;
    if (field === undefined) return true;
    const entries = each.value.kind === "table" ? each.value.entries : [];
    const found = entries.find((entry) => keyText(entry) === field)?.value;
    return found !== undefined && "value" in found && found.value === value;
  });
  return setting === undefined ? undefined : { span: setting.nameSpan };
}
