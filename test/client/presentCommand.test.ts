// A command on its way into a terminal, where a control character is a key: no quote keeps a shell from acting on it.

import { beforeEach, expect, test } from "vitest";
import { presentCommand } from "../../client/src/commands/presentCommand.ts";
import { renderCommand } from "../../server/src/core/generate/shell/render.ts";
import { SHELLS } from "../../server/src/core/generate/shell/shells.ts";
import { editor, resetEditor } from "../support/fakeEditor.ts";

beforeEach(resetEditor);

async function insert(name: string, shell: (typeof SHELLS)[number]): Promise<readonly string[]> {
  const words = [
    ["docker", "run"],
    ["--env-file", name],
  ];
  const [whole, line] = [renderCommand(words, shell, "oneGroupPerLine"), renderCommand(words, shell, "oneLine")];
  if (whole.ok && line.ok) {
    await presentCommand({ title: "Run", text: whole.text, oneLine: line.text, notes: [], shell }, "terminal");
  }
  return editor.typed;
}

test.each(SHELLS)("keys and hidden text are not typed into %s", async (shell) => {
  for (const key of ["\u0003", "\u001b[A", "\t", "\r", "\u007f", "\u009b", "\u202e"]) {
    expect(await insert(`f${key}\ntouch x\n.env`, shell)).toEqual([]);
  }
});

test("the reason is given once", async () => {
  await insert("f\u0003", "sh");
  expect(editor.messages).toEqual([
    "The command contains a control character, which a terminal would execute. Open it as a script instead.",
  ]);
});

test("an ordinary command is typed, line breaks in quotes too", async () => {
  expect(await insert("a b\nc 🚀.env", "sh")).toEqual(["docker run \\\n  --env-file 'a b\nc 🚀.env'"]);
  expect(editor.messages).toEqual([]);
});
