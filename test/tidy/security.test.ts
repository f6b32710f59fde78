// SECURITY.md promises only what a test holds, and names that test.

import { expect, test } from "vitest";
import { ALL_FILES, read } from "./sourceFiles.ts";

const [, section = ""] = /\n## What we promise\n(.*?)\n## /s.exec(read("SECURITY.md")) ?? [];
const promises = [...section.matchAll(/^- (.*?)(?=\n(?:- |\n))/gms)].map(([, text = ""]) => text.replaceAll(/\s+/g, " "));

test("there are promises", () => {
  expect(promises.length).toBeGreaterThan(20);
});

test.each(promises)("%s", (promise) => {
  const [, file = "", title = ""] = /^.* \(`(test\/[\w/.]+)`: (.*)\)$/.exec(promise) ?? [];
  expect(ALL_FILES).toContain(file);
  expect(title).not.toBe("");
  expect(read(file)).toContain(`"${title}"`);
});
