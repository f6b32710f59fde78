// Files with secrets that the extension writes: only their owner may read them, from the first moment on.

import { chmodSync, existsSync, readFileSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { TextDocument } from "vscode";
import { Uri } from "vscode";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { applyAddition } from "../../client/src/commands/applyScaffold.ts";
import type { Made } from "../../client/src/commands/applyScaffold.ts";
import { makePrivate } from "../../client/src/privateFile.node.ts";
import { setMakePrivate } from "../../client/src/privateFile.ts";
import { editor, resetEditor } from "../support/fakeEditor.ts";
import { folderWith } from "../support/folder.ts";

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe.runIf(process.platform !== "win32")("a private file", () => {
  test("is empty and its owner's, with the folders above it", async () => {
    const folder = folderWith({});
    await makePrivate(join(folder, "secrets/turn"), folder, false);
    expect([modeOf(join(folder, "secrets/turn")), readFileSync(join(folder, "secrets/turn"), "utf8")]).toEqual(["600", ""]);
    await expect(makePrivate(join(folder, "secrets/turn"), folder, false)).rejects.toThrow("EEXIST");
  });

  test("keeps its text until the editor replaces it", async () => {
    const folder = folderWith({ "a.env": "text" });
    chmodSync(join(folder, "a.env"), 0o644);
    await makePrivate(join(folder, "a.env"), folder, true);
    expect([modeOf(join(folder, "a.env")), readFileSync(join(folder, "a.env"), "utf8")]).toEqual(["600", "text"]);
  });

  test("is never made through a link", async () => {
    const folder = folderWith({ "in/.keep": "", "out/a.env": "" });
    symlinkSync("../out", join(folder, "in/secrets"));
    symlinkSync("../out/a.env", join(folder, "in/a.env"));
    const inside = join(folder, "in");
    await expect(makePrivate(join(inside, "secrets/turn"), inside, false)).rejects.toThrow("leads out");
    for (const replaced of [false, true]) await expect(makePrivate(join(inside, "a.env"), inside, replaced)).rejects.toThrow();
    expect(readdirSync(join(folder, "out"))).toEqual(["a.env"]);
  });
});

describe("an addition with a secret", () => {
  const at = { line: 0, character: 0 };
  const made: Made = {
    ok: true,
    text: "",
    edits: [{ range: { start: at, end: at }, newText: "x" }],
    files: [{ path: "secrets/turn", text: "s\n" }],
    variables: { TURN_SECRET: "s" },
    notes: [],
  };
  const documentIn = (folder: string): TextDocument =>
    ({ uri: Uri.file(join(folder, "prosody.cfg.lua")), lineCount: 1 }) as unknown as TextDocument;

  beforeEach(() => {
    resetEditor();
    setMakePrivate(makePrivate);
  });

  afterEach(() => {
    setMakePrivate(undefined);
  });

  test.runIf(process.platform !== "win32")("finds private files in its place", async () => {
    const folder = folderWith({});
    expect(await applyAddition(documentIn(folder), made)).toBe(true);
    expect(editor.applied[0]?.map(({ uri }) => uri.fsPath)).toEqual([
      ...["secrets/turn", "prosody.env", "prosody.cfg.lua"].map((name) => join(folder, name)),
    ]);
    expect([modeOf(join(folder, "secrets/turn")), modeOf(join(folder, "prosody.env"))]).toEqual(["600", "600"]);
  });

  test("leaves no empty files where the editor cannot write", async () => {
    const folder = folderWith({});
    editor.applies = false;
    expect(await applyAddition(documentIn(folder), made)).toBe(false);
    expect(editor.deleted).toEqual(["secrets/turn", "prosody.env"].map((name) => Uri.file(join(folder, name)).path));
  });

  test("is shown where a link leads out", async () => {
    const folder = folderWith({ "in/.keep": "", "out/.keep": "" });
    symlinkSync("../out", join(folder, "in/secrets"));
    expect(await applyAddition(documentIn(join(folder, "in")), made)).toBe(false);
    expect(editor.applied).toEqual([]);
    expect(editor.unsaved.join("")).toContain("Save this as");
    expect(existsSync(join(folder, "out/turn"))).toBe(false);
  });
});
