// Periods of time as texts, read as Prosody does since 13.0: the first number counts, and of its unit the first letters.

const SECONDS: Readonly<Record<string, number>> = {
  s: 1,
  min: 60,
  h: 3600,
  ho: 3600,
  d: 86400,
  w: 7 * 86400,
  mon: 31 * 86400,
  y: 365.2425 * 86400,
};

export type PeriodProblem =
  /** No unit: read as seconds, with an error in the log. */
  | { readonly kind: "no-unit"; readonly number: string }
  /** Minutes or months: read as `unit`, with an error in the log. */
  | { readonly kind: "ambiguous"; readonly number: string; readonly unit: "minute" | "month" }
  /** Only the first of several numbers is read. `seconds` is the sum, where each has its unit. */
  | { readonly kind: "several"; readonly seconds?: number }
  /** `Never` and the like, where upper and lower case matter. */
  | { readonly kind: "case" };

export function periodProblem(text: string): PeriodProblem | undefined {
  if (text === "never") return undefined;
  if (text.trim().toLowerCase() === "never") return { kind: "case" };
  if ((text.match(/\d+/g) ?? []).length > 1) return { kind: "several", ...sum(text) };
  const [, number, unit = ""] = /(\d+)\s*([smhdwy]?[io]?n?)/.exec(text.toLowerCase()) ?? [];
  if (number === undefined || Object.hasOwn(SECONDS, unit)) return undefined;
  if (!unit.startsWith("m")) return { kind: "no-unit", number };
  return { kind: "ambiguous", number, unit: unit === "mi" ? "minute" : "month" };
}

const PART = /\s*(\d+)\s*([a-z]+)[\s,]*(?:and\s)?/y;

/** `1h 30m` in a row: there, an m after hours and days means minutes. */
function sum(text: string): { readonly seconds?: number } {
  const all = text.toLowerCase();
  let seconds = 0;
  for (PART.lastIndex = 0; PART.lastIndex < all.length;) {
    const [, number, word = ""] = PART.exec(all) ?? [];
    const unit = word === "m" ? "min" : /^(?:min|mon|[shdwy])/.exec(word)?.[0];
    if (unit === undefined) return {};
    seconds += Number(number) * (SECONDS[unit] ?? 0);
  }
  return Number.isInteger(seconds) && seconds > 0 ? { seconds } : {};
}

/** What Prosody makes of a text in which there is nothing to doubt. */
export function secondsOf(text: string): number | undefined {
  const [, number, unit = ""] = /(\d+)\s*([smhdwy]?[io]?n?)/.exec(text.toLowerCase()) ?? [];
  const seconds = Object.hasOwn(SECONDS, unit) ? SECONDS[unit] : undefined;
  return number === undefined || seconds === undefined ? undefined : Number(number) * seconds;
}
