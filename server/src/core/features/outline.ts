// The outline of a file: sections with what is set in them.

import type { Analysis } from "../analyse.ts";
import type { ConfigFile, Section } from "../model/config.ts";
import type { Span } from "../text/span.ts";

export interface OutlineItem {
  readonly name: string;
  readonly detail: string;
  readonly kind: "host" | "component" | "option" | "variable";
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly OutlineItem[];
}

export function outline(analysis: Analysis): readonly OutlineItem[] {
  if (analysis.kind === "lua") return luaOutline(analysis.file, analysis.text.length);
  if (analysis.kind === "container") return [];
  return analysis.file.variables.map(({ name, nameSpan, span }) => itemOf("variable", name, nameSpan, span));
}

/** Without its value, which may be a secret. */
function itemOf(kind: OutlineItem["kind"], name: string, nameSpan: Span, span: Span): OutlineItem {
  return { kind, name, nameSpan, span, detail: "", children: [] };
}

function luaOutline(file: ConfigFile, length: number): readonly OutlineItem[] {
  const options = new Map<Section, OutlineItem[]>(file.sections.map((section) => [section, []]));
  for (const { name, nameSpan, span, section } of file.settings) {
    options.get(section)?.push(itemOf("option", name, nameSpan, span));
  }
  const [global, ...sections] = file.sections;
  const items: OutlineItem[] = global === undefined ? [] : [...(options.get(global) ?? [])];
  sections.forEach((section, i) => {
    const nameSpan = section.name?.span ?? section.header;
    const next = sections.slice(i + 1).find((other) => section.table === undefined || other.header.start > section.table.end);
    const end = section.table?.end ?? section.until ?? next?.header.start ?? length;
    items.push({
      name: section.name?.kind === "string" ? section.name.value : (section.directive?.text ?? ""),
      detail: [section.directive?.text, section.module?.kind === "string" ? section.module.value : undefined]
        .filter(Boolean)
        .join(" "),
      kind: section.kind === "component" ? "component" : "host",
      span: { start: section.header.start, end: Math.max(end, nameSpan.end) },
      nameSpan,
      children: options.get(section) ?? [],
    });
  });
  return items.sort((a, b) => a.span.start - b.span.start);
}
