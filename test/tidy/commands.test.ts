// The commands of the extension: each is in the README, works in the places where it is offered, and is driven once in a real editor.

import { expect, test } from "vitest";
import { filesMatching, read, readJson } from "./sourceFiles.ts";

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string }[]>>;
  };
}

const { commands, menus } = (readJson("package.json") as Manifest).contributes;
const IDS = new Set(commands.map(({ command }) => command));

test("every command stands in the table of the README, and nothing else", () => {
  const [, section = ""] = read("README.md").split("\n## Commands\n");
  const rows = (section.split("\n## ")[0] ?? "").split("\n").filter((line) => line.startsWith("| "));
  const titles = rows.slice(2).map((row) => row.split("|")[1]?.trim());
  expect([...titles].sort()).toEqual(commands.map(({ title }) => title).sort());
});

test("menus, actions, lenses and the client name commands that there are", () => {
  const inMenus = Object.values(menus).flatMap((entries) => entries.flatMap(({ command }) => command ?? []));
  expect(inMenus.filter((command) => !IDS.has(command))).toEqual([]);
  const offering = filesMatching(/^server\/src\/lsp\/(?:codeActions|handlers)\/.*\.ts$/)
    .map(read)
    .join("\n");
  const offered = [...offering.matchAll(/"(prosody\.[a-z]\w+)"/g)].map(([, command = ""]) => command);
  expect(offered.length).toBeGreaterThan(5);
  expect(offered.filter((command) => !IDS.has(command))).toEqual([]);
});

test("every command is registered", () => {
  const client = filesMatching(/^(?:client\/src\/.*|server\/src\/protocol)\.ts$/)
    .map(read)
    .join("\n");
  expect([...IDS].filter((command) => !client.includes(`"${command}"`))).toEqual([]);
});

test("every command is driven from the palette in a real editor", () => {
  const steps = filesMatching(/^test\/vscode\/[^/]+\.mjs$/)
    .map(read)
    .join("\n");
  const driven = [...steps.matchAll(/\bcommand\(page, "([^"]+)"\)/g)].map(([, title = ""]) => title);
  expect(commands.filter(({ title }) => !driven.some((one) => title.startsWith(one))).map(({ title }) => title)).toEqual([]);
});
