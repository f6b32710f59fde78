// Rates of mod_limits that it cannot read.

import { textRule } from "./shared/textRule.ts";

export const invalidRate = textRule({
  id: "invalid-rate",
  severity: "warning",
  kinds: ["rate"],
  problem({ value, text }) {
    if (!/^\d/.test(text) || /^\d+ ?[bkmgt][^/]*\/s$/i.test(value.value)) return undefined;
    const meant = intended(text);
    return {
      says: "takes a rate: a whole number, a unit and `/s`, as in `10kb/s`. This is not understood, and a low default applies.",
      meant: meant?.rate,
      safe: meant?.sure === true,
    };
  },
});

interface Meant {
  readonly rate: string;
  readonly sure: boolean;
}

const UNITS = ["b", "kb", "mb", "gb", "tb"];

function intended(text: string): Meant | undefined {
  const match =
    /^(\d+)(?:\.(\d{1,3}))?(?:\s*(?:(b|bytes)|([kmgt])i?b?(?:ytes)?))?(?:\s*(?:ps|\/\s*s|\/\s*sec(?:onds?)?|per second))?$/i.exec(
      text,
    );
  if (match === null) return undefined;
  const [, whole = "", fraction, bytes, letter] = match;
  const unit = bytes !== undefined ? "b" : letter === undefined ? undefined : `${letter.toLowerCase()}b`;
  // A bare number may be bytes or kilobytes.
  if (unit === undefined) return { rate: `${whole}b/s`, sure: false };
  if (fraction === undefined) return { rate: `${whole}${unit}/s`, sure: true };
  const smaller = UNITS[UNITS.indexOf(unit) - 1];
  return smaller === undefined ? undefined : { rate: `${Number(whole + fraction.padEnd(3, "0"))}${smaller}/s`, sure: true };
}
