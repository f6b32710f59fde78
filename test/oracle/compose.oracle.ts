// Every compose file that we write or show, against the specification's own schema, and a part of them through Docker Compose itself:
// what it makes of a file has to be what the answers say.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { ContainerAnswers } from "../../server/src/core/generate/answers.ts";
import { compose } from "../../server/src/core/generate/compose.ts";
import { EVERY_PRESET } from "../generate/everyPreset.ts";
import { realFile, tool, toolsGiven } from "../support/tools.ts";
import { ENV_LINE, expectedService, seenService } from "./composeService.ts";
import type { RealService } from "./composeService.ts";
import { fromCommandLines, fromComposeFiles, fromPresets, sampleAnswers, shownTexts } from "./composeTexts.ts";

const SEED = Number(process.env["ORACLE_SEED"] ?? 20_261_128);

/** Files for one run of Compose: one by one takes minutes, and so do all together. */
const AT_ONCE = 25;

const schemaFile = realFile("compose-spec.json");

describe.skipIf(schemaFile === undefined)("the schema of the Compose specification", () => {
  const check = (texts: readonly string[]): void => {
    const { $schema: _draft, ...schema } = JSON.parse(readFileSync(schemaFile ?? "", "utf8")) as Record<string, unknown>;
    // What its formats mean (ports, durations) Compose itself has to say, below.
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
    const wrong = texts.flatMap((text) => (validate(parse(text)) ? [] : [`${JSON.stringify(validate.errors)}\n${text}`]));
    expect(wrong.slice(0, 3)).toEqual([]);
  };

  test("takes each preset with each wish", () => {
    check(fromPresets());
  });

  test("takes any other answers", () => {
    check(sampleAnswers(SEED, 3000).map((one) => compose(one).text));
  });

  test("takes what comes of command lines and of compose files", () => {
    const all = sampleAnswers(SEED + 1, 500);
    check([...fromCommandLines([...all, ...EVERY_PRESET]), ...fromComposeFiles([...all, ...EVERY_PRESET])]);
  });

  test("takes what we show", () => {
    const shown = shownTexts();
    expect(shown.length).toBeGreaterThan(20);
    check(shown.map(([, text]) => text));
  });

  test("refuses what is wrong", () => {
    expect(() => {
      check(["services:\n  a:\n    image: x\n    volume: []\n"]);
    }).toThrow();
  });
});

describe.skipIf(!toolsGiven().includes("docker-compose"))("Docker Compose", () => {
  const [program, ...first] = tool("docker-compose");

  /** What it makes of the services of all these files together; a text where it refuses them. */
  function read(
    texts: readonly string[],
    envFiles: readonly string[],
    at: string,
  ): Readonly<Record<string, RealService>> | string {
    for (const path of envFiles) writeFileSync(join(at, path), ENV_LINE);
    for (const [i, text] of texts.entries()) writeFileSync(join(at, `${i}.yaml`), text);
    const files = texts.flatMap((_, i) => ["--file", `${i}.yaml`]);
    const args = [...first, "--project-name", "p", ...files, "config", "--format", "json"];
    const options = { cwd: at, encoding: "utf8", env: { HOME: at }, timeout: 60_000, maxBuffer: 2 ** 28 } as const;
    const { status, stdout, stderr } = spawnSync(program, args, options);
    if (status !== 0) return stderr;
    return (JSON.parse(stdout) as { readonly services: Readonly<Record<string, RealService>> }).services;
  }

  function check(all: readonly ContainerAnswers[]): void {
    const named = all.map((one, i) => ({ ...one, name: `s${i}` }));
    for (let i = 0; i < named.length; i += AT_ONCE) checkSome(named.slice(i, i + AT_ONCE));
  }

  function checkSome(named: readonly (ContainerAnswers & { readonly name: string })[]): void {
    inFolder((at) => {
      const envFiles = named.flatMap((one) => one.envFiles.map(({ path }) => path));
      const real = read(named.map((one) => compose(one).text), envFiles, at); // prettier-ignore
      if (typeof real === "string") throw new Error(real);
      for (const one of named) expect(seenService(real[one.name] ?? {}, at), compose(one).text).toEqual(expectedService(one));
    });
  }

  test("reads the presets as they are meant", () => {
    check(EVERY_PRESET.filter((_, i) => i % 5 === 0));
  });

  test("reads any other answers as they are meant", () => {
    check(sampleAnswers(SEED + 2, 200));
  });

  test("takes what we show", () => {
    const refused = shownTexts().flatMap(([where, text]) => {
      const real = inFolder((at) => read([text], [".env", "prosody.env", "chat.env"], at));
      return typeof real === "string" ? [[where, real]] : [];
    });
    expect(refused).toEqual([]);
  });
});

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "oracle-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
