// Hands the process over to the language server, which no other command loads.

const TRANSPORT = /^--(?:stdio|node-ipc|socket|pipe)\b/;

/** Editors add words of their own, such as --clientProcessId; the server knows them. Without a transport it talks over stdio. */
export async function startLanguageServer(words: readonly string[]): Promise<void> {
  const [node = process.execPath, script = "prosody-config"] = process.argv;
  process.argv = [node, script, ...(words.some((word) => TRANSPORT.test(word)) ? [] : ["--stdio"]), ...words];
  await import("../node.ts");
}
