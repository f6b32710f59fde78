// How a script that people start runs and ends: with its exit code, stopped as it is asked to, and without a stack trace for what is no bug.

import { CannotRun } from "./cannotRun.mjs";
import { onStop } from "./onStop.mjs";

/** @param {() => Promise<number>} main gives the exit code @returns {Promise<never>} */
export async function runMain(main) {
  onStop((code) => process.exit(code));
  try {
    process.exit(await main());
  } catch (error) {
    // Node's own word for options that there are not.
    const expected = error instanceof CannotRun || (error instanceof TypeError && "code" in error);
    console.error(expected ? error.message : error);
    process.exit(1);
  }
}
