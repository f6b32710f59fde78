// Statements to the model of a file: one after the other, each with what those before it left behind. Given the model of what the text
// was before, statements that are the same and find the same before them keep what is known of them.

import type { Chunk } from "../syntax/lua/chunk.ts";
import type { LuaSyntax } from "../syntax/lua/syntax.ts";
import { LuaFile } from "./luaFile.ts";
import { lowerChunk } from "./lowerChunk.ts";
import type { LoweredChunk } from "./loweredChunk.ts";
import { SIZE_OF_EDITED, cutParts } from "./part.ts";
import type { Part } from "./part.ts";
import { placedValue } from "./place.ts";
import type { Value } from "./value.ts";
import { Variables } from "./variables.ts";

export function lowerLua(syntax: LuaSyntax, previous?: LuaFile): LuaFile {
  const lowering = new FileLowering(syntax);
  const isLimited = syntax.madeFrom === undefined || syntax.understood < syntax.chunks.length;
  const start = syntax.chunkStarts[0] ?? 0;
  // What came from a variable stands where that was set.
  const isMoved = previous?.hasVariables === true && previous.startOf(0) !== start;
  if (previous === undefined || previous.isProgram || previous.syntaxId !== syntax.madeFrom || isLimited || isMoved) {
    syntax.read(lowering.reader());
    return lowering.file();
  }
  const { before, after } = keptParts(syntax, previous);
  const { edit, chunks } = syntax;
  const from = previous.firstChunkOf(before);
  const to = previous.firstChunkOf(after) - edit.oldTo + edit.to;
  lowering.keep(previous, before);
  lowering.change(chunks.slice(from, to), previous.parts.slice(before, after));
  lowering.keepOrLower(previous, after);
  return lowering.file();
}

/** Parts at both ends of which every chunk is still there: those before the one number, and from the other on. */
function keptParts({ edit }: LuaSyntax, previous: LuaFile): { readonly before: number; readonly after: number } {
  const before = previous.partOfChunk(edit.from);
  let after = previous.partOfChunk(edit.oldTo);
  if (previous.firstChunkOf(after) < edit.oldTo) after++;
  return { before, after: Math.max(before, after) };
}

class FileLowering {
  private parts: Part[] = [];
  private before: Variables[] = [];
  private variables = Variables.NONE;
  private functionsOpenSections = false;
  private lost = false;
  private at: number;
  /** Names that the changed statements set and did not set before, or the other way round. */
  private changedNames: ReadonlySet<string> = new Set();
  private readonly start: number;
  private finish = (): void => undefined;

  constructor(private readonly syntax: LuaSyntax) {
    this.start = syntax.chunkStarts[0] ?? 0;
    this.at = this.start;
  }

  file(): LuaFile {
    this.finish();
    return new LuaFile(this.parts, this.start, this.before, this.functionsOpenSections, this.syntax.id);
  }

  /** Takes the statements of a whole file one by one. */
  reader(): (chunk: Chunk) => void {
    const run = new Run(this.variables, this.at);
    const chunks: Chunk[] = [];
    const lowered: LoweredChunk[] = [];
    this.finish = () => {
      for (const part of cutParts(chunks, lowered)) this.add(part);
    };
    return (chunk) => {
      chunks.push(chunk);
      lowered.push(this.lowerOne(chunk, run));
    };
  }

  /** The parts in front of every change. */
  keep(previous: LuaFile, count: number): void {
    this.parts = previous.parts.slice(0, count);
    this.lost = isLostBehind(this.parts.at(-1));
    this.before = previous.variables.slice(0, count);
    this.variables = previous.variables[count] ?? this.variablesBehind(previous, count - 1);
    this.at += lengthOf(this.parts);
  }

  private variablesBehind(previous: LuaFile, i: number): Variables {
    const part = previous.parts[i];
    return part === undefined
      ? Variables.NONE
      : withVariables(previous.variables[i] ?? Variables.NONE, part, previous.startOf(i));
  }

  /** Statements that took the place of some parts. Those that were in these parts already are mostly what they were. */
  change(chunks: readonly Chunk[], dropped: readonly Part[]): void {
    const known = new Map(dropped.flatMap((part) => part.chunks.map((chunk, i) => [chunk, part.lowered[i]] as const)));
    const unsure = new Set([
      ...this.variables.names,
      ...dropped.flatMap(({ lowered }) => lowered.flatMap(({ variables }) => [...variables.keys()])),
    ]);
    const before = this.parts.length;
    this.lower(chunks, (chunk, run) => {
      const old = known.get(chunk);
      if (old === undefined || this.functionsOpenSections || old.wasLost !== this.lost) return undefined;
      const findsTheSame =
        old.lookedFor.every((name) => !unsure.has(name) && !run.variables.has(name)) &&
        [...old.asked].every(([name, answer]) => this.isSet(name, run) === answer);
      return findsTheSame ? old : undefined;
    });
    const namesIn = (parts: readonly Part[]): ReadonlySet<string> => new Set(parts.flatMap(({ sets }) => [...sets]));
    const [old, now] = [namesIn(dropped), namesIn(this.parts.slice(before))];
    this.changedNames = new Set([...[...old].filter((name) => !now.has(name)), ...[...now].filter((name) => !old.has(name))]);
  }

  private lower(chunks: readonly Chunk[], known: (chunk: Chunk, run: Run) => LoweredChunk | undefined = () => undefined): void {
    const run = new Run(this.variables, this.at);
    const lowered = chunks.map((chunk) => {
      const before = known(chunk, run);
      if (before === undefined) return this.lowerOne(chunk, run);
      this.lost = before.lost;
      run.take(before, chunk);
      return before;
    });
    for (const part of cutParts(chunks, lowered, SIZE_OF_EDITED)) this.add(part);
  }

  private lowerOne(chunk: Chunk, run: Run): LoweredChunk {
    const { functionsOpenSections, lost } = this;
    const isSet = (name: string): boolean => this.isSet(name, run);
    const lowered = lowerChunk(chunk, { variables: run.variables, isSet, functionsOpenSections, lost });
    this.functionsOpenSections = lowered.functionsOpenSections;
    this.lost = lowered.lost;
    run.take(lowered, chunk);
    chunk.forget();
    return lowered;
  }

  private isSet(name: string, run: Run): boolean {
    if (run.names.has(name)) return true;
    let isSet = run.before.get(name);
    if (isSet === undefined) {
      isSet = this.parts.some(({ sets }) => sets.has(name));
      run.before.set(name, isSet);
    }
    return isSet;
  }

  /** The parts behind every change: the same, unless they find something else before them. */
  keepOrLower(previous: LuaFile, from: number): void {
    const by = this.at - (from < previous.parts.length ? previous.startOf(from) : this.at);
    for (let i = from; i < previous.parts.length; i++) {
      const part = previous.parts[i];
      if (part === undefined) return;
      const before = previous.variables[i] ?? Variables.NONE;
      if (this.variables.equals(before, sameValue)) this.variables = before;
      // From here on nothing is different.
      if (
        this.variables === before &&
        part.wasLost === this.lost &&
        this.changedNames.size === 0 &&
        !this.functionsOpenSections &&
        (by === 0 || !previous.hasVariables)
      ) {
        for (let rest = i; rest < previous.parts.length; rest++) this.parts.push(previous.parts[rest] ?? part);
        for (let rest = i; rest < previous.parts.length; rest++) this.before.push(previous.variables[rest] ?? before);
        return;
      }
      const isMoved = part.usesOwnVariables && by !== 0;
      if (this.functionsOpenSections || isMoved || !this.findsTheSame(part, before)) this.lower(part.chunks);
      else this.add(part);
    }
  }

  private findsTheSame({ lowered, asked, wasLost }: Part, before: Variables): boolean {
    if (wasLost !== this.lost) return false;
    const isSame = (name: string): boolean => sameValue(this.variables.get(name), before.get(name));
    if (this.variables !== before && !lowered.every(({ lookedFor }) => lookedFor.every(isSame))) return false;
    if (this.changedNames.size === 0 || asked.size === 0) return true;
    return [...asked].every(
      ([name, answer]) => !this.changedNames.has(name) || this.parts.some(({ sets }) => sets.has(name)) === answer,
    );
  }

  private add(part: Part): void {
    this.parts.push(part);
    this.before.push(this.variables);
    this.lost = isLostBehind(part);
    this.variables = withVariables(this.variables, part, this.at);
    this.at += part.length;
  }
}

/** Statements that follow each other and are no part yet. */
class Run {
  readonly names = new Set<string>();
  /** Whether names were set before them. */
  readonly before = new Map<string, boolean>();

  constructor(
    public variables: Variables,
    private at: number,
  ) {}

  take({ sets, variables }: LoweredChunk, { source }: Chunk): void {
    for (const name of sets) this.names.add(name);
    this.variables = withPlaced(this.variables, variables, this.at);
    this.at += source.length;
  }
}

function isLostBehind(part: Part | undefined): boolean {
  return part?.lowered.at(-1)?.lost === true;
}

function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

/** As a part leaves them that stands at an offset. */
function withVariables(variables: Variables, part: Part, start: number): Variables {
  if (!part.hasVariables) return variables;
  let all = variables;
  let at = start;
  part.lowered.forEach((lowered, i) => {
    all = withPlaced(all, lowered.variables, at);
    at += part.chunks[i]?.source.length ?? 0;
  });
  return all;
}

function withPlaced(variables: Variables, more: ReadonlyMap<string, Value>, by: number): Variables {
  if (more.size === 0) return variables;
  return variables.with(new Map([...more].map(([name, value]) => [name, placedVariable(value, by)])));
}

function placedVariable(value: Value, by: number): Value {
  const placed = placedValue(value, by);
  const hasInside = placed.kind === "table" || (placed.kind === "env" && placed.fallback !== undefined);
  return hasInside ? { ...placed, elsewhere: true } : placed;
}

/** As far as those that use the variable can tell: what is inside a table has its place. */
function sameValue(one: Value | undefined, other: Value | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  if (one.kind !== other.kind || one.folded !== other.folded) return false;
  if ("value" in one && "value" in other) return one.value === other.value;
  if (one.kind === "nil" && other.kind === "nil") return one.unsetName === other.unsetName;
  if (one.kind === "env" && other.kind === "env") {
    return one.name === other.name && one.fallback === undefined && other.fallback === undefined;
  }
  return one.kind === "dynamic" || one.kind === "broken";
}
