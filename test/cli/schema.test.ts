// `prosody-config schema`: the shape that other programs rely on, for all versions and for one.

import { describe, expect, test } from "vitest";
import { checkCli } from "./checkCli.ts";

type Entry = Readonly<Record<string, unknown>>;
type Sections = "options" | "modules" | "variables" | "directives" | "services";
type Schema = Readonly<Record<Sections, Readonly<Record<string, Entry>>>> & { readonly prosodyVersion?: string };

async function readSchema(...args: readonly string[]): Promise<Schema> {
  const { code, stdout, stderr } = await checkCli(["schema", ...args]);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout) as Schema;
}

describe("all versions", () => {
  test("every part is there", async () => {
    const schema = await readSchema();
    expect(Object.keys(schema)).toEqual(["options", "modules", "variables", "directives", "services", "providers"]);
    for (const entry of Object.values(schema.options)) {
      expect(entry).toMatchObject({
        type: expect.anything() as unknown,
        origin: expect.stringMatching(/^(?:bundled|community)$/) as unknown,
      });
      if (entry["origin"] === "bundled") {
        expect(entry).toMatchObject({
          summary: expect.any(String) as unknown,
          scope: expect.stringMatching(/^(?:global|host)$/) as unknown,
        });
      }
    }
    for (const entry of Object.values(schema.modules)) {
      expect(entry).toMatchObject({
        kind: expect.any(String) as unknown,
        origin: expect.stringMatching(/^(?:bundled|community)$/) as unknown,
      });
    }
    for (const entry of Object.values(schema.variables)) {
      expect(entry).toMatchObject({ summary: expect.any(String) as unknown, type: expect.anything() as unknown });
    }
  });

  test("options of services and of community modules are among them", async () => {
    const { options, modules } = await readSchema();
    expect(options["c2s_ports"]).toMatchObject({ origin: "bundled", scope: "global", default: [5222] });
    const community = Object.values(options).find((entry) => entry["origin"] === "community");
    expect(community?.["modules"]).toEqual([expect.any(String)]);
    expect(Object.values(modules).filter((entry) => entry["origin"] === "community").length).toBeGreaterThan(100);
  });

  test("names come in order, without what only we need", async () => {
    const { options } = await readSchema();
    expect(Object.keys(options)).toEqual(Object.keys(options).sort());
    for (const entry of Object.values(options)) expect(Object.keys(entry)).not.toEqual(expect.arrayContaining(["availability"]));
  });
});

describe("one version", () => {
  test("has only what is there, as it is there", async () => {
    const all = await readSchema();
    const old = await readSchema("--prosody-version", "0.11");
    expect(old.prosodyVersion).toBe("0.11");
    const later = Object.keys(all.options).filter((name) => all.options[name]?.["since"] !== undefined);
    expect(later.length).toBeGreaterThan(0);
    expect(later.filter((name) => name in old.options)).toEqual([]);
    const changed = Object.keys(all.options).filter(
      (name) => all.options[name]?.["history"] !== undefined && name in old.options,
    );
    expect(changed.length).toBeGreaterThan(0);
    for (const name of changed) {
      const { history: _history, ...today } = all.options[name] ?? {};
      expect(old.options[name]).not.toEqual(today);
    }
  });

  test("what is gone by then is left out", async () => {
    const all = await readSchema();
    const trunk = await readSchema("--prosody-version", "trunk");
    for (const part of ["options", "modules", "variables", "services"] as const) {
      const gone = Object.keys(all[part]).filter((name) => all[part][name]?.["removed"] !== undefined);
      const left = gone.filter((name) => name in trunk[part] && trunk[part][name]?.["origin"] !== "community");
      expect(left).toEqual([]);
    }
  });

  test("an unknown one is misuse", async () => {
    const { code, stdout, stderr } = await checkCli(["schema", "--prosody-version", "1.0"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Allowed choices are 0.11, 0.12, 13.0, trunk.");
  });
});
