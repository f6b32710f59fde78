// Reports the values that the knowledge calls risky, of one kind at a time: each kind is a rule of its own, so that people can
// switch off what does not matter to them.

import type { Setting } from "../../../model/config.ts";
import { listItems } from "../../../model/value.ts";
import type { Value } from "../../../model/value.ts";
import { hasForm } from "../../../schema/patterns.ts";
import type { Schema } from "../../../schema/schema.ts";
import type { Risk } from "../../../schema/types.ts";
import type { Fix, LuaContext, LuaRule, RuleMeta } from "../../rule.ts";
import { withRisks } from "./concerns.ts";
import { fieldsIn } from "./fields.ts";
import { luaLiteral, replaceText } from "./literals.ts";
import { equals } from "../../../semantics/equals.ts";
import { isRead } from "./outage.ts";
import { removeItem, removeStatement } from "./removal.ts";
import { typedSettings } from "./typedSettings.ts";
import type { TypedSetting } from "./typedSettings.ts";

interface Place extends TypedSetting {
  readonly value: Value;
  readonly risks: readonly Risk[];
  /** Takes all of it out. */
  readonly remove: () => Fix["edits"];
}

interface RiskRule extends RuleMeta {
  readonly risk: Risk["kind"];
  /** Whether it is a risk there at all. */
  readonly isRisk?: (setting: Setting, context: LuaContext) => boolean;
  /** Whether the setting is often like that for a good reason. */
  readonly isMild?: (setting: Setting, context: LuaContext) => boolean;
}

export function riskRule({ risk, isRisk = () => true, isMild = () => false, ...meta }: RiskRule): LuaRule {
  return {
    kind: "lua",
    ...meta,
    concerns: withRisks(risk),
    check(context) {
      for (const place of context.once(findPlaces))
        for (const one of place.risks)
          if (one.kind === risk && isRisk(place.setting, context)) report(one, place, context, isMild);
    },
  };
}

function report(
  risk: Risk,
  { setting, option, value, remove }: Place,
  context: LuaContext,
  isMild: NonNullable<RiskRule["isMild"]>,
): void {
  const item = listItems(value).find((candidate) => isRisky(candidate, risk, context.schema));
  if (item === undefined || !isGiven(risk, setting, context) || !isRead(option, context)) return;
  context.report({
    span: item.span,
    message: risk.note,
    page: option.page,
    ...(risk.mild === true || isMild(setting, context) ? { severity: "information" as const } : {}),
    ...(item.folded === true ? {} : { fixes: () => [fixFor(risk, item, value, remove, context.text)] }),
  });
}

/** Most options have no risks. */
function findPlaces(context: LuaContext): readonly Place[] {
  const { text } = context;
  const places: Place[] = [];
  for (const { setting, option } of typedSettings(context)) {
    const { span, section, value, certain } = setting;
    if (!certain) continue;
    if (option.risks !== undefined) {
      const remove: Place["remove"] = () => [
        section.table === undefined ? removeStatement(text, span) : removeItem(text, section.table, span),
      ];
      places.push({ setting, option, value, risks: option.risks, remove });
    }
    for (const { field, entry, table } of fieldsIn(context, option.type, value)) {
      if (field.risks === undefined) continue;
      const remove: Place["remove"] = () => [removeItem(text, table.span, entry.span)];
      places.push({ setting, option, value: entry.value, risks: field.risks, remove });
    }
  }
  return places;
}

function isRisky(value: Value, { values = [], pattern }: Risk, schema: Schema): boolean {
  if (isOneOf(value, values)) return true;
  return pattern !== undefined && value.kind === "string" && hasForm(pattern, value.value, schema) === true;
}

function isGiven({ given = {}, without = [] }: Risk, { section }: Setting, context: LuaContext): boolean {
  const { schema, config } = context;
  if (without.some((name) => config.settingsFor(name, section).length > 0)) return false;
  return Object.entries(given).every(([name, values]) => {
    const setting = config.settingsFor(name, section).at(-1);
    if (setting !== undefined) return setting.certain && listItems(setting.value).some((item) => isOneOf(item, values));
    const usual = schema.option(name)?.default;
    return config.moduleList !== undefined && values.some((value) => value === usual);
  });
}

function isOneOf(value: Value, values: readonly (string | number | boolean)[]): boolean {
  return values.some((one) => equals(value, one));
}

function fixFor({ instead }: Risk, item: Value, whole: Value, remove: Place["remove"], text: string): Fix {
  if (instead !== undefined) {
    const twin = listItems(whole).some((other) => equals(other, instead));
    if (!twin) {
      const literal = luaLiteral(instead);
      const edit = typeof instead === "string" ? replaceText(text, item.span, instead) : { span: item.span, newText: literal };
      return { title: `Change to \`${literal}\``, edits: [edit], safe: false };
    }
  }
  const isItem = whole.kind === "table" && whole.entries.length > 1;
  return { title: "Remove it", edits: isItem ? [removeItem(text, whole.span, item.span)] : remove(), safe: false };
}
