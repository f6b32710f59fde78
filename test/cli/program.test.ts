// What all commands share: help and version, and the way to the language server.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cliWithOtherServer } from "./bundle.ts";
import { checkCli } from "./checkCli.ts";
import type { Outcome } from "./checkCli.ts";

test("--version is the version of the package", async () => {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
  const { code, stdout } = await checkCli(["--version"]);
  expect([code, stdout]).toEqual([0, `${version}\n`]);
});

test.each(["check", "docker-run", "schema", "lsp"])("%s --help explains itself with examples", async (command) => {
  const { code, stdout, stderr } = await checkCli([command, "--help"]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(new RegExp(`^Usage: prosody-config ${command} `));
  expect(stdout).toMatch(new RegExp(`\\nExamples?:\\n  prosody-config ${command} `));
});

test("--help names every command", async () => {
  const { code, stdout } = await checkCli(["--help"]);
  expect(code).toBe(0);
  for (const words of ["compose files", "Quadlet", "Kubernetes"]) expect(stdout).toContain(words);
  for (const command of ["check", "docker-run", "schema", "lsp"]) expect(stdout).toMatch(new RegExp(`^  ${command} `, "m"));
});

test.each([
  [["lsp", "--stdio"], ["--stdio"]],
  [["lsp"], ["--stdio"]],
  [
    ["lsp", "--stdio", "--clientProcessId=7"],
    ["--stdio", "--clientProcessId=7"],
  ],
  [["lsp", "--socket=6009"], ["--socket=6009"]],
] as const)("%j starts the server with %j", async (args, expected) => {
  const { code, stdout, stderr } = await checkCli([...args], { cli: await cliWithOtherServer() });
  expect([code, JSON.parse(stdout), stderr]).toEqual([0, expected, ""]);
});

/** Most tests keep a process; here each command is started as people start it. */
const FILES = { "prosody.cfg.lua": 'VirtualHost "x.example"\nallow_registation = true\n', "a.env": "PROSODY_LOGLEVEL=INFO\n" };

test.each([
  ["check", "."],
  ["check", "--format", "json", "--fail-on", "never", "-"],
  ["check", "nothing"],
  ["explain", "unknown-option"],
  ["new", "server", "--domain", "x.example", "--json"],
  ["docker-run", "a.env"],
  ["compose", "."],
  ["quadlet", "a.env"],
  ["k8s", "prosody.cfg.lua"],
  ["convert", "--to", "config", "a.env"],
  ["dns", "prosody.cfg.lua"],
  ["effective", "prosody.cfg.lua"],
  ["diff", "--image", "--after-env", "a.env"],
  ["schema", "--format", "luacheck"],
  ["--wrong"],
])("%j says the same in a process of its own", async (...args) => {
  const world = { files: FILES, stdin: "x = 1\n" };
  // Folders have names of their own.
  const told = ({ code, stdout, stderr }: Outcome): unknown => [code, stdout.replace(/prosody-config-\w{6}/g, ""), stderr];
  expect(told(await checkCli(args, world))).toEqual(told(await checkCli(args, { ...world, alone: true })));
});
