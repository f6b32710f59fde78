// `npm run test:oracle`: our evaluation of configurations against the one of a real Prosody, and what we
// write against real shells and tools. Skipped, with a line that says why,
// where no real Prosody can be had. `-- --update` also makes the vendored expectations of the ordinary tests anew; `-- --long`
// starts servers with every wrong value.

import { parseArgs } from "node:util";
import { CannotRun } from "../lib/cannotRun.mjs";
import { ensureDependencies } from "../lib/dependencies.mjs";
import { onStop } from "../lib/onStop.mjs";
import { root } from "../lib/paths.mjs";
import { run } from "../lib/run.mjs";
import { say } from "../lib/say.mjs";
import { realProsodies } from "./prosodies.mjs";
import { realTools } from "./tools.mjs";

const { values } = parseArgs({ options: { update: { type: "boolean" }, long: { type: "boolean" } } });

async function main() {
  await ensureDependencies();
  // Both at once, as most of the time is spent on waiting; and both to their end, which leaves nothing half done.
  const asked = realTools();
  const prosodies = await realProsodies().finally(() => asked);
  const tools = await asked;
  const env = {
    ...process.env,
    ORACLE_PROSODIES: JSON.stringify(prosodies),
    REAL_TOOLS: JSON.stringify(tools.programs),
    REAL_FILES: JSON.stringify(tools.files),
    ...(values.update === true ? { ORACLE_UPDATE: "1" } : {}),
    ...(values.long === true ? { ORACLE_LONG: "1" } : {}),
  };
  const args = ["vitest", "run", "--config", "scripts/oracle/vitest.config.mjs"];
  const { code } = await run("npx", args, { cwd: root, env, show: true });
  return code;
}

onStop((code) => process.exit(code));
try {
  process.exit(await main());
} catch (error) {
  if (!(error instanceof CannotRun)) throw error;
  say(`Skipped the comparison with a real Prosody: ${error.message}.`);
  process.exit(0);
}
