// Options, modules, variables and the like in words: the Markdown of hovers and of completion items, and one line of detail.

import { describeType, enumLiteral } from "../schema/kinds/describe.ts";
import { isAutoloaded } from "../schema/schema.ts";
import type { DirectiveInfo, ModuleInfo, OptionInfo, ProviderInfo, Schema, VariableInfo } from "../schema/schema.ts";
import type { EnumValue, FieldEntry, Json, VersionRange } from "../schema/types.ts";
import type { Availability } from "../schema/version.ts";
import { codeBlock, codeSpan, linkTo } from "../text/markdown.ts";
import { humanNumber, toLua } from "./literals.ts";

export function explainOption(option: OptionInfo, schema: Schema): string {
  const fallback = option.fallback === undefined ? [] : [`When unset, \`${option.fallback}\` is used.`];
  return page([
    heading(option.name, "option", option, schema),
    deprecation(option),
    option.summary,
    facts([
      ["Type", describeType(option.type)],
      ["Default", defaultOf(option)],
      ["Unit", option.unit],
      ["Where", whereOption(option)],
      ["Module", list(option.modules)],
    ]),
    ...fallback,
    cautions(option.cautions),
    example(option.example, "prosody"),
    linkTo("Documentation", option.page),
  ]);
}

export function explainField(option: string, name: string, field: FieldEntry): string {
  return page([
    `**${codeSpan(name)}** in ${codeSpan(option)}`,
    field.summary,
    facts([
      ["Type", describeType(field.type)],
      ["Default", defaultOf(field)],
      ["Unit", field.unit],
    ]),
  ]);
}

export function explainModule(module: ModuleInfo, schema: Schema): string {
  const { entry, community } = module;
  const deprecated = entry?.deprecated;
  const options = [...schema.options.values()].filter(
    (option) => option.modules?.includes(module.name) === true && option.deprecated === undefined,
  );
  return page([
    heading(module.name, MODULE_WORDS[module.origin], entry ?? {}, schema, module.availability),
    deprecated === undefined ? undefined : `⚠ ${deprecated.note ?? "Not to be used any more."}`,
    community?.successor === undefined ? undefined : `Use \`${community.successor}\` instead.`,
    module.summary ?? "A community module; its page tells more.",
    facts([
      ["Enabled", enabledHow(module, schema)],
      ["Stage", module.origin === "community" ? community?.stage : undefined],
      ["Needs", list(module.depends.filter(({ optional }) => optional !== true).map(({ name }) => name))],
      ["XEPs", xeps(entry?.xeps ?? community?.xeps)],
      ["Options", list(options.slice(0, 12).map(({ name }) => name)) + (options.length > 12 ? ", …" : "")],
    ]),
    cautions(entry?.cautions),
    example(entry?.example, "prosody"),
    linkTo("Documentation", module.page),
  ]);
}

const MODULE_WORDS = { bundled: "module", community: "community module", own: "module of yours" } as const;

export function explainProvider(provider: ProviderInfo, what: string): string {
  return page([`**\`${provider.name}\`** ${what}`, provider.summary]);
}

export function explainEnumValue(option: string, value: EnumValue): string | undefined {
  if (typeof value !== "object" || value.summary === undefined) return undefined;
  return page([`**${codeSpan(enumLiteral(value))}** for ${codeSpan(option)}`, value.summary]);
}

const DIRECTIVE_WORDS = { section: "section", include: "directive", value: "value" } as const;

export function explainDirective(directive: DirectiveInfo, schema: Schema): string {
  return page([
    heading(directive.name, DIRECTIVE_WORDS[directive.kind], directive, schema),
    directive.summary,
    cautions(directive.cautions),
    example(directive.example, "prosody"),
    linkTo("Documentation", directive.page),
  ]);
}

export function explainVariable(variable: VariableInfo, schema: Schema): string {
  return page([
    heading(variable.name, "variable of the official container image", variable, schema),
    variable.summary,
    facts([
      ["Value", describeVariable(variable)],
      ["Default", defaultOf(variable)],
      ["Sets", list(variable.sets)],
      ["Needs", list(variable.requires)],
    ]),
    cautions(variable.cautions),
    example(variable.example, "dotenv"),
    linkTo("Documentation", variable.page),
  ]);
}

/** One short line beside a completion item's name. */
export function optionDetail(option: OptionInfo): string {
  const value = option.default === undefined ? "" : ` = ${short(toLua(option.default))}`;
  return `${describeType(option.type).replace(/`/g, "")}${value}`;
}

const ITEM_WORDS = {
  module: "module names",
  jid: "JIDs",
  host: "host names",
  path: "paths",
  ip: "IP addresses",
  component: "components, each as host:module",
  "external-component": "external components, each as host:secret",
  string: "texts",
} as const;

export function describeVariable({ type }: VariableInfo): string {
  switch (type) {
    case "zero-is-off":
      return "`0` switches it off; everything else leaves it on";
    case "any-is-on":
      return "any value switches it on, `0` too; leave it out to switch it off";
    default:
      if (typeof type === "string") return describeType(type);
      if (type.is === "list") return `${ITEM_WORDS[type.items]}, separated by commas without blanks`;
      return describeType(type);
  }
}

function heading(name: string, what: string, range: VersionRange, schema: Schema, known?: Availability): string {
  const versions = versionWords(range);
  const missing = known === undefined || known === "now" ? "" : ` — not in Prosody ${schema.version}`;
  return `**\`${name}\`** ${what}${versions === "" ? "" : ` · ${versions}`}${missing}`;
}

function versionWords(range: VersionRange): string {
  const since = range.since === undefined ? "" : `since ${range.since}`;
  const removed = range.removed === undefined ? "" : `removed in ${range.removed}`;
  return [since, removed].filter((word) => word !== "").join(", ");
}

function deprecation(option: OptionInfo): string | undefined {
  const { deprecated } = option;
  if (deprecated === undefined) return undefined;
  const instead =
    deprecated.to === undefined
      ? ""
      : ` Use \`${deprecated.to}\`${deprecated.toValue === undefined ? "" : ` = \`${toLua(deprecated.toValue)}\``} instead.`;
  return `⚠ Deprecated since ${deprecated.since}.${instead}${deprecated.note === undefined ? "" : ` ${deprecated.note}`}`;
}

function defaultOf(entry: {
  readonly default?: Json;
  readonly defaultText?: string;
  readonly unit?: string;
}): string | undefined {
  const { default: value, defaultText, unit } = entry;
  if (value === undefined || value === null) return defaultText;
  const human = typeof value === "number" ? humanNumber(value, unit) : undefined;
  return `${codeSpan(short(toLua(value)))}${human === undefined ? "" : ` (${human})`}${defaultText === undefined ? "" : ` — ${defaultText}`}`;
}

function whereOption(option: OptionInfo): string | undefined {
  if (option.scope === undefined) return undefined;
  if (option.scope === "global") return "global section only";
  if (option.component === "only") return "inside a `Component`";
  return option.component === "usual" ? "usually inside a `Component`" : "global section, or inside a host for that host alone";
}

function enabledHow(module: ModuleInfo, schema: Schema): string | undefined {
  if (isAutoloaded(module, schema.version)) return "always, without being listed";
  switch (module.kind) {
    case "component":
      return `\`Component "…" "${module.name}"\``;
    case "both":
      return `\`Component "…" "${module.name}"\`, or in \`modules_enabled\``;
    case "auth":
      return `\`authentication = "${module.name.replace(/^auth_/, "")}"\``;
    case "storage":
      return `\`storage = "${module.name.replace(/^storage_/, "")}"\``;
    case "authz":
      return `\`authorization = "${module.name.replace(/^authz_/, "")}"\``;
    case "internal":
      return "by other modules, when they need it";
    default:
      return "in `modules_enabled`";
  }
}

function xeps(numbers: readonly string[] = []): string {
  return numbers.map((number) => `[XEP-${number}](https://xmpp.org/extensions/xep-${number}.html)`).join(", ");
}

/** Those that are known. */
function facts(rows: readonly (readonly [string, string | undefined])[]): string {
  return rows.flatMap(([name, value = ""]) => (value === "" ? [] : [`- ${name}: ${value}`])).join("\n");
}

function cautions(texts: readonly string[] = []): string {
  return texts.map((text) => `⚠ ${text}`).join("\n\n");
}

function example(text: string | undefined, language: string): string | undefined {
  return text === undefined ? undefined : codeBlock(text, language);
}

function list(names: readonly string[] = []): string {
  return names.map(codeSpan).join(", ");
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function page(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}
