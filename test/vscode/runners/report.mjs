// Reads the lines that the suite's reporter writes, and makes a result of them.

import { parseJson } from "../../../scripts/lib/readJson.mjs";

/** @typedef {{ readonly event: string, readonly title?: string, readonly error?: string, readonly ms?: number }} Line */
/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number, readonly lines: readonly string[] }} SuiteResult */

/**
 * @param {string} text lines of JSON
 * @param {string} trouble what else went wrong, for the case that the report breaks off
 * @returns {SuiteResult}
 */
export function readReport(text, trouble) {
  const counts = { pass: 0, fail: 0, skip: 0 };
  const lines = [];
  let ended = false;
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const { event, title = "", error = "", ms = 0 } = /** @type {Line} */ (parseJson(line));
    if (event === "end") ended = true;
    if (event === "pass") counts.pass += 1;
    if (event === "skip") counts.skip += 1;
    if (event === "fail") counts.fail += 1;
    if (event === "pass") lines.push(`  ✓ ${title}${ms > 1000 ? ` (${ms} ms)` : ""}`);
    if (event === "skip") lines.push(`  - ${title}`);
    if (event === "fail") lines.push(`  ✗ ${title}`, ...indent(error));
  }
  if (!ended) {
    counts.fail += 1;
    lines.push("  ✗ the suite broke off before its end", ...indent(trouble));
  }
  return { passed: counts.pass, failed: counts.fail, skipped: counts.skip, lines };
}

/** @param {string} text */
function indent(text) {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `      ${line}`);
}
