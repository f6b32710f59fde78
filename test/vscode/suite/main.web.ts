// Entry of the suite in the extension host of a browser: a web worker. Results go to the console, each line with a mark.

import "mocha/mocha.js";
import { lineReporter } from "./support/report";

/** The part of mocha's build for browsers that we use; it is a global there. */
interface BrowserMocha {
  setup(options: { readonly ui: "bdd"; readonly timeout: number; readonly reporter: unknown }): unknown;
  run(done: (failures: number) => void): unknown;
}

/** Called by the extension host. */
export async function run(): Promise<void> {
  const { mocha } = globalThis as unknown as { readonly mocha: BrowserMocha };
  mocha.setup({
    ui: "bdd",
    timeout: 20_000,
    reporter: lineReporter((line) => {
      console.log(`PROSODY_TEST ${line}`);
    }),
  });
  await import("./all");
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
