// Completion in env files: names of the official image's variables that are not set yet, and their values.

import type { EnvAnalysis } from "../../analyse.ts";
import type { Schema, VariableInfo } from "../../schema/schema.ts";
import type { TypeSpec } from "../../schema/types.ts";
import type { Span } from "../../text/span.ts";
import { describeVariable, explainVariable } from "../explain.ts";
import { hostCandidates } from "./envHosts.ts";
import type { CompletionItem } from "./item.ts";
import { candidatesFor } from "./values.ts";
import type { Candidate } from "./values.ts";

export function completeEnv(analysis: EnvAnalysis, schema: Schema, offset: number): readonly CompletionItem[] {
  const { text, lines } = analysis;
  const lineStart = lines.lineStart(lines.at(offset).line);
  const before = text.slice(lineStart, offset);
  const match = /^\s*(?:export\s+)?([\w.-]*)$/.exec(before);
  if (match !== null) return names(analysis, schema, offset - (match[1] ?? "").length, offset);
  const assignment = /^\s*(?:export\s+)?([\w.-]+)\s*=(.*)$/.exec(before);
  const variable = schema.variable(assignment?.[1] ?? "");
  return variable === undefined ? [] : valueItems(variable, analysis, schema, assignment?.[2] ?? "", offset);
}

function names(analysis: EnvAnalysis, schema: Schema, start: number, offset: number): readonly CompletionItem[] {
  const { text, file } = analysis;
  const end = offset + (/^[\w.-]*/.exec(text.slice(offset))?.[0].length ?? 0);
  const hasValue = text.charAt(end) === "=";
  const typed = text.slice(start, offset).toUpperCase();
  const present = new Set(file.variables.filter((item) => item.nameSpan.start !== start).map((item) => item.name));
  // In an env file of something else, only one who types PROSODY_ wants our names.
  const ours =
    file.variables.some((item) => item.name.startsWith("PROSODY_")) || (typed !== "" && "PROSODY_".startsWith(typed.slice(0, 8)));
  if (!ours) return [];
  return nameItems(schema, present, { start, end }, hasValue ? "" : "=");
}

/** Names of the image's variables that are not `present`; `ending` comes behind the name. */
export function nameItems(schema: Schema, present: ReadonlySet<string>, span: Span, ending: string): readonly CompletionItem[] {
  const items: CompletionItem[] = [];
  for (const variable of schema.variables.values()) {
    if (variable.availability !== "now" || present.has(variable.name) || variable.name.startsWith("__")) continue;
    items.push({
      label: variable.name,
      kind: "variable",
      detail: describeVariable(variable).replace(/`/g, ""),
      edit: { span, newText: variable.name + ending },
      rank: variable.name.startsWith("PROSODY_") ? 0 : 1,
      again: ending !== "",
      documentation: () => explainVariable(variable, schema),
    });
  }
  return items;
}

/** `typed`: what stands of the value before the offset, with a quote in front. */
export function valueItems(
  variable: VariableInfo,
  { text, file }: Pick<EnvAnalysis, "text" | "file">,
  schema: Schema,
  typed: string,
  offset: number,
): readonly CompletionItem[] {
  const { type } = variable;
  const isList = typeof type === "object" && type.is === "list";
  // Behind a value, most tools read a comment.
  if (/\s#/.test(typed)) return [];
  const quote = /^["']/.exec(typed)?.[0].length ?? 0;
  const from = isList ? Math.max(quote, typed.lastIndexOf(",") + 1) : quote;
  const item = typed.slice(from);
  // Behind `name:` of a component comes its module.
  const colon = isList && type.items === "component" ? item.indexOf(":") + 1 : 0;
  const start = offset - item.length + colon;
  const end = offset + (/^[^\s,"'#]*/.exec(text.slice(offset))?.[0].length ?? 0);
  const span: Span = { start, end };
  const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? "";
  const taken = new Set(isList ? (typed + rest).split(",").map((word) => word.replace(/^[\s"']+|(?<![\s"'])[\s"']+$/g, "")) : []);
  const offered = colon === 0 ? [...hostCandidates(variable, file, item, schema)] : [];
  // The name of a component has to be there before its module.
  if (!(isList && type.items === "component" && colon === 0)) offered.push(...candidates(variable, schema));
  return offered.flatMap(({ text: value, kind, detail, rank, documentation }): CompletionItem[] =>
    taken.has(value) && value !== text.slice(start, end)
      ? []
      : [{ label: value, kind, detail, edit: { span, newText: value }, rank, documentation }],
  );
}

/** Types whose values are named one by one. */
const NAMED: ReadonlySet<string> = new Set(["string", "enum"]);

function typeOf({ type }: VariableInfo): string {
  return typeof type === "string" ? type : type.is;
}

function candidates(variable: VariableInfo, schema: Schema): readonly Candidate[] {
  const { type } = variable;
  const plain = (text: string, detail: string): Candidate => ({ text, isText: true, kind: "value", rank: 0, detail });
  if (type === "zero-is-off") return [plain("0", "off"), plain("1", "on, as when left out")];
  if (type === "any-is-on") return [plain("1", "on")];
  if (typeof type === "object" && type.is === "enum") return candidatesFor(type, schema);
  if (typeof type === "object" && type.is === "list") {
    const items: TypeSpec | undefined =
      type.items === "module" ? "module" : type.items === "component" ? "componentmodule" : undefined;
    if (items !== undefined) return candidatesFor(items, schema, variable.sets?.includes("modules_disabled"));
  }
  const usual = variable.default;
  if (!NAMED.has(typeOf(variable)) && (typeof usual === "string" || typeof usual === "number"))
    return [plain(String(usual), "the default")];
  // A variable that only passes a provider's name on: the option that it sets knows the names.
  const [option] = variable.sets ?? [];
  const target = option === undefined ? undefined : schema.option(option)?.type;
  return target === undefined || type !== "string" ? [] : candidatesFor(target, schema);
}
