// Proposals for a value of a type: booleans, choices, modules, providers, sample periods. Quotes are added where they are missing.

import type { ProviderFamily } from "../../schema/knowledge.ts";
import { isUnion } from "../../schema/kinds/describe.ts";
import { isAutoloaded } from "../../schema/schema.ts";
import type { ModuleInfo, Schema } from "../../schema/schema.ts";
import type { TypeSpec } from "../../schema/types.ts";
import { availability, isDeprecated } from "../../schema/version.ts";
import { quoteString } from "../../syntax/lua/literal.ts";
import { explainModule } from "../explain.ts";
import type { CompletionItem } from "./item.ts";

/** A value before it is put into the text: `text` without quotes if it is a text. */
export interface Candidate extends Pick<CompletionItem, "kind" | "rank" | "detail" | "documentation"> {
  readonly text: string;
  readonly isText: boolean;
}

/** Lua source of a candidate. */
export function sourceOf(candidate: Candidate): string {
  return candidate.isText ? quoteString(candidate.text) : candidate.text;
}

/** `toDisable`: modules are named to switch them off, so those that load by themselves count too. */
export function candidatesFor(type: TypeSpec, schema: Schema, toDisable = false): readonly Candidate[] {
  if (isUnion(type)) return unique(type.flatMap((member) => candidatesFor(member, schema, toDisable)));
  if (typeof type === "string") {
    switch (type) {
      case "boolean":
        return ["true", "false"].map((text) => ({ text, isText: false, kind: "value", rank: 0 }));
      case "module":
        return modules(
          schema,
          (module) =>
            (module.kind === "module" || module.kind === "both") && (toDisable || !isAutoloaded(module, schema.version)),
        );
      case "componentmodule":
        return modules(schema, (module) => module.kind === "component" || module.kind === "both");
      case "period":
        return ["1 hour", "1 day", "1 week", "1 month", "1 year", "never"].map((text, rank) => ({
          text,
          isText: true,
          kind: "value",
          rank,
        }));
      case "address":
        return [
          { text: "*", isText: true, kind: "value", rank: 0, detail: "all IPv4 addresses" },
          { text: "::", isText: true, kind: "value", rank: 1, detail: "all IPv6 addresses" },
          { text: "127.0.0.1", isText: true, kind: "value", rank: 2, detail: "this machine only" },
        ];
      default:
        return [];
    }
  }
  switch (type.is) {
    case "enum":
      return type.values.flatMap((value, rank): Candidate[] => {
        const entry = typeof value === "object" ? value : { value };
        if (availability(entry, schema.version) !== "now") return [];
        const summary = "summary" in entry ? entry.summary : undefined;
        const isText = typeof entry.value === "string";
        return [
          {
            text: String(entry.value),
            isText,
            kind: "value",
            rank,
            ...(summary === undefined ? {} : { documentation: () => summary }),
          },
        ];
      });
    case "provider":
      return providers(schema, type.of);
    case "period":
      return candidatesFor("period", schema);
    default:
      return [];
  }
}

function modules(schema: Schema, wanted: (module: ModuleInfo) => boolean): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const module of schema.modules.values()) {
    if (module.availability !== "now" || isGone(module) || !wanted(module)) continue;
    if (isDeprecated(module.entry, schema.version)) continue;
    if (/^(?:auth|storage|authz)_/.test(module.name)) continue;
    found.push({
      text: module.name,
      isText: true,
      kind: "module",
      rank: module.origin === "community" ? 1 : 0,
      detail: moduleDetail(module),
      documentation: () => explainModule(module, schema),
    });
  }
  return found;
}

function moduleDetail({ origin, community }: ModuleInfo): string {
  if (origin !== "community") return origin;
  return `community${community?.stage === undefined ? "" : `, ${community.stage}`}`;
}

/** What Prosody itself brings is not gone when its forerunner is. */
function isGone(module: ModuleInfo): boolean {
  return module.origin === "community" && module.community?.gone === true;
}

function providers(schema: Schema, family: ProviderFamily): readonly Candidate[] {
  return schema.providers(family).flatMap((provider): Candidate[] => {
    if (provider.availability !== "now") return [];
    const { summary } = provider;
    const rank = provider.origin === "community" ? 1 : 0;
    return [
      {
        text: provider.name,
        isText: true,
        kind: "provider",
        rank,
        detail: provider.origin,
        ...(summary === undefined ? {} : { documentation: () => summary }),
      },
    ];
  });
}

function unique(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...new Map(candidates.map((candidate) => [sourceOf(candidate), candidate])).values()];
}
