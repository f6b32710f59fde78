// What .prosody-config.json says to the commands beside `check`: the version and the tool that reads env files, unless a flag says
// otherwise.

import { describe, expect, test } from "vitest";
import { checkCli } from "./checkCli.ts";

const OLD = { "srv/.prosody-config.json": '{ "version": "0.12" }' };
const ENV = "PROSODY_VIRTUAL_HOSTS=example.com\n";
/** Loads with 13.0 only. */
const NEW_SYNTAX = 'admins = { "a@example.org" }\nadmins:append { "b@example.org" }\nVirtualHost "example.org"\n';

describe("the version", () => {
  test.each([
    [["effective", "srv/a.cfg.lua"], 1],
    [["effective", "--prosody-version", "13.0", "srv/a.cfg.lua"], 0],
    [["dns", "srv/a.cfg.lua"], 1],
    [["dns", "--prosody-version", "13.0", "srv/a.cfg.lua"], 0],
    [["convert", "--to", "env", "srv/a.cfg.lua"], 1],
    [["diff", "--format", "json", "a.cfg.lua", "srv/a.cfg.lua"], 2],
    [["diff", "--after-version", "13.0", "a.cfg.lua", "srv/a.cfg.lua"], 0],
  ] as const)("%j", async (args, code) => {
    const outcome = await checkCli([...args], { files: { ...OLD, "a.cfg.lua": NEW_SYNTAX, "srv/a.cfg.lua": NEW_SYNTAX } });
    expect(outcome.code).toBe(code);
  });

  test("of the official image, by its env file", async () => {
    const { stdout, stderr } = await checkCli(["diff", "--image", "--before-env", "srv/a.env", "--after-env", "a.env"], {
      files: { ...OLD, "srv/a.env": ENV, "a.env": ENV },
    });
    expect([stderr, stdout]).toEqual(["", expect.stringContaining("  use_dane = not set → false\n")]);
  });

  test.each(["docker-run", "compose", "quadlet", "k8s"])("of the image that %s starts", async (command) => {
    const files = { ...OLD, "srv/a.env": ENV, "srv/prosody.cfg.lua": 'VirtualHost "example.com"\n' };
    for (const path of ["srv/a.env", "srv"])
      expect((await checkCli([command, path], { files })).stdout).toContain("prosodyim/prosody:0.12");
    const flag = await checkCli([command, "--prosody-version", "13.0", "srv/a.env"], { files });
    expect(flag.stdout).toContain("prosodyim/prosody:13.0");
  });

  test("without an image of it", async () => {
    const files = { ".prosody-config.json": '{ "version": "0.11" }', "a.env": ENV };
    const { code, stdout, stderr } = await checkCli(["docker-run", "a.env"], { files });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("a.env is for Prosody 0.11, and there is no image of that");
    expect((await checkCli(["effective", "--image", "--environment", "a.env"], { files })).stderr).toContain(
      "there are images of 0.12, 13.0, trunk only",
    );
  });

  test("of what new writes", async () => {
    const server = ["new", "server", "--domain", "example.org", "--feature", "calls"];
    // Only from 13.0 on a secret can be read from a file of its own.
    const here = await checkCli(server, { files: { ".prosody-config.json": '{ "version": "0.12" }' } });
    expect(here.stdout).not.toContain("FileLine");
    const there = await checkCli([...server, "-o", "srv"], { files: OLD, keeps: ["srv/prosody.cfg.lua"] });
    expect(there.kept["srv/prosody.cfg.lua"]).not.toContain("FileLine");
    const added = await checkCli(["new", "turn", "example.org", "srv/a.cfg.lua"], {
      files: { ...OLD, "srv/a.cfg.lua": 'VirtualHost "example.org"\n' },
    });
    expect([added.code, added.stdout]).toEqual([0, expect.not.stringContaining("FileLine")]);
  });
});

describe("the tool that reads env files", () => {
  const files = {
    "srv/.prosody-config.json": '{ "env": { "dialect": "docker" } }',
    "srv/a.env": "PROSODY_VIRTUAL_HOSTS='a.b'\n",
  };

  test("of a conversion", async () => {
    const portable = ["convert", "--to", "compose", "srv/a.env"];
    expect((await checkCli(portable, { files })).stdout).toContain(`"'a.b'"`);
    expect((await checkCli([...portable, "--env-dialect", "compose"], { files })).stdout).not.toContain(`"'`);
  });

  test("of an environment", async () => {
    const { stderr } = await checkCli(["effective", "--environment", "srv/a.env", "a.cfg.lua"], {
      files: { ...files, "a.cfg.lua": "" },
    });
    expect(stderr).toBe("");
  });

  test("of a compose file", async () => {
    expect((await checkCli(["compose", "srv/a.env"], { files })).stdout).toContain("format: raw");
    expect((await checkCli(["compose", "srv/a.env", "--env-dialect", "compose"], { files })).stdout).not.toContain("format: raw");
  });
});

test("mistakes in it are mentioned, and the rest counts", async () => {
  const { code, stdout, stderr } = await checkCli(["docker-run", "a.env"], {
    files: { ".prosody-config.json": '{ "version": "0.12", "verison": 1 }', "a.env": ENV },
  });
  expect([code, stdout]).toEqual([0, expect.stringContaining("prosody:0.12")]);
  expect(stderr).toContain("note: .prosody-config.json:1:22 `verison` means nothing here.\n");
});

test.each([["effective"], ["docker-run"], ["dns"]])("what %s cannot look at is told as ever", async (command) => {
  const long = "a".repeat(300);
  expect((await checkCli([command, `${long}.cfg.lua`])).stderr).toContain("the name is too long");
  expect((await checkCli([command, "loop.cfg.lua"], { links: { "loop.cfg.lua": "loop.cfg.lua" } })).stderr).toContain(
    "leads back to itself",
  );
});
