// What single values each kind takes, as Prosody reads them: a numeric text is a number to it, "true" is true. Answers nothing
// when the value is fine, else what is wrong and, where there is one plain reading, the value that was meant.

import { numberInText } from "../../syntax/lua/literal.ts";
import type { SimpleKind } from "../types.ts";

export type Scalar = string | number | boolean;

export interface ScalarProblem {
  readonly problem: "type" | "range";
  /** Value that was probably meant. */
  readonly meant?: Scalar;
  /** More than "expected …": why, or what happens. */
  readonly detail?: string;
}

export interface ScalarLimits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Read without conversion. */
  readonly raw?: boolean | undefined;
}

type Check = (value: Scalar, limits: ScalarLimits) => ScalarProblem | undefined;

const YES = new Set(["true", "yes", "on", "1", "enabled", "enable", "y"]);
const NO = new Set(["false", "no", "off", "0", "disabled", "disable", "n"]);

const text: Check = (value, limits) => (limits.raw === true && typeof value !== "string" ? { problem: "type" } : undefined);

/** Texts with a form of their own: a number or a boolean is never one. */
const name: Check = (value) => (typeof value === "string" ? undefined : { problem: "type" });

const boolean: Check = (value, limits) => {
  if (typeof value === "boolean") return undefined;
  const word = String(value).toLowerCase();
  const meant = YES.has(word) ? true : NO.has(word) ? false : undefined;
  if (limits.raw !== true && (value === 1 || value === 0 || value === "true" || value === "false")) return undefined;
  if (meant === undefined) return { problem: "type" };
  return { problem: "type", meant };
};

const number: Check = (value, limits) => {
  const found = toNumber(value, limits);
  if (found === undefined) {
    const meant = typeof value === "string" ? numberInText(value) : undefined;
    return { problem: "type", ...(meant === undefined ? {} : { meant }) };
  }
  return outside(found, limits);
};

const integer: Check = (value, limits) => {
  const problem = number(value, limits);
  if (problem !== undefined) return problem;
  const found = toNumber(value, limits) ?? 0;
  return Number.isInteger(found)
    ? undefined
    : { problem: "type", meant: Math.floor(found), detail: "Prosody would round it down." };
};

const port: Check = (value, limits) => integer(value, { ...limits, min: limits.min ?? 0, max: limits.max ?? 65535 });

const period: Check = (value, limits) => {
  if (value === false) return undefined;
  if (typeof value === "boolean") return { problem: "type" };
  if (typeof value === "number") return value < 0 ? undefined : outside(value, limits);
  return value.toLowerCase() === "never" || /\d/.test(value)
    ? undefined
    : {
        problem: "type",
        detail: 'Write seconds as a number, or a text with a number and a unit: "30s", "10 minutes", "2h", "7d", "1w".',
      };
};

const rate: Check = (value) => {
  if (typeof value !== "string") {
    return {
      problem: "type",
      ...(typeof value === "number" ? { meant: `${value}b/s` } : {}),
      detail: 'A rate is a text with its unit, for example "10kb/s"; anything else stops mod_limits from loading.',
    };
  }
  return /^\s*\d/.test(value) ? undefined : { problem: "type" };
};

const nothing: Check = () => undefined;

const CHECKS: Readonly<Record<SimpleKind, Check>> = {
  any: nothing,
  boolean,
  string: text,
  number,
  integer,
  percent: (value, limits) =>
    typeof value === "string" && /^\s*\d+(?:\.\d+)?\s*%\s*$/.test(value) ? undefined : number(value, limits),
  port,
  period,
  rate,
  size: integer,
  path: name,
  host: name,
  domain: name,
  origin: name,
  address: name,
  ip: name,
  cidr: name,
  jid: name,
  barejid: name,
  url: name,
  language: name,
  module: name,
  componentmodule: name,
  role: name,
  permission: name,
  certificate: name,
  xmlns: name,
  mediatype: name,
  function: () => ({ problem: "type" }),
};

export function checkScalar(kind: SimpleKind, value: Scalar, limits: ScalarLimits = {}): ScalarProblem | undefined {
  return CHECKS[kind](value, limits);
}

function toNumber(value: Scalar, limits: ScalarLimits): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && limits.raw !== true ? numberInText(value) : undefined;
}

function outside(value: number, limits: ScalarLimits): ScalarProblem | undefined {
  if (limits.min !== undefined && value < limits.min) return { problem: "range", meant: limits.min };
  if (limits.max !== undefined && value > limits.max) return { problem: "range", meant: limits.max };
  return undefined;
}
