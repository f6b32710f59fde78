// `prosody-config effective --image` as it is shipped.

import { describe, expect, test } from "vitest";
import { runCli } from "./cliRun.ts";
import type { CliOutcome } from "../support/warmCli.ts";

const image = (env: string, ...args: readonly string[]): Promise<CliOutcome> =>
  runCli({ "p.env": env, "p.cfg.lua": "" }, "effective", "--image", "--environment", "p.env", ...args);

interface Json {
  readonly status: string;
  readonly error?: unknown;
  readonly warnings: unknown;
  readonly config: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly origins: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const ENV = `# Ours
PROSODY_VIRTUAL_HOSTS=example.org
PROSODY_COMPONENTS=rooms.example.org:muc
PROSODY_ENABLE_MODULES=mam
PROSODY_TURN_SECRET=hunter2-do-not-print
`;

describe("the official image", () => {
  test("JSON has every value, and the lines of its variables", async () => {
    const { code, stdout, stderr } = await image(ENV, "--format", "json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { config, origins, ...rest } = JSON.parse(stdout) as Json;
    // The image's own, as in its log.
    const warning = expect.objectContaining({ code: "duplicate-option", file: "p.env", line: 5 }) as unknown;
    expect(rest).toEqual({ status: "ok", warnings: [warning] });
    expect(config["*"]).toMatchObject({ turn_external_secret: "hunter2-do-not-print", storage: "internal" });
    expect(config["rooms.example.org"]).toEqual({ component_module: "muc", load_global_modules: false });
    expect(origins["example.org"]).toEqual({ defined: { file: "p.env", line: 2 } });
    expect(origins["*"]?.["modules_enabled"]).toEqual({ file: "p.env", line: 4, appended: [{ file: "p.env", line: 5 }] });
    expect(origins["*"]).not.toHaveProperty("storage");
  });

  test("for people, with variables and without secrets", async () => {
    const { code, stdout } = await image(ENV);
    expect(code).toBe(0);
    expect(stdout).not.toContain("hunter2");
    expect(stdout).not.toMatch(/ $/m);
    expect(stdout).toContain('\n  storage = "internal"\n');
    expect(stdout).toContain('\nComponent "rooms.example.org" "muc"  PROSODY_COMPONENTS p.env:3\n');
    const host = await image(ENV, "--host", "Example.org");
    expect(host.stdout).toMatch(/^VirtualHost "example.org" {2}PROSODY_VIRTUAL_HOSTS p.env:2\n/);
    expect(host.stdout).toContain('\n  storage = "internal"  inherited\n');
    expect(host.stdout).not.toContain("Component");
  });

  test("of a version", async () => {
    const use = async (version: string): Promise<unknown> => {
      const { stdout } = await image(`${ENV}PROSODY_USE_DANE=1\n`, "--format", "json", "--prosody-version", version);
      return (JSON.parse(stdout) as Json).config["*"]?.["use_dane"];
    };
    expect([await use("0.12"), await use("13.0"), await use("trunk")]).toEqual([undefined, true, true]);
  });

  test("without any variable: a host whose name only the container knows", async () => {
    const { code, stderr } = await runCli({}, "effective", "--image");
    expect(code).toBe(0);
    expect(stderr).toMatch(/^note: without PROSODY_VIRTUAL_HOSTS the only host is named like the container/);
  });

  test.each([
    ["PROSODY_VIRTUAL_HOSTS=a.example\nPROSODY_COMPONENTS=b.example\n", 2, "The component b.example needs a module"],
    ["PROSODY_VIRTUAL_HOSTS=\n", 1, "PROSODY_VIRTUAL_HOSTS names no host"],
    ["PROSODY_VIRTUAL_HOSTS=a.example\nPROSODY_EXTRA_CONFIG=\n", 2, "PROSODY_EXTRA_CONFIG is empty"],
  ])("variables that stop Prosody: %j", async (env, line, message) => {
    const pretty = await image(env);
    expect([pretty.code, pretty.stdout.startsWith(`p.env:${line}  error  ${message}`)]).toEqual([1, true]);
    const json = await image(env, "--format", "json");
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      status: "error",
      error: { file: "p.env", line, message: expect.stringContaining(message) as string },
      warnings: [],
      config: {},
      origins: {},
    });
  });

  test.each([
    [["p.cfg.lua"], "give either FILE or --image"],
    [["--prosody-version", "0.11"], "there are images of 0.12, 13.0, trunk only"],
    [["--host", "other.example"], "other.example is no host of this configuration; it has example.org, rooms.example.org."],
  ])("wrong use: %j", async (args, said) => {
    const { code, stdout, stderr } = await image(ENV, ...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(said);
  });
});
