// The server in a browser's worker, as it is shipped, says after every edit what a worker says that has just started and opens that text.
// EDITS says how many edits are tried; the usual number is for every day.

import fc from "fast-check";
import type { Diagnostic, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { beforeAll, describe, expect, test } from "vitest";
import { builtDist } from "../support/dist.ts";
import { EDITED_MAIN, EDITED_TEXTS } from "../support/editedTexts.ts";
import { textEdits } from "../support/textEdits.ts";
import type { MakeEdit } from "../support/textEdits.ts";
import { webServers } from "../support/webServer.ts";
import type { WebServer } from "../support/webServer.ts";

const EDITS = Number(process.env["EDITS"] ?? 30);
const EDITS_OF_A_RUN = 5;

const MAIN = "file:///w/prosody.cfg.lua";
const PART = "file:///w/part.cfg.lua";

let start: ReturnType<typeof webServers>;

beforeAll(async () => {
  start = webServers(await builtDist());
});

interface Said {
  readonly diagnostics: readonly Diagnostic[] | undefined;
  readonly actions: unknown;
}

function opened(files: ReadonlyMap<string, string>, uri: string, text: string): WebServer {
  const server = start(files);
  for (const [address, content] of new Map([...files, [uri, text]])) {
    server.tell("textDocument/didOpen", { textDocument: { uri: address, languageId: "prosody", version: 1, text: content } });
  }
  return server;
}

async function said(server: WebServer, uri: string, text: string): Promise<Said> {
  const diagnostics = await server.diagnostics(uri);
  const whole = { start: { line: 0, character: 0 }, end: TextDocument.create(uri, "", 0, text).positionAt(text.length) };
  const context = { diagnostics: diagnostics ?? [] };
  return { diagnostics, actions: await server.ask("textDocument/codeAction", { textDocument: { uri }, range: whole, context }) };
}

/** Types in one worker, and opens every text that comes of it in a new one. Every second edit is taken back, as most leave the text broken. */
async function compare(base: string, isPart: boolean, edits: readonly MakeEdit[]): Promise<void> {
  const uri = isPart ? PART : MAIN;
  const files = new Map(isPart ? Object.entries({ [MAIN]: `${EDITED_MAIN}Include "part.cfg.lua"\n`, [PART]: base }) : []);
  const typing = opened(files, uri, base);
  let version = 1;
  let text = base;
  const type = (change: TextDocumentContentChangeEvent): void => {
    typing.tell("textDocument/didChange", { textDocument: { uri, version: ++version }, contentChanges: [change] });
    text = TextDocument.update(TextDocument.create(uri, "prosody", 0, text), [change], 1).getText();
  };
  let before = { text, said: await said(typing, uri, text) };
  for (const [i, makeEdit] of edits.entries()) {
    const { span, newText } = makeEdit(text);
    const document = TextDocument.create(uri, "prosody", 0, text);
    type({ range: { start: document.positionAt(span.start), end: document.positionAt(span.end) }, text: newText });
    const now = { text, said: await said(typing, uri, text) };
    expect(now.said, text).toEqual(await said(opened(files, uri, text), uri, text));
    if (i % 2 === 0) {
      type({ text: before.text });
      expect(await said(typing, uri, text), text).toEqual(before.said);
    } else before = now;
  }
}

describe.each(Object.entries(EDITED_TEXTS).flatMap(([what, text]) => [false, true].map((isPart) => ({ what, text, isPart }))))(
  "$what, part of another: $isPart",
  ({ text, isPart }) => {
    test("a worker says the same after every edit", { timeout: 1_800_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(textEdits({ minLength: EDITS_OF_A_RUN, maxLength: EDITS_OF_A_RUN }), (edits) =>
          compare(text, isPart, edits),
        ),
        { seed: 20261130, numRuns: Math.ceil(EDITS / EDITS_OF_A_RUN / 6), endOnFailure: true },
      );
    });
  },
);
