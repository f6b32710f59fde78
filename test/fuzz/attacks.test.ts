// Attacks that worked once, each by its kind, as far as no other test is about it: what fixes do to what is not closed and to what opens a
// server, texts that took minutes, and values that another tool reads otherwise.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { analyseContainers } from "../../server/src/core/analyseContainers.ts";
import { quadlet } from "../../server/src/core/generate/quadlet.ts";
import { check } from "../../server/src/core/rules/check.ts";
import { fixAll } from "../../server/src/core/rules/fixAll.ts";
import { bundledCli } from "../cli/bundle.ts";
import { cpuTime } from "../support/cpuTime.ts";
import { folderWith } from "../support/folder.ts";
import { schemaFor } from "../support/knowledge.ts";
import { analyseLua } from "../support/ruleProject.ts";
import { runWarmCli } from "../support/warmCli.ts";

function fixed(text: string): string {
  return fixAll(analyseLua(text), schemaFor(), { analyse: analyseLua }).text;
}

describe("fixes without asking", () => {
  test("close a list before what follows it", () => {
    const list = 'modules_enabled = {\n  "roster";\n  "saslauth";\n';
    const rest =
      '\nallow_registration = false\nc2s_require_encryption = true\n\nVirtualHost "example.org"\n  authentication = "internal_hashed"\n';
    expect(fixed(`${list}${rest}`)).toBe(`${list}}\n${rest}`);
  });

  test("swallow nothing that stands behind a table", () => {
    const text =
      'ssl = {\n  key = "a.key";\nlog = { info = "*syslog" }\nVirtualHost "a.example"\nComponent "r.a.example" "muc"\n';
    const { file, syntax } = analyseLua(fixed(text));
    expect(file.sections.map(({ kind }) => kind)).toEqual(["global", "host", "component"]);
    expect(file.settings.map(({ name }) => name)).toEqual(["ssl", "log"]);
    expect(syntax.issues).toEqual([]);
  });

  test("switch nothing on that stood where nobody read it", () => {
    const text =
      'ssl = {\n  key = "a.key";\n  allow_registration = true;\n  c2s_require_encryption = false;\n}\nVirtualHost "a.example"\n';
    const { settings } = analyseLua(fixed(text)).file;
    expect(settings.map(({ name }) => name)).toEqual(["ssl"]);
  });
});

/** Milliseconds: about a hundred times of what they take, and a thousandth of what they took. */
const SOON = 100;

describe("texts of a few hundred bytes", () => {
  const texts: readonly (readonly [string, string])[] = [
    ["lists in lists", `local v0 = {"a@b"}\n${Array.from({ length: 30 }, (_, i) => `local v${i + 1} = {v${i}, v${i}}\n`).join("")}admins = v30\n`],
    ["texts behind texts", `local v0 = "x"\n${Array.from({ length: 30 }, (_, i) => `local v${i + 1} = v${i} .. v${i}\n`).join("")}VirtualHost(v30)\nadmins = { v30 }\n`],
    ["a period of many words", `archive_expires_after = "${"0 dand ".repeat(40)}!"\n`],
    ["a rate of many blanks", `limits = { c2s = { rate = "0${" ".repeat(2_000)}x" } }\n`],
    ["calls of calls", `a = f${"()".repeat(3_000)}\n`],
    ["calls with texts", `foo ${'"a" '.repeat(4_000)}\n`],
    ["names in names", `a = b${".c".repeat(6_000)}\n`],
    ["many joined texts", `a = ${'"x" .. '.repeat(2_500)}"y"\n`],
  ]; // prettier-ignore
  test.each(texts)("%s", (_name, text) => {
    const least = Math.min(...[0, 1, 2].map(() => cpuTime(() => check(analyseLua(text), schemaFor()))));
    expect(least).toBeLessThan(SOON);
  });
});

test("a unit says what its writer was told", () => {
  for (const value of ["a$b", "$", "$$", "a%b", "\x1b", 'q"x', "a\\b", "it's", "a b"]) {
    const { text } = quadlet({
      engine: "podman", name: "x", image: "prosodyim/prosody:13.0", detach: true, remove: false, envFiles: [], ports: [], mounts: [],
      networks: [], labels: [], logOptions: [], command: [], extras: [], variables: [{ name: "PROSODY_ADMINS", value }],
    }); // prettier-ignore
    const [variable] = analyseContainers("quadlet", text)?.file.containers[0]?.variables.variables ?? [];
    expect([value, variable?.readings[0]?.value]).toEqual([value, value]);
  }
});

test("a file whose name is no text keeps no other from being checked", { skip: process.platform !== "linux" }, async () => {
  const folder = folderWith({ "good.cfg.lua": 'allow_registration = "yes"\n' });
  mkdirSync(join(folder, "more"));
  writeFileSync(
    Buffer.concat([Buffer.from(`${folder}/more/bad`), Buffer.from([0xff, 0xfe]), Buffer.from(".cfg.lua")]),
    "x = 1\n",
  );
  const { stdout } = await runWarmCli({
    cli: await bundledCli(),
    args: ["check", "."],
    cwd: folder,
    env: process.env,
    stdin: "",
  });
  expect(stdout).toContain("good.cfg.lua");
});
