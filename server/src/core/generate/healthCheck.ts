// A health check that works in the official image, which brings none: Debian's bash opens the port as a file. No other program that
// could ask a port is certain to be there, and `prosodyctl status` looks for a file with a process id, which the image does not write.

import type { HealthCheck } from "./answers.ts";

/** Comes up within a second or two; a log line for each check is the price, so not too often. */
const TIMES = { interval: "1m", timeout: "5s", startPeriod: "30s", retries: 3 } as const;

export function portCheck(port: number, address = "127.0.0.1"): HealthCheck {
  return { kind: "check", test: { words: ["bash", "-c", `</dev/tcp/${address}/${port}`] }, port, ...TIMES };
}

/** As text for a shell, which is all that some forms take. */
export function shellTest(test: { readonly shell: string } | { readonly words: readonly string[] }): string {
  return "shell" in test ? test.shell : test.words.map(quoted).join(" ");
}

function quoted(word: string): string {
  return /^[A-Za-z0-9_@%+:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
