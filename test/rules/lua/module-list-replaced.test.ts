// Lists of modules that take the place of the image's.

import { moduleListReplaced } from "../../../server/src/core/rules/lua/module-list-replaced.ts";
import { testRule } from "../../support/rules.ts";

const compose = (...lines: readonly string[]): string =>
  ["--- compose.yaml", "services:", "  p:", "    image: prosodyim/prosody:13.0", ...lines.map((line) => `    ${line}`), ""].join(
    "\n",
  );
const MOUNT = "volumes: ['./extra:/etc/prosody/conf.d']";
const LIST = '--- extra/a.cfg.lua\nmodules_enabled = { "bosh" }\n';
const TOLD = `${LIST}--^^^^^^^^^^^^^ warning: saslauth\n`;

testRule(moduleListReplaced, [
  {
    name: "a folder",
    file: TOLD + compose(MOUNT),
    fixes: ["Append to the image's list (unsafe)"],
    fixed: `--- extra/a.cfg.lua\nmodules_enabled:append { "bosh" }\n${compose(MOUNT)}`,
  },
  {
    name: "one file",
    file: TOLD + compose("volumes: ['./extra/a.cfg.lua:/etc/prosody/conf.d/a.cfg.lua:ro']"),
    fixes: ["Append to the image's list (unsafe)"],
  },
  { name: "before a list could be appended to", version: "0.12", file: TOLD + compose(MOUNT) },
  { name: "a folder of a folder, which is not read", file: LIST + compose("volumes: ['.:/etc/prosody/conf.d']") },
  { name: "another name", file: `${LIST.replace(".cfg", "")}${compose(MOUNT)}` },
  { name: "a whole list", file: LIST.replace('"bosh"', '"bosh", "saslauth"') + compose(MOUNT) },
  { name: "a list that is computed", file: LIST.replace('"bosh"', "ENV_MODULE") + compose(MOUNT) },
  { name: "a configuration of one's own", file: LIST + compose("volumes: ['.:/etc/prosody', './extra:/etc/prosody/conf.d']") },
  { name: "another extra configuration", file: LIST + compose("environment: { PROSODY_EXTRA_CONFIG: /x/*.lua }", MOUNT) },
  { name: "another image", file: LIST + compose(MOUNT).replace("prosodyim/", "mine/") },
  { name: "nobody mounts it", file: LIST + compose("volumes: ['./other:/etc/prosody/conf.d']") },
]);
