// What a key costs over stdio: the change, the diagnostics that follow, and a completion, a hover and code actions at the cursor. Also what
// opening the text costs, and the memory that the server then has. Typed is at places of five kinds, none at the end of the text.

import type { Position } from "vscode-languageserver/node";
import { Editor } from "./editor.ts";
import { allServers } from "./product.ts";
import { providerOfLines } from "./provider.ts";
import type { Cell, Options, Part } from "./report.ts";
import type { Server } from "./servers.ts";
import { measuredOf, ratio } from "./statistics.ts";
import type { Measured } from "./statistics.ts";

const SIZES = [100, 1_000, 10_000, 100_000];
/** What the others are compared with. */
const COMPARED = 1_000;
const ROUNDS = 4;
/** By the clock: no further round after so long, and no answer at all after the other. */
const ENOUGH_MS = 60_000;
const TIME_LIMIT_MS = 240_000;

interface Typed {
  readonly opened: number;
  /** For each key, in milliseconds. */
  readonly keys: Measured;
  readonly memory: number;
}

export async function keystrokes({ most }: Options): Promise<Part> {
  const { ours, json, yaml } = await allServers();
  const rows: (readonly Cell[])[] = [];
  const failures: string[] = [];
  const compared = new Map<Server, Measured>();
  for (const lines of SIZES.filter((size) => size <= most)) {
    for (const server of [ours, json, yaml]) {
      const typed = await within(TIME_LIMIT_MS, server, lines);
      if (typed === undefined) {
        rows.push([`${lines} lines: ${server.title}`, `over ${TIME_LIMIT_MS / 1000} s`, "", "", ""]);
        failures.push(`${server.title} takes more than ${TIME_LIMIT_MS / 1000} s for ${lines} lines`);
        continue;
      }
      if (lines === COMPARED) compared.set(server, typed.keys);
      const base = compared.get(server);
      const growth = base === undefined ? "" : ratio(typed.keys, base);
      rows.push([`${lines} lines: ${server.title}`, typed.opened, typed.keys, growth, Math.round(typed.memory / 2 ** 20)]);
    }
  }
  return {
    id: "keystrokes",
    title: "One key over stdio",
    columns: ["what", "opening, ms", "a key, ms", `× ${COMPARED} lines`, "memory, MiB"],
    rows,
    notes: [
      "Processor time of the server and its children; a key is the mean of a round of five at different places.",
      "The service for JSON has no code actions; those of YAML are asked.",
    ],
    failures,
  };
}

async function within(limit: number, server: Server, lines: number): Promise<Typed | undefined> {
  const editor = new Editor(server, `file:///nowhere/${lines}/prosody.${server.extension}`);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limit);
  });
  try {
    return await Promise.race([typeIn(editor, server.write(providerOfLines(lines))), late]);
  } finally {
    clearTimeout(timer);
    await editor.stop();
  }
}

async function typeIn(editor: Editor, text: string): Promise<Typed> {
  await editor.start();
  const idle = await editor.settled();
  const { diagnostics } = await editor.open(text);
  if (diagnostics.length === 0) throw new Error("the mistake in the text was not found");
  const opened = (await editor.settled()) - idle;
  const keys: number[] = [];
  const began = performance.now();
  for (let round = 0; round < ROUNDS && performance.now() - began < ENOUGH_MS; round++) {
    const before = await editor.settled();
    for (const { position, key } of places(text, round)) await editor.type(position, key);
    keys.push(((await editor.settled()) - before) / KEYS.length);
  }
  return { opened, keys: measuredOf(keys), memory: editor.usage().memory };
}

/** Around the middle of the text: what is looked for, and the key that is typed after it. */
const KEYS: readonly (readonly [string, string])[] = [
  ["Rooms of", "x"],
  ["owner@", "y"],
  ["muc_ma", "z"],
  ["certs/", "q"],
  ["rooms.customer", "w"],
];

function places(text: string, round: number): readonly { readonly position: Position; readonly key: string }[] {
  const lines = text.split("\n");
  return KEYS.map(([words, key], i) => {
    // Of what was typed before, none is in front of these.
    const from = (lines.length >> 1) + (i + round * KEYS.length) * (lines.length > 500 ? 20 : 0);
    const line = lines.findIndex((one, at) => at >= from && one.includes(words));
    if (line < 0) throw new Error(`no "${words}" below the middle`);
    return { position: { line, character: (lines[line] ?? "").indexOf(words) + words.length }, key };
  });
}
