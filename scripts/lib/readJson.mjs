// Reads JSON as what it is: something unknown, until the caller says what it takes it for.

import { readFileSync } from "node:fs";

/** @param {string} text @returns {unknown} */
export function parseJson(text) {
  return JSON.parse(text);
}

/** @param {string} path @returns {unknown} */
export function readJson(path) {
  return parseJson(readFileSync(path, "utf8"));
}
