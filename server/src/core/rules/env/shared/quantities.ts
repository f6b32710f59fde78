// Numbers as the image reads them (Lua's own conversion of text), and the number that was meant by one with a unit.

/** Whether Lua's `tonumber` takes the text. */
export function luaNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(trimmed)) return luaHexadecimal(trimmed);
  return Number(trimmed);
}

/** Whole numbers and fractions in base 16; the exponents that Lua knows there too are nobody's habit. */
function luaHexadecimal(text: string): number | undefined {
  const [, sign, digits] = /^([-+]?)0[xX]([0-9a-fA-F]+)$/.exec(text) ?? [];
  return digits === undefined ? undefined : Number.parseInt(digits, 16) * (sign === "-" ? -1 : 1);
}

/** How many of the unit in the variable's name one of the written unit is. */
const UNITS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  MB: { m: 1, mb: 1, mib: 1, g: 1024, gb: 1024, gib: 1024 },
  GB: { g: 1, gb: 1, gib: 1, t: 1024, tb: 1024, tib: 1024 },
  DAYS: { d: 1, day: 1, days: 1, w: 7, week: 7, weeks: 7, y: 365, year: 365, years: 365 },
};

/** `10` for `10MB` in a variable that counts megabytes. */
export function withoutUnit(name: string, value: string): string | undefined {
  const units = UNITS[name.slice(name.lastIndexOf("_") + 1)];
  const [, digits, unit] = /^(\d{1,9})\s*([a-z]+)$/i.exec(value) ?? [];
  const factor = unit === undefined ? undefined : units?.[unit.toLowerCase()];
  return digits === undefined || factor === undefined ? undefined : String(Number(digits) * factor);
}

/** As the limits module reads it: whole number, unit, `/s`. */
export function isRate(value: string): boolean {
  return /^\d+ ?[bkmgt][^/]*\/s$/i.test(value);
}

/** The rate that was meant by one without `/s` or without a unit. */
export function meantRate(value: string): string | undefined {
  const [, digits, unit = ""] = /^(\d+)\s*([a-z]*?)(?:\/(?:s|sec|second)|ps)?$/i.exec(value) ?? [];
  if (digits === undefined || !/^(?:[kmgt]?b|)$/i.test(unit)) return undefined;
  return `${digits}${unit === "" ? "b" : unit}/s`;
}
