// The language server, told things in any order, and lies: a script of messages, one a line, and below `---` the text of a document. The
// server stays alive and answers, no handler throws, and neither log nor answer tells a secret.

import type { TestClient } from "../../support/lsp.ts";
import { connectInMemory } from "../../support/lsp.ts";
import { SECRET, mustKeepSecret } from "../secrets.ts";
import { must, numbersOf, oneOf } from "../target.ts";
import type { Target } from "../target.ts";
import { bases } from "../bases.ts";
import { LUA_PIECES } from "./lua.ts";

const URIS = ["file:///w/prosody.cfg.lua", "file:///w/.env", "file:///w/compose.yaml", "file:///w/conf.d/a.cfg.lua", "untitled:x", "", "%zz", "file:///w/../../etc/x.cfg.lua"]; // prettier-ignore
const ABOUT_PLACES = ["hover", "completion", "definition", "references", "documentHighlight", "prepareRename", "rename"];
const ABOUT_FILES = ["documentSymbol", "documentLink", "codeLens"];
const OWN = ["effective", "upgrade", "convert", "network", "choices", "dockerRun", "composeServices", "scaffold", "containerFile", "administration"]; // prettier-ignore

const LINES = [
  ...["open", "change", "edit", "close", "save", "watch", "settings", "folders", "trust", "cancel", "unknown", "actions"],
  ...[...ABOUT_PLACES, ...ABOUT_FILES, ...OWN],
].flatMap((word) => [`${word} 0\n`, `${word} ${word.length % URIS.length}\n`]);

const SEPARATOR = "\n---\n";

let server: Promise<TestClient> | undefined;

/** One for all runs: what it keeps of one must not harm the next. */
function connected(): Promise<TestClient> {
  server ??= connectInMemory({ settings: {}, folders: ["file:///w"], files: new Map() });
  return server;
}

type Number = (limit: number) => number;

async function tell(client: TestClient, [word = "", argument = ""]: readonly string[], text: string, number: Number): Promise<unknown> {
  const { connection } = client;
  const uri = URIS[Number(argument)] ?? oneOf(URIS, number);
  const version = number(5) - 1;
  const place = (): object => ({ line: number(12) - 1, character: number(4) === 0 ? 1e9 : number(30) - 1 });
  const range = { start: place(), end: place() };
  const textDocument = { uri };
  const languageId = oneOf(["prosody", "dotenv", "yaml", "", "plaintext"], number);
  const send = (method: string, params: unknown): Promise<unknown> => connection.sendRequest(method, params).catch(() => undefined);
  if (ABOUT_PLACES.includes(word))
    return send(`textDocument/${word}`, { textDocument, position: place(), newName: "x", context: { includeDeclaration: true } });
  if (ABOUT_FILES.includes(word)) return send(`textDocument/${word}`, { textDocument });
  if (OWN.includes(word))
    return send(`prosody/${word}`, { uri, to: "13.0", kind: oneOf(["server", "addition", "x"], number), engine: "docker" });
  const tellOf = (method: string, params: unknown): Promise<void> => connection.sendNotification(method, params);
  switch (word) {
    case "open":
      return tellOf("textDocument/didOpen", { textDocument: { uri, languageId, version, text } });
    case "change":
      return tellOf("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
    case "edit":
      return tellOf("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ range, text: oneOf(LUA_PIECES, number) }] });
    case "close":
      return tellOf("textDocument/didClose", { textDocument });
    case "save":
      return tellOf("textDocument/didSave", { textDocument, text });
    case "watch":
      return tellOf("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 1 + number(4) }] });
    case "settings":
      return tellOf("workspace/didChangeConfiguration", { settings: number(2) === 0 ? null : { prosody: { version: text } } });
    case "folders":
      return tellOf("workspace/didChangeWorkspaceFolders", { event: { added: [{ uri, name: "" }], removed: [{ uri: "file:///w", name: "" }] } });
    case "trust":
      return tellOf("prosody/trust", {});
    case "actions":
      return send("textDocument/codeAction", { textDocument, range, context: { diagnostics: [] } });
    default:
      return send("textDocument/nothing", { textDocument });
  }
} // prettier-ignore

/** Milliseconds by the clock. */
const PATIENCE = 20_000;

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error("the server does not answer"));
    }, PATIENCE);
  });
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer);
  });
}

export const lsp: Target = {
  name: "lsp",
  weight: 2,
  untimed: true,
  bases: () => bases("lua").slice(0, 40).map((text, i) => `open 0\n${LINES.slice(i * 3, i * 3 + 8).join("")}hover 0\nactions 0\nclose 0${SEPARATOR}${text}`),
  pieces: [...LINES, SEPARATOR],
  hold: async (script) => {
    const client = await connected();
    const number = numbersOf(script);
    const [lines = "", text = ""] = script.split(SEPARATOR);
    client.logged.length = 0;
    const answers = lines.split("\n").slice(0, 30).map((line) => tell(client, line.split(" "), text, number));
    const said = await inTime(Promise.all(answers));
    await inTime(client.connection.sendRequest("textDocument/documentSymbol", { textDocument: { uri: URIS[0] } }).catch(() => undefined));
    for (const uri of URIS) await client.close(uri);
    // Orders that are none are refused, and the log says so.
    const failed = client.logged.find((line) => / failed: (?!\$ZodError)/.test(line));
    must(failed === undefined, `a handler fails: ${failed?.split("\n").slice(0, 2).join(" ") ?? ""}`);
    mustKeepSecret("the log", client.logged);
    if (!text.replace(/(?:secret|password) = "[^"]*"/g, "").includes(SECRET)) mustKeepSecret("an answer", withoutText(said));
  },
}; // prettier-ignore

/** Edits of a file hold what stands in it. */
function withoutText(said: readonly unknown[]): string {
  return JSON.stringify(said, (key, value: unknown) =>
    key === "newText" || key === "text" || key === "edit" ? undefined : value,
  );
}
