// Texts on which a regular expression takes long if it can: what its parts match, repeated, in front of what it does not match.

/** The parts of a pattern that match one character. */
const ONE =
  /\[\^?(?:[^\]\\]|\\[^])*\]|\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|[dDwWsS]|[^\dbBkpP\w])|\\[nrtvf]|[^\\^$.*+?()[\]{}|]|\./g;

/** What a class may stand for: of these, the first that it takes. */
const SAMPLES = [..."a0A_ \n-./:=\"'@,;\\\t{}[]()<>#$%&*+!?|~^`\r…"];

function samplesOf({ source, flags }: RegExp): readonly string[] {
  const found = [...source.replace(/\(\?(?:[:=!]|<[=!]|<\w+>)|\{\d+(?:,\d*)?\}/g, "(").matchAll(ONE)].flatMap(([one]) => {
    const is = new RegExp(`^${one}$`, flags.replace(/[gym]/g, ""));
    const fitting = SAMPLES.filter((sample) => is.test(sample));
    const own = one.length === 1 && one !== "." ? [one] : [];
    return own.length > 0 ? [own[0] ?? ""] : [fitting.slice(0, 2).join(""), ...fitting.slice(0, 1)];
  });
  return found.filter((sample) => sample !== "");
}

/** Each of about that length. */
export function attackTexts(regex: RegExp, length: number): readonly string[] {
  const samples = samplesOf(regex);
  const whole = samples.map((sample) => sample.charAt(0)).join("");
  const pairs = samples.slice(1).map((sample, i) => `${samples[i] ?? ""}${sample}`);
  const words = (whole.match(/[a-z]{3,}/gi) ?? []).slice(0, 12);
  const pumps = [
    ...new Set([
      ...samples,
      ...pairs,
      ...words,
      ...words.map((word) => `${word} `),
      whole,
      whole.replace(/ (?=.)/g, ""),
      " ",
      "0",
      "a",
    ]),
  ].filter((pump) => pump !== "");
  const texts = pumps.flatMap((pump) => {
    const pumped = pump.repeat(Math.ceil(length / pump.length)).slice(0, length);
    const prefixes = ["", ...pumpedPrefixes(whole, pump)];
    return prefixes.flatMap((prefix) => ["", "\0", "\n\0", "'\0"].map((end) => prefix + pumped + end));
  });
  return [...new Set(texts)];
}

/** What may stand before the part that is repeated. */
function pumpedPrefixes(whole: string, pump: string): readonly string[] {
  const at = whole.indexOf(pump.charAt(0));
  return at > 0 ? [whole.slice(0, at)] : [];
}
