// What a scaffold made, put into a workspace: in one edit with the secrets first, or shown where nothing can be written.

import { Uri } from "vscode";
import type { TextDocument } from "vscode";
import { beforeEach, describe, expect, test } from "vitest";
import { applyAddition, applyServer, fillDocument } from "../../client/src/commands/applyScaffold.ts";
import type { Made } from "../../client/src/commands/applyScaffold.ts";
import { editor, resetEditor } from "../support/fakeEditor.ts";

const SECRET = "Zs3cr3tZs3cr3tZs3cr3tZ";
const at = { line: 0, character: 0 };
const MADE: Made = {
  ok: true,
  text: 'turn_external_secret = FileLine "secrets/turn"\n',
  edits: [{ range: { start: at, end: at }, newText: "x" }],
  files: [{ path: "secrets/turn", text: `${SECRET}\n` }],
  variables: {},
  notes: ["Do this."],
};
const WITH_VARIABLE: Made = { ...MADE, files: [], variables: { TURN_SECRET: SECRET } };

function documentAt(address: string): TextDocument {
  return { uri: Uri.parse(address), lineCount: 1 } as unknown as TextDocument;
}

const CONFIG = "file:///srv/prosody.cfg.lua";

/** Kinds and names of what was written, in order. */
const written = (): readonly string[] =>
  editor.applied.flat().map(({ kind, uri }) => `${kind} ${uri.path.slice(uri.path.lastIndexOf("/") + 1)}`);

beforeEach(resetEditor);

test("all of it is one edit, and the secret comes first", async () => {
  expect(await applyAddition(documentAt(CONFIG), MADE)).toBe(true);
  expect(editor.applied).toHaveLength(1);
  expect(written()).toEqual(["create turn", "replace prosody.cfg.lua"]);
  expect(editor.messages).toEqual(["New secrets are in secrets/turn: keep them from others and out of version control."]);
  expect(editor.unsaved).toEqual([]);
});

test("nothing to change is said, and nothing written", async () => {
  expect(await applyAddition(documentAt(CONFIG), { ...MADE, edits: [], files: [] })).toBe(true);
  expect([editor.applied, editor.messages]).toEqual([[], ["All of it is there already; nothing was changed."]]);
});

describe.each<readonly [string, (made: Made) => Promise<boolean>]>([
  ["an addition", (made) => applyAddition(documentAt(CONFIG), made)],
  ["a new server", (made) => applyServer(Uri.parse(CONFIG), made)],
  ["a filled document", (made) => fillDocument(documentAt(CONFIG), made)],
])("%s that cannot be written", (_, apply) => {
  const shown = async (words: string, made: Made = MADE): Promise<void> => {
    expect(await apply(made)).toBe(false);
    expect(editor.messages).toEqual([`${words} The result is in documents that are not saved yet.`]);
    expect(editor.unsaved[0]).toBe(MADE.text);
    expect(editor.unsaved[1]).toContain(SECRET);
    expect(editor.unsaved[1]).toContain("Save this as");
  };

  test("as the file system takes nothing", async () => {
    editor.readOnlySchemes.add("file");
    await shown("prosody.cfg.lua is read-only and was left as it is.");
    expect(editor.applied).toEqual([]);
  });

  test("as the file may not be changed", async () => {
    editor.readOnlyPaths.add("/srv/prosody.cfg.lua");
    await shown("prosody.cfg.lua is read-only and was left as it is.", WITH_VARIABLE);
  });

  test("as the folder may not be changed", async () => {
    editor.readOnlyPaths.add("/srv");
    await shown("prosody.cfg.lua is read-only and was left as it is.");
  });

  test("as the disk refuses it", async () => {
    editor.applies = false;
    await shown("prosody.cfg.lua or a file beside it could not be written.");
  });

  test("as the secret's file is there already", async () => {
    editor.files.set("/srv/secrets/turn", "other");
    await shown("turn is there already, so nothing was written. Rename or remove it first.");
    expect(editor.applied).toEqual([]);
  });
});

test("a document without a folder is changed, and its secrets are shown", async () => {
  expect(await applyAddition(documentAt("untitled:Untitled-1"), WITH_VARIABLE)).toBe(true);
  expect(written()).toEqual(["replace Untitled-1"]);
  expect(editor.unsaved).toEqual([expect.stringContaining(`TURN_SECRET=${SECRET}`)]);
});
