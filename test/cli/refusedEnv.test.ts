// An env file that the tool refuses which reads it: every command that is given one says so, with tool, line and remedy.

import { expect, test } from "vitest";
import { SECRET, checkCli } from "./checkCli.ts";

const FILES = {
  "x.env": `PROSODY_VIRTUAL_HOSTS=x.example\nexport PROSODY_TURN_SECRET=${SECRET}\n`,
  "good.env": "PROSODY_VIRTUAL_HOSTS=x.example\n",
  "quotes.env": `PROSODY_VIRTUAL_HOSTS=x.example\nexport PROSODY_TURN_SECRET="${SECRET}\n`,
  "prosody.cfg.lua": 'VirtualHost "x.example"\n',
};
const DOCKER = /docker refuses this env file, so that nothing starts with it\. `export` belongs to shells.*Remove it/;

test.each([
  [["effective", "--env-dialect", "docker", "--environment", "x.env", "prosody.cfg.lua"], 1],
  [["effective", "--image", "--env-dialect", "docker", "--environment", "x.env"], 1],
  [["effective", "--image", "--format", "json", "--env-dialect", "docker", "--environment", "x.env"], 1],
  [["dns", "--env-dialect", "docker", "--environment", "x.env", "prosody.cfg.lua"], 1],
  [["dns", "--image", "--env-dialect", "docker", "--environment", "x.env"], 1],
  [["diff", "--image", "--env-dialect", "docker", "--before-env", "good.env", "--after-env", "x.env"], 2],
  [["diff", "--env-dialect", "docker", "--after-env", "x.env", "prosody.cfg.lua", "prosody.cfg.lua"], 2],
] as const)("%j", async (args, expected) => {
  const { code, stdout, stderr } = await checkCli(args, { files: FILES });
  const all = stdout + stderr;
  expect([code, all]).toEqual([expected, expect.stringMatching(DOCKER)]);
  expect(all).toMatch(/x\.env:2|"line": 2/);
});

test("what is written is written all the same", async () => {
  for (const [args, tool] of [
    [["docker-run", "x.env"], "docker"],
    [["docker-run", "--check-only", "x.env"], "docker"],
    [["docker-run", "--one-line", "x.env"], "docker"],
    [["compose", "quotes.env"], "Compose"],
  ] as const) {
    const { code, stdout, stderr } = await checkCli(args, { files: FILES });
    expect([code, stderr]).toEqual([1, expect.stringMatching(`${tool} does not read this env file because of line 2, so that`)]);
    expect(stdout).toContain("prosodyim/prosody");
  }
});

test("what the tool reads is nothing to tell", async () => {
  for (const args of [
    ["compose", "x.env"],
    ["quadlet", "x.env"],
    ["docker-run", "good.env"],
    ["docker-run", "--literal-env", "y.env", "x.env"],
    ["effective", "--image", "--environment", "x.env"],
    ["effective", "--image", "--env-dialect", "podman", "--environment", "x.env"],
  ]) {
    const { code, stderr } = await checkCli(args, { files: FILES });
    expect([args, code]).toEqual([args, 0]);
    expect(stderr).not.toMatch(/does not read|refuse/);
  }
});

test("who reads the file is looked for", async () => {
  const compose = "services:\n  prosody:\n    image: prosodyim/prosody:13.0\n    env_file: x.env\n";
  const raw = compose.replace("x.env", "\n      - path: x.env\n        format: raw");
  const args = ["effective", "--image", "--environment", "x.env"];
  expect((await checkCli(args, { files: { ...FILES, "compose.yaml": compose } })).code).toBe(0);
  const { code, stdout } = await checkCli(args, { files: { ...FILES, "compose.yaml": raw } });
  expect([code, stdout]).toEqual([1, expect.stringMatching(DOCKER)]);
});
