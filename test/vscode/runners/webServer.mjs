// Serves VS Code for the Web on 127.0.0.1 until it is ended; a process of its own, since the server prints as it likes.
// Arguments: the folder of the browser packages, and the options of @vscode/test-web as JSON.

import { createRequire } from "node:module";
import { join } from "node:path";
import { parseJson } from "../../../scripts/lib/readJson.mjs";

const [packages = "", options = "{}"] = process.argv.slice(2);
const require = createRequire(join(packages, "package.json"));
/** @type {unknown} */
const loaded = require("@vscode/test-web");
await /** @type {{ open(options: unknown): Promise<unknown> }} */ (loaded).open(parseJson(options));
