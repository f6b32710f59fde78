// House-keeping that a person forgets: headers, sizes, leftovers, lists that have to agree with the code.

import { execFileSync } from "node:child_process";
import { homedir } from "node:os";
import * as prettier from "prettier";
import { describe, expect, test } from "vitest";
import { RULES } from "../../server/src/core/rules/index.ts";
import { SEVERITIES } from "../../server/src/core/rules/rule.ts";
import { VERSION_CHOICES } from "../../server/src/core/schema/versions.ts";
import { DEFAULT_SETTINGS, readSettings } from "../../server/src/lsp/settings.ts";
import { ALL_FILES, ROOT, filesMatching, read, readJson } from "./sourceFiles.ts";

const code = filesMatching(/\.(?:ts|mjs)$/);
const texts = ALL_FILES.filter((path) => !/\.(?:png|vsix|ico|wasm|lock)$/.test(path));

const MOST_LINES = 400;

describe("source files", () => {
  test("begin with a comment that says their job", () => {
    const wrong = code.filter((path) => {
      const [first = "", second = ""] = read(path).split("\n");
      const header = first.startsWith("#!") ? second : first;
      return !/^(?:\/\/ \S.{10}|\/\*\*? \S.{10})/.test(header);
    });
    expect(wrong).toEqual([]);
  });

  test(`have at most ${MOST_LINES} lines`, () => {
    const long = code.filter((path) => /^(?:server|client)\//.test(path) && read(path).split("\n").length > MOST_LINES + 1);
    expect(long).toEqual([]);
  });

  test("leave nothing to do", () => {
    const words = new RegExp(["TO" + "DO", "FIX" + "ME", "X" + "XX"].map((word) => `\\b${word}\\b`).join("|"));
    expect(code.filter((path) => words.test(read(path)))).toEqual([]);
  });

  test("end with one line break, without blanks before it", () => {
    const wrong = code.filter((path) => !/\S\n$/.test(read(path)));
    expect(wrong).toEqual([]);
  });

  test("are named in camelCase, rules in kebab-case", () => {
    const wrong = code.filter((path) => {
      const name = path.split("/").at(-1) ?? "";
      const isRule = /^(?:server\/src\/core|test)\/rules\/(?:lua|env|container)\//.test(path);
      return !(isRule ? /^[a-z][A-Za-z0-9-]*(?:\.[a-z]+)*$/ : /^[a-z][A-Za-z0-9]*(?:\.[a-z]+)*$/).test(name);
    });
    expect(wrong).toEqual([]);
  });
});

describe("every file", () => {
  test("knows nothing of the machine it was written on", () => {
    const places = [ROOT, homedir()].filter((place) => place.length > 1).map((place) => `${place}/`);
    const wrong = texts.filter((path) => places.some((place) => read(path).includes(place)));
    expect(wrong).toEqual([]);
  });

  test("the lock file names no registry", () => {
    const { packages } = readJson("package-lock.json") as { packages: Record<string, { resolved?: string }> };
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  test("the knowledge is formatted", async () => {
    const data = filesMatching(/^server\/src\/core\/schema\/data\/.*\.json$/);
    const options = (await prettier.resolveConfig(`${ROOT}/package.json`)) ?? {};
    const formatted = await Promise.all(data.map((path) => prettier.check(read(path), { ...options, filepath: path })));
    expect(data.filter((_, i) => formatted[i] !== true)).toEqual([]);
    expect(data.length).toBeGreaterThan(0);
  });
});

describe("rules", () => {
  test("generated files are up to date", () => {
    expect(() =>
      execFileSync(process.execPath, ["scripts/generate/main.mjs", "--check"], { cwd: ROOT, stdio: "pipe" }),
    ).not.toThrow();
  });

  test("every file is a registered rule, and every rule has its file", () => {
    const inFiles = filesMatching(/^server\/src\/core\/rules\/(?:lua|env|container)\/[^/]+\.ts$/).filter(
      (path) => !path.endsWith("/index.ts"),
    );
    const inRegistry = RULES.map((rule) => `server/src/core/rules/${rule.kind}/${rule.id}.ts`);
    expect([...inRegistry].sort()).toEqual([...inFiles].sort());
  });

  test("no two have the same id", () => {
    const ids = RULES.map((rule) => rule.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });
});

interface SettingEntry {
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly default: unknown;
  readonly additionalProperties?: { readonly enum?: readonly string[] };
}

describe("settings", () => {
  const manifest = readJson("package.json") as { contributes: { configuration: { properties: Record<string, SettingEntry> } } };
  const settings = Object.entries(manifest.contributes.configuration.properties);
  const known = new Map(settings);

  /** `{ env: { dialect: value } }` for `prosody.env.dialect`. */
  const given = (name: string, value: unknown): unknown =>
    name
      .split(".")
      .slice(1)
      .reduceRight((inner: unknown, key) => ({ [key]: inner }), value);
  const taken = (name: string, from: unknown): unknown =>
    name
      .split(".")
      .slice(1)
      .reduce((value, key) => (value as Record<string, unknown>)[key], from);

  test("name every version and severity that there is", () => {
    expect(known.get("prosody.version")?.enum).toEqual(VERSION_CHOICES);
    expect([...(known.get("prosody.rules")?.additionalProperties?.enum ?? [])].sort()).toEqual(["off", ...SEVERITIES].sort());
  });

  test("are all read by the server, with the same defaults", () => {
    for (const [name, entry] of settings) expect(taken(name, DEFAULT_SETTINGS), name).toEqual(entry.default);
    const leaves = Object.entries(DEFAULT_SETTINGS).flatMap(([key, value]): readonly string[] =>
      key !== "rules" && typeof value === "object"
        ? Object.keys(value).map((inner) => `prosody.${key}.${inner}`)
        : [`prosody.${key}`],
    );
    expect([...known.keys()].sort()).toEqual([...leaves].sort());
  });

  test("offer what the server takes", () => {
    for (const [name, entry] of settings) {
      for (const value of entry.enum ?? []) expect(taken(name, readSettings(given(name, value))), name).toBe(value);
      expect(taken(name, readSettings(given(name, "no such value"))), name).toEqual(entry.default);
      if (entry.enumDescriptions !== undefined) expect(entry.enumDescriptions.length, name).toBe(entry.enum?.length);
    }
  });

  test("stand in the README with their values and defaults", () => {
    const section =
      read("README.md")
        .split("\n## ")
        .find((part) => part.startsWith("Settings\n")) ?? "";
    const rows = section.split("\n").filter((line) => line.startsWith("| `"));
    expect(rows.map((row) => /`([^`]+)`/.exec(row)?.[1])).toEqual([...known.keys()]);
    for (const [name, entry] of settings) {
      const row = rows.find((line) => line.includes(`\`${name}\``)) ?? "";
      expect(row, name).toContain(`\`${JSON.stringify(entry.default)}\``);
      for (const value of entry.enum ?? entry.additionalProperties?.enum ?? []) expect(row, name).toContain(`\`"${value}"\``);
    }
  });
});
