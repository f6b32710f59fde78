// Says in short why npm failed: it prints the reason first, and then its usage or a long log.

const shownLines = 20;

/**
 * @param {string} command
 * @param {string} cwd
 * @param {string} output
 */
export function npmTrouble(command, cwd, output) {
  const lines = output.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("npm warn"));
  return [`${command} failed in ${cwd}:`, ...lines.slice(0, shownLines)].join("\n");
}
