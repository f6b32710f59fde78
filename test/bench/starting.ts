// From the start of a server to its first diagnostics, for a short text with one mistake, and the memory that it then has.

import { Editor } from "./editor.ts";
import { allServers } from "./product.ts";
import { providerOfLines } from "./provider.ts";
import type { Part } from "./report.ts";
import type { Server } from "./servers.ts";
import { measuredOf, ratio } from "./statistics.ts";
import type { Measured } from "./statistics.ts";

const ROUNDS = 7;
const LINES = 50;

interface Started {
  readonly cpu: Measured;
  readonly clock: Measured;
  readonly memory: Measured;
}

export async function starting(): Promise<Part> {
  const { ours, json, yaml, empty } = await allServers();
  const compared = await started(yaml);
  const rows = [];
  for (const server of [ours, json, yaml, empty]) {
    const { cpu, clock, memory } = server === yaml ? compared : await started(server);
    rows.push([server.title, cpu, ratio(cpu, compared.cpu), clock, memory, ratio(memory, compared.memory)] as const);
  }
  return {
    id: "starting",
    title: "From the start to the first diagnostics",
    columns: ["server", "processor, ms", "× YAML's", "clock, ms", "memory, MiB", "× YAML's"],
    rows,
    notes: [`A text of ${LINES} lines, ${ROUNDS} fresh processes of each server. Memory when nothing is left to do.`],
    failures: [],
  };
}

async function started(server: Server): Promise<Started> {
  const text = server.write(providerOfLines(LINES));
  const cpu: number[] = [];
  const clock: number[] = [];
  const memory: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    const editor = new Editor(server, `file:///nowhere/prosody.${server.extension}`);
    try {
      await editor.start();
      await editor.open(text);
      clock.push(performance.now() - began);
      cpu.push(editor.usage().cpu);
      await editor.settled();
      memory.push(editor.usage().memory / 2 ** 20);
    } finally {
      await editor.stop();
    }
  }
  return { cpu: measuredOf(cpu), clock: measuredOf(clock), memory: measuredOf(memory) };
}
