// Entry of the suite in an extension host on Node: desktop VS Code, or the editor in the browser. Results go to the file named by PROSODY_TEST_REPORT.

import { appendFileSync } from "node:fs";
import Mocha from "mocha";
import { lineReporter } from "./support/report";

/** Called by the extension host. */
export async function run(): Promise<void> {
  const report = process.env["PROSODY_TEST_REPORT"];
  if (report === undefined) throw new Error("PROSODY_TEST_REPORT does not name a file");
  const mocha = new Mocha({
    ui: "bdd",
    timeout: 20_000,
    reporter: lineReporter((line) => {
      appendFileSync(report, `${line}\n`);
    }) as unknown as Mocha.ReporterConstructor,
  });
  mocha.suite.emit("pre-require", globalThis, "all", mocha);
  await import("./all");
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
