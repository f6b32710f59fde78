// Variables of the environment over the wire: from a configuration to env file and compose file and back, renamed in all of them.

import { afterEach, describe, expect, test } from "vitest";
import type {
  ClientCapabilities,
  DocumentHighlight,
  Hover,
  Location,
  Position,
  Range,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { LineIndex } from "../../server/src/core/text/lineIndex.ts";
import { connectInMemory } from "../support/lsp.ts";
import type { TestClient } from "../support/lsp.ts";
import { memoryFiles } from "../support/memoryFiles.ts";

const FOLDER = "file:///srv/chat";
const at = (name: string): string => `${FOLDER}/${name}`;

const CAPABILITIES: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: { rename: { prepareSupport: true } },
};

const LUA = 'admins = { ENV_ADMIN }\nlog = os.getenv("LOG") or "info"\nVirtualHost(ENV_HOST)\n';
const COMPOSE = `services:
  prosody:
    image: prosodyim/prosody:13.0
    env_file: chat.env
    environment:
      HOST: \${HOST}
      PROSODY_LOGLEVEL: debug
    volumes:
      - ./prosody.cfg.lua:/etc/prosody/prosody.cfg.lua:ro
`;
const FILES = {
  "prosody.cfg.lua": LUA,
  "chat.env": "# who\nADMIN=a@x.example\nLOG=debug\n",
  ".env": "HOST=x.example\n",
  "compose.yaml": COMPOSE,
};

let client: TestClient;
let texts: Record<string, string> = {};
let asked: string[] = [];

const LANGUAGES: Readonly<Record<string, string>> = { yaml: "dockercompose", lua: "prosody", env: "dotenv" };

/** Opens the files that are named; the others stay on the disk. */
async function connect(files: Readonly<Record<string, string>>, ...open: readonly string[]): Promise<void> {
  texts = Object.fromEntries(Object.entries(files).map(([name, text]) => [at(name), text]));
  // A server that is about to end may still be reading: what it asks is not told to the next one.
  const own: string[] = [];
  asked = own;
  client = await connectInMemory({
    folders: [FOLDER],
    capabilities: CAPABILITIES,
    host: {
      files: memoryFiles(
        (uri) => texts[uri],
        () => Object.keys(texts),
        (what) => own.push(what),
      ),
    },
  });
  for (const name of open) await client.open(at(name), files[name] ?? "", LANGUAGES[/\w+$/.exec(name)?.[0] ?? ""]);
}

afterEach(() => client.stop());

/** Of the first letter of a word in a file. */
function positionOf(name: string, word: string, nth = 0): Position {
  const text = texts[at(name)] ?? "";
  let offset = text.indexOf(word);
  for (let i = 0; i < nth; i++) offset = text.indexOf(word, offset + 1);
  const { line, column } = new LineIndex(text).at(offset);
  return { line, character: column + 1 };
}

const ask = <T>(method: string, name: string, position: Position, more: object = {}): Promise<T> =>
  client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: at(name) }, position, ...more });

/** `chat.env:2 ADMIN`. */
const shown = ({ uri, range }: Location): string => {
  const text = texts[uri] ?? "";
  return `${uri.slice(FOLDER.length + 1)}:${range.start.line + 1} ${slice(text, range)}`;
};

function slice(text: string, range: Range): string {
  return text.split("\n")[range.start.line]?.slice(range.start.character, range.end.character) ?? "";
}

const definition = async (name: string, word: string, nth?: number): Promise<readonly string[]> =>
  (await ask<Location[]>("definition", name, positionOf(name, word, nth))).map(shown);
const references = async (name: string, word: string, includeDeclaration = true): Promise<readonly string[]> =>
  (await ask<Location[]>("references", name, positionOf(name, word), { context: { includeDeclaration } })).map(shown);
const refused = async (name: string, word: string, newName?: string): Promise<string> => {
  const position = positionOf(name, word);
  const request = newName === undefined ? ask("prepareRename", name, position) : ask("rename", name, position, { newName });
  return request.then(
    () => "",
    (error: unknown) => (error instanceof Error ? error.message : ""),
  );
};

async function rename(
  name: string,
  word: string,
  newName: string,
): Promise<{ readonly edit: WorkspaceEdit; readonly after: Readonly<Record<string, string>> }> {
  const edit = await ask<WorkspaceEdit>("rename", name, positionOf(name, word), { newName });
  const after = Object.fromEntries(
    (edit.documentChanges ?? []).flatMap((change): readonly (readonly [string, string])[] => {
      if (!("textDocument" in change)) return [];
      const { uri } = change.textDocument;
      const text = texts[uri] ?? "";
      const lines = new LineIndex(text);
      const offset = ({ line, character }: Position): number => lines.offset({ line, column: character });
      const edits = change.edits.map((one) => ({
        span: { start: offset(one.range.start), end: offset(one.range.end) },
        newText: "newText" in one ? one.newText : "",
      }));
      return [[uri.slice(FOLDER.length + 1), applyEdits(text, edits) ?? "overlap"]];
    }),
  );
  return { edit, after };
}

describe("definition", () => {
  test("from what is read to where it is given", async () => {
    await connect(FILES, "prosody.cfg.lua");
    expect(await definition("prosody.cfg.lua", "ENV_ADMIN")).toEqual(["chat.env:2 ADMIN"]);
    expect(await definition("prosody.cfg.lua", '"LOG"')).toEqual(["chat.env:3 LOG"]);
    expect(await definition("prosody.cfg.lua", "ENV_HOST")).toEqual([".env:1 HOST", "compose.yaml:6 HOST"]);
    expect(await definition("prosody.cfg.lua", "admins")).toEqual([]);
  });

  test("from where it is given to who reads it", async () => {
    await connect(FILES, "chat.env", ".env", "compose.yaml");
    expect(await definition("chat.env", "ADMIN")).toEqual(["prosody.cfg.lua:1 ADMIN"]);
    expect(await definition(".env", "HOST")).toEqual(["compose.yaml:6 HOST", "prosody.cfg.lua:3 HOST"]);
    expect(await definition("compose.yaml", "HOST:")).toEqual(["compose.yaml:6 HOST", "prosody.cfg.lua:3 HOST"]);
  });

  test("from an Include to its files", async () => {
    await connect(
      { "prosody.cfg.lua": 'Include "conf.d/*.cfg.lua"\n', "conf.d/a.cfg.lua": "", "conf.d/b.cfg.lua": "" },
      "prosody.cfg.lua",
    );
    expect(await definition("prosody.cfg.lua", "conf.d")).toEqual(["conf.d/a.cfg.lua:1 ", "conf.d/b.cfg.lua:1 "]);
  });

  test("in what is being typed", async () => {
    await connect(FILES, "prosody.cfg.lua", "chat.env");
    texts[at("chat.env")] = "LOG=debug\n\n\nADMIN=b@x.example\n";
    await client.change(at("chat.env"), texts[at("chat.env")] ?? "");
    expect(await definition("prosody.cfg.lua", "ENV_ADMIN")).toEqual(["chat.env:4 ADMIN"]);
  });

  test("beside a configuration, where no container tells", async () => {
    await connect({ "prosody.cfg.lua": LUA, ".env": "ADMIN=x\n", "other/.env": "ADMIN=x\n" }, "prosody.cfg.lua");
    expect(await definition("prosody.cfg.lua", "ENV_ADMIN")).toEqual([".env:1 ADMIN"]);
  });

  test("in a Dockerfile and a Quadlet unit", async () => {
    await connect(
      {
        "prosody.cfg.lua": LUA,
        Dockerfile: "FROM prosodyim/prosody:13.0\nCOPY prosody.cfg.lua /etc/prosody/\nENV ADMIN=a@x.example\n",
        "chat.container":
          "[Container]\nImage=docker.io/prosodyim/prosody:13.0\nVolume=./prosody.cfg.lua:/etc/prosody/prosody.cfg.lua\nEnvironment=ADMIN=a@x.example\n",
      },
      "prosody.cfg.lua",
    );
    expect(await definition("prosody.cfg.lua", "ENV_ADMIN")).toEqual(["Dockerfile:3 ADMIN", "chat.container:4 ADMIN"]);
  });
});

describe("references", () => {
  test("all places, from each of them", async () => {
    await connect(FILES, "prosody.cfg.lua", "chat.env", "compose.yaml");
    const all = [".env:1 HOST", "compose.yaml:6 HOST", "compose.yaml:6 HOST", "prosody.cfg.lua:3 HOST"];
    expect(await references("prosody.cfg.lua", "ENV_HOST")).toEqual(all);
    expect(await references("compose.yaml", "HOST:")).toEqual(all);
    expect(await references("prosody.cfg.lua", "ENV_HOST", false)).toEqual(["compose.yaml:6 HOST", "prosody.cfg.lua:3 HOST"]);
    expect(await references("chat.env", "ADMIN")).toEqual(["chat.env:2 ADMIN", "prosody.cfg.lua:1 ADMIN"]);
  });

  test("of two servers, each its own", async () => {
    const service = COMPOSE.replace(/chat\.env/, "a.env");
    await connect(
      {
        "a/prosody.cfg.lua": LUA,
        "a/a.env": "ADMIN=x\n",
        "a/compose.yaml": service,
        "b/prosody.cfg.lua": LUA,
        "b/a.env": "ADMIN=x\n",
        "b/compose.yaml": service,
      },
      "a/prosody.cfg.lua",
    );
    expect(await references("a/prosody.cfg.lua", "ENV_ADMIN")).toEqual(["a/a.env:1 ADMIN", "a/prosody.cfg.lua:1 ADMIN"]);
  });

  test("in one file are highlighted", async () => {
    await connect({ "prosody.cfg.lua": "a = ENV_X\nb = ENV_X\nc = ENV_XY\n" }, "prosody.cfg.lua");
    const found = await ask<DocumentHighlight[]>("documentHighlight", "prosody.cfg.lua", positionOf("prosody.cfg.lua", "ENV_X"));
    expect(found.map(({ range }) => range.start.line)).toEqual([0, 1]);
  });
});

describe("rename", () => {
  test("in open files and closed ones", async () => {
    await connect(FILES, "prosody.cfg.lua");
    expect(await ask("prepareRename", "prosody.cfg.lua", positionOf("prosody.cfg.lua", "ENV_HOST"))).toEqual({
      range: { start: { line: 2, character: 16 }, end: { line: 2, character: 20 } },
      placeholder: "HOST",
    });
    const { edit, after } = await rename("prosody.cfg.lua", "ENV_HOST", "CHAT_HOST");
    expect(after).toEqual({
      "prosody.cfg.lua": LUA.replace("ENV_HOST", "ENV_CHAT_HOST"),
      ".env": "CHAT_HOST=x.example\n",
      "compose.yaml": COMPOSE.replace("HOST: ${HOST}", "CHAT_HOST: ${CHAT_HOST}"),
    });
    const versions = (edit.documentChanges ?? []).map((change) => ("textDocument" in change ? change.textDocument.version : 0));
    expect(versions).toEqual([null, null, 1]);
  });

  test("from an env file, with what its own values take in", async () => {
    await connect({ ...FILES, "chat.env": "ADMIN=a\nLOG=${ADMIN}x\nX='$ADMIN'\n" }, "chat.env");
    const { after } = await rename("chat.env", "ADMIN", "BOSS");
    expect(after).toEqual({
      "chat.env": "BOSS=a\nLOG=${BOSS}x\nX='$ADMIN'\n",
      "prosody.cfg.lua": LUA.replace("ENV_ADMIN", "ENV_BOSS"),
    });
  });

  test("leaves what Compose takes from around it, and keys of other images", async () => {
    const db = "  db:\n    image: postgres:17\n    environment:\n      HOST: ${HOST}\n";
    await connect({ ...FILES, "compose.yaml": COMPOSE + db }, "prosody.cfg.lua");
    const { after } = await rename("prosody.cfg.lua", "ENV_HOST", "NEW");
    expect(after["compose.yaml"]).toBe(COMPOSE.replace("HOST: ${HOST}", "NEW: ${NEW}") + db.replace("${HOST}", "${NEW}"));
    await client.stop();
    await connect({ ...FILES, ".env": "" }, "prosody.cfg.lua");
    const alone = await rename("prosody.cfg.lua", "ENV_HOST", "NEW");
    expect(alone.after["compose.yaml"]).toBe(COMPOSE.replace("HOST: ${HOST}", "NEW: ${HOST}"));
  });

  test("not what others have to know", async () => {
    await connect(FILES, "prosody.cfg.lua", "compose.yaml");
    expect(await refused("compose.yaml", "PROSODY_LOGLEVEL")).toContain("name of the official container image");
    await client.stop();
    await connect({ ...FILES, "prosody.cfg.lua": "a = ENV_TZ\n" }, "prosody.cfg.lua");
    expect(await refused("prosody.cfg.lua", "ENV_TZ")).toContain("other programs");
    await client.stop();
    const db = "  db:\n    image: postgres:17\n    env_file: chat.env\n";
    await connect({ ...FILES, "compose.yaml": COMPOSE + db }, "prosody.cfg.lua");
    expect(await refused("prosody.cfg.lua", "ENV_ADMIN")).toContain("also given to `db`");
    await client.stop();
    await connect({ ...FILES, "compose.yaml": COMPOSE.replace("HOST: ${HOST}", "ADMIN:") }, "prosody.cfg.lua");
    expect(await refused("prosody.cfg.lua", "ENV_ADMIN")).toContain("environment around it");
    await client.stop();
    await connect({ ...FILES, "run.sh": 'echo "$ADMIN"\n' }, "prosody.cfg.lua");
    expect(await refused("prosody.cfg.lua", "ENV_ADMIN")).toContain("run.sh");
    await client.stop();
    await connect({ ...FILES, "prosody.cfg.lua": 'local n = "ADMIN"\na = os.getenv(n)\n' }, "prosody.cfg.lua");
    expect(await refused("prosody.cfg.lua", "n)")).toContain("put together");
  });

  test("not to what is no name, or is taken", async () => {
    await connect(FILES, "prosody.cfg.lua");
    expect(await refused("prosody.cfg.lua", "ENV_ADMIN", "1X")).toContain("letters, digits");
    expect(await refused("prosody.cfg.lua", "ENV_ADMIN", "A-B")).toContain("letters, digits");
    expect(await refused("prosody.cfg.lua", "ENV_ADMIN", "LOG")).toContain("already, in `chat.env`");
    expect(await refused("prosody.cfg.lua", "ENV_ADMIN", "PROSODY_ADMINS")).toContain("other programs");
  });

  test("of a variable of one's own that is named like the image's", async () => {
    await connect({ ".env": "PROSODY_OWN=1\n", "prosody.cfg.lua": "a = ENV_PROSODY_OWN\n" }, "prosody.cfg.lua");
    const { after } = await rename("prosody.cfg.lua", "ENV_PROSODY_OWN", "OWN");
    expect(after).toEqual({ ".env": "OWN=1\n", "prosody.cfg.lua": "a = ENV_OWN\n" });
  });

  test("of nothing but variables", async () => {
    await connect(FILES, "prosody.cfg.lua");
    expect(await ask("prepareRename", "prosody.cfg.lua", positionOf("prosody.cfg.lua", "admins"))).toBeNull();
  });
});

describe("findings and hovers", () => {
  const codes = (uri: string, version?: number): Promise<readonly unknown[]> =>
    client.diagnostics(at(uri), version).then((found) => found.map(({ code }) => code));

  test("a variable that nothing sets, until something does", async () => {
    await connect({ ...FILES, ".env": "", "compose.yaml": COMPOSE.replace(/ {6}HOST.*\n/, "") }, "prosody.cfg.lua");
    await client.diagnosticsWhere(at("prosody.cfg.lua"), (found) => found.some(({ code }) => code === "undefined-variable"));
    await client.changeOnDisk(at("chat.env"));
    texts[at("chat.env")] = "ADMIN=a@x.example\nHOST=x.example\n";
    await client.changeOnDisk(at("chat.env"));
    await client.diagnosticsWhere(at("prosody.cfg.lua"), (found) => found.every(({ code }) => code !== "undefined-variable"));
  });

  test("a variable that nothing reads", async () => {
    await connect({ ...FILES, "chat.env": "ADMIN=a@x.example\nOLD=1\nLOG=info\n" }, "chat.env");
    expect(await codes("chat.env")).toContain("unused-variable");
  });

  test("where a value comes from, and never the value", async () => {
    await connect(FILES, "prosody.cfg.lua");
    const hover = (word: string): Promise<Hover | null> =>
      client.hover(at("prosody.cfg.lua"), positionOf("prosody.cfg.lua", word));
    expect(JSON.stringify(await hover("ENV_ADMIN"))).toContain("set in `chat.env`, line 2");
    expect(JSON.stringify(await hover("ENV_ADMIN"))).not.toContain("a@x.example");
    expect(JSON.stringify(await hover('"LOG"'))).toContain("default behind `or`");
  });

  test("nothing is read while nobody asks, and nothing twice", async () => {
    await connect({ ...FILES, "prosody.cfg.lua": "admins = {}\n" }, "prosody.cfg.lua");
    await codes("prosody.cfg.lua");
    expect(asked.filter((what) => what.includes("chat.env"))).toEqual([]);
    await client.stop();
    await connect(FILES, "prosody.cfg.lua");
    await definition("prosody.cfg.lua", "ENV_ADMIN");
    await definition("prosody.cfg.lua", "ENV_HOST");
    expect(asked.filter((what) => what === at("chat.env"))).toHaveLength(1);
  });
});
