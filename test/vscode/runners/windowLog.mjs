// What a window logged while tests ran in it: kept whole in a file, and in short for the terminal when something went wrong.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { resultsDir } from "../../../scripts/lib/paths.mjs";

const shownLines = 15;
const shownLength = 300;

/** Stack traces of the editor itself, and its coloured lines: the test driver passes on the same without colour. */
const noise = /^(\s+at .*(\/workbench\.js|<anonymous>)|%c)/;

/** @param {string} name of the file in test-results */
export function windowLog(name) {
  /** @type {string[]} */
  const entries = [];
  const file = join(resultsDir, `${name}.log`);
  return {
    /** @param {string} text */
    add: (text) => void entries.push(text),
    /** Writes the file and gives the end of the log, without noise and repetitions. */
    finish: () => {
      mkdirSync(resultsDir, { recursive: true });
      writeFileSync(file, `${entries.join("\n")}\n`);
      const own = entries.map((entry) => entry.split("\n").filter((line) => !noise.test(line)));
      const lines = [...new Set(own.flat().map((line) => line.slice(0, shownLength)))];
      return [...lines.slice(-shownLines), `The whole log is in ${file}.`].join("\n");
    },
  };
}
