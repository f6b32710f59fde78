// What is wrong with the form of one value, by the variable's type. Empty values and switches have rules of their own.

import type { Schema, VariableInfo } from "../../../schema/schema.ts";
import type { EnumValue, VariableType } from "../../../schema/types.ts";
import type { Severity } from "../../rule.ts";
import { nearest } from "../../suggest.ts";
import { isRate, luaNumber, meantRate, withoutUnit } from "./quantities.ts";

export interface FormProblem {
  /** What the variable takes, as the end of "…, but NAME takes". */
  readonly takes: string;
  /** The value that was meant. */
  readonly meant?: string;
  /** Instead of the usual error. */
  readonly severity?: Severity;
  /** The value is read, if not as meant: what happens with an unreadable one does not happen. */
  readonly mild?: true;
}

export function formProblem(info: VariableInfo, value: string, schema: Schema): FormProblem | undefined {
  const { type, name } = info;
  if (value === "") return undefined;
  if (typeof type === "object") {
    switch (type.is) {
      case "integer":
      case "number":
        return quantity(name, type, value);
      case "period":
        return /\d/.test(value) || value.toLowerCase() === "never" ? undefined : { takes: "a period such as `30d`" };
      case "enum":
        return choice(type.values, type.open === true, value);
      case "list":
        return undefined;
    }
  }
  switch (type) {
    case "integer":
    case "number":
      return quantity(name, { is: type }, value);
    case "port":
      return quantity(name, { is: "integer", min: 1, max: 65535 }, value);
    case "rate":
      return isRate(value) ? undefined : { takes: "a rate such as `10kb/s`", ...meaning(meantRate(value)) };
    case "host":
      return host(value);
    case "path":
      return /,\s*\//.test(value) ? { takes: "a single path" } : undefined;
    case "string":
      return info.sets?.includes("storage") === true ? storage(value, schema) : undefined;
    case "zero-is-off":
    case "any-is-on":
      return undefined;
  }
}

type Quantity = Extract<VariableType, { readonly is: "integer" | "number" | "period" }>;

function quantity(name: string, type: Quantity, value: string): FormProblem | undefined {
  const takes = `${type.is === "integer" ? "a whole number" : "a number"}${limits(type)}`;
  if (type.suffix !== undefined && !/^\d+$/.test(value)) {
    // The image adds a unit of its own; then the first unit counts, and what has none after its first digits is misread.
    const readable = /^\d+\s*[a-z]+$/i.test(value);
    return {
      takes: `${takes}, without a unit`,
      ...meaning(withoutUnit(name, value)),
      ...(readable ? { severity: "warning" } : {}),
    };
  }
  const found = luaNumber(value);
  if (found === undefined) return { takes: `${takes}, without a unit`, ...meaning(withoutUnit(name, value)) };
  const fits = (type.min === undefined || found >= type.min) && (type.max === undefined || found <= type.max);
  if (fits && (type.is !== "integer" || Number.isInteger(found))) return undefined;
  return { takes, severity: "warning", mild: true };
}

function limits({ min, max }: Quantity): string {
  if (min === undefined) return max === undefined ? "" : ` up to ${max}`;
  return max === undefined ? ` from ${min} on` : ` from ${min} to ${max}`;
}

function choice(values: readonly EnumValue[], open: boolean, value: string): FormProblem | undefined {
  const names = values.map((item) => String(typeof item === "object" ? item.value : item));
  if (names.includes(value)) return undefined;
  const meant = nearest(value, names) ?? names.find((item) => beginAlike(item, value));
  if (!open) return { takes: `only ${names.map((item) => `\`${item}\``).join(", ")}`, ...meaning(meant) };
  // Other texts are possible, but hardly ones that are nearly the same.
  return meant === undefined || luaNumber(value) !== undefined
    ? undefined
    : { takes: `\`${meant}\``, meant, severity: "warning" };
}

/** `warning` and `warn`, `postgres` and `PostgreSQL`. */
function beginAlike(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a.toLowerCase(), b.toLowerCase()] : [b.toLowerCase(), a.toLowerCase()];
  return short.length >= 4 && long.startsWith(short);
}

function host(value: string): FormProblem | undefined {
  if (value.includes("://"))
    return { takes: "a name or an address alone, without the beginning of a web address", severity: "warning" };
  if (/^[\w.-]+:\d{1,5}$/.test(value)) return { takes: "a name or an address alone, without a port", severity: "warning" };
  return undefined;
}

function storage(value: string, schema: Schema): FormProblem | undefined {
  const names = schema.providers("storage").map((provider) => provider.name);
  if (names.includes(value)) return undefined;
  const driver = schema.variable("PROSODY_SQL_DRIVER")?.type;
  const drivers = typeof driver === "object" && driver.is === "enum" ? driver.values : [];
  if (
    choice(drivers, false, value)?.meant !== undefined ||
    drivers.some((item) => String(typeof item === "object" ? item.value : item) === value)
  ) {
    return { takes: "the name of a storage; a database is chosen with `PROSODY_SQL_DRIVER`, which is enough by itself" };
  }
  const meant = nearest(value, names);
  // A storage from elsewhere may be mounted into the container.
  return meant === undefined ? undefined : { takes: "the name of a storage", meant, severity: "warning" };
}

function meaning(meant: string | undefined): { readonly meant?: string } {
  return meant === undefined ? {} : { meant };
}
