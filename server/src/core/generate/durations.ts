// Durations as Docker and Compose write them: `1m30s`.

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/** Undefined: it is written otherwise. */
export function durationSeconds(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h))+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(?<![\d.])([\d.]+)(ms|s|m|h)/g)];
  return parts.reduce((sum, [, number, unit = ""]) => sum + Number(number) * (SECONDS[unit] ?? 0), 0);
}
