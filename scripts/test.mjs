// `npm test`: everything that can be checked, from a fresh checkout to the extension in a real editor. Installs what is missing.
// The last line says how many tests passed and failed; the exit code says the same.

import { parseArgs } from "node:util";
import { buildStep, checkSteps } from "./lib/checkSteps.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { editorSteps } from "./lib/editorSteps.mjs";
import { runMain } from "./lib/runMain.mjs";
import { runSteps } from "./lib/runSteps.mjs";
import { say } from "./lib/say.mjs";

const all = [...checkSteps, buildStep, ...editorSteps];
const names = all.map((step) => step.name).join(", ");

const help = `Usage: npm test [-- OPTIONS]

Checks types, lint and format, runs the unit tests, builds, and runs the tests in real editors.

  --fast         without the editors
  --editor-only  only the build and the editors
  --only NAME    only this step (may be given again): ${names}
  --help         show this text`;

/** @returns {Promise<number>} the exit code */
async function main() {
  const { values } = parseArgs({
    options: {
      fast: { type: "boolean" },
      "editor-only": { type: "boolean" },
      only: { type: "string", multiple: true },
      help: { type: "boolean" },
    },
  });
  if (values.help === true) {
    say(help);
    return 0;
  }
  const only = values.only ?? [];
  const unknown = only.find((name) => !all.some((step) => step.name === name));
  if (unknown !== undefined) {
    say(`There is no step ${unknown}. The steps are: ${names}.`);
    return 1;
  }
  let steps = all;
  if (values.fast === true) steps = steps.filter((step) => !step.editor);
  if (values["editor-only"] === true) steps = steps.filter((step) => step.editor);
  if (only.length > 0) steps = steps.filter((step) => only.includes(step.name));
  // Editors run what was built, so the build always comes before them.
  if (steps.some((step) => step.editor) && !steps.includes(buildStep)) steps = [buildStep, ...steps];

  await ensureDependencies();
  return (await runSteps(steps)) ? 0 : 1;
}

await runMain(main);
