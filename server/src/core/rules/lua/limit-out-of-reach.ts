// A limit that another one keeps from ever being reached.

import type { Section } from "../../model/config.ts";
import type { NumberValue } from "../../model/value.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { sectionKey } from "../../semantics/sections.ts";
import { typedSettings } from "./shared/typedSettings.ts";
import { code } from "./shared/words.ts";

export const limitOutOfReach: LuaRule = {
  kind: "lua",
  id: "limit-out-of-reach",
  severity: "information",
  concerns: (_, option) => option?.atLeast !== undefined,
  check(context) {
    for (const { setting, option } of typedSettings(context)) {
      const { name, value, section, certain } = setting;
      if (option.atLeast === undefined || !certain || value.kind !== "number") continue;
      const inner = limitOf(option.atLeast, section, context);
      if (inner === undefined || value.value >= inner.value) continue;
      context.report({
        span: value.span,
        message: `This is less than ${code(option.atLeast)}${inner.written === undefined ? `, which is ${inner.value} by default` : ""}: what is larger than ${code(name)} is refused, although clients are told that it is allowed. Raise the one or lower the other.`,
        ...(inner.written === undefined ? {} : { related: [{ span: inner.written.span, message: "The limit within it" }] }),
        page: option.page,
        fixes: () => raising(value, inner, option.atLeast, context),
      });
    }
  },
};

interface Limit {
  readonly value: number;
  /** Undefined: a default. */
  readonly written: NumberValue | undefined;
}

/** Its own, or the default in a section that is certainly the one where it would be set. */
function limitOf(name: string, section: Section, { own, schema }: LuaContext): Limit | undefined {
  if (own.settingsFor(name, section).length > 0) {
    const setting = own.settingFor(name, section);
    if (setting?.value.kind !== "number" || sectionKey(setting.section) !== sectionKey(section)) return undefined;
    return { value: setting.value.value, written: setting.value };
  }
  const usual = schema.option(name)?.default;
  // The global section of another file may say something else.
  if (typeof usual !== "number" || own.includes.length > 0 || !own.hasSections) return undefined;
  const isMain = own.globalSettings("modules_enabled").length > 0;
  return isMain ? { value: usual, written: undefined } : undefined;
}

function raising(
  value: NumberValue,
  { value: limit, written }: Limit,
  other: string | undefined,
  { text }: LuaContext,
): readonly Fix[] {
  // `50 * 1024 * 1024` stays as it is; names may mean something else in the other place.
  const source = ({ span, value: number }: NumberValue): string => {
    const words = text.slice(span.start, span.end);
    return /^[\d\s*+().]+$/.test(words) ? words : String(number);
  };
  const literal = written === undefined ? String(limit) : source(written);
  return [
    { title: `Raise it to ${code(literal)}`, edits: [{ span: value.span, newText: literal }], safe: false },
    ...(written === undefined
      ? []
      : [
          {
            title: "Lower the other one",
            edits: [{ span: written.span, newText: source(value) }],
            changes: other === undefined ? [] : [other],
            safe: false,
          },
        ]),
  ];
}
