// Secrets that everyone on the machine can read.

import { expect, test } from "vitest";
import { check } from "../../../server/src/core/rules/check.ts";
import { worldReadableSecret } from "../../../server/src/core/rules/lua/world-readable-secret.ts";
import { schemaFor } from "../../support/knowledge.ts";
import { analyseLua } from "../../support/ruleProject.ts";
import { testRule } from "../../support/rules.ts";

testRule(worldReadableSecret, [
  {
    name: "readable",
    file: '--- a.lua readable\ncomponent_secret = "hunter2"\n--                 ^^^^^^^^^ warning: `component_secret`\n',
    version: "0.12",
    fixes: ["Take it from the environment variable `COMPONENT_SECRET`, where you put it (unsafe)"],
    fixed: "--- a.lua readable\ncomponent_secret = ENV_COMPONENT_SECRET\n",
  },
  { name: "a copy in a repository", file: '--- a.lua versioned readable\ncomponent_secret = "hunter2"\n' },
  { name: "nobody knows", file: 'component_secret = "hunter2"\n' },
]);

test.each([
  ["/etc/prosody/a.lua", "warning"],
  ["/usr/local/etc/prosody/a.lua", "warning"],
  ["/home/me/copy/etc/a.lua", "information"],
  ["C:\\work\\a.lua", "information"],
])("at %s: %s", (path, severity) => {
  const analysis = analyseLua('component_secret = "hunter2"\n');
  const { text, file } = analysis;
  const project = {
    path,
    files: [{ path, name: "a.lua", text, file, worldReadable: true }],
    complete: false,
    matches: () => undefined,
  };
  const findings = check(analysis, schemaFor(), { project, rules: [worldReadableSecret] });
  expect(findings.map((finding) => finding.severity)).toEqual([severity]);
});
