// What the scripts print about themselves: headings, progress lines and times. Nothing here decides anything.

/** One line of progress. @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** A heading above the output of a step. @param {string} text */
export function heading(text) {
  say(`\n── ${text} ${"─".repeat(Math.max(3, 76 - text.length))}`);
}

/**
 * Milliseconds in the words of a person: "0.4 s", "12 s", "3 min 5 s".
 *
 * @param {number} ms
 */
export function duration(ms) {
  const seconds = ms / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/**
 * The last lines of a long text: what is worth showing when a command failed.
 *
 * @param {string} text
 * @param {number} count
 */
export function lastLines(text, count) {
  const lines = text.trimEnd().split("\n");
  return lines.length <= count
    ? lines.join("\n")
    : [`… (${lines.length - count} lines left out)`, ...lines.slice(-count)].join("\n");
}
