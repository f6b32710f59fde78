// What one statement says, and what the text before it left behind.

import type { ConfigPart, Section } from "./config.ts";
import type { Value } from "./value.ts";
import type { Variables } from "./variables.ts";

/**
 * What one chunk says, with offsets that count from its start; those of what came from a variable (`elsewhere`) count from the file's.
 * What it says in the section that began before is in `INHERITED`.
 */
export interface LoweredChunk extends ConfigPart {
  readonly readNames: readonly string[];
  /** The section that goes on behind it. */
  readonly section: Section;
  /** Variables of the file as it leaves them. */
  readonly variables: ReadonlyMap<string, Value>;
  /** Variables that were looked for. */
  readonly lookedFor: readonly string[];
  /** Names that it sets, and those of which it asked whether they were set before. */
  readonly sets: readonly string[];
  readonly asked: ReadonlyMap<string, boolean>;
  /** Something in it does not parse, and may say anything. */
  readonly isDoubtful: boolean;
  /** See `Before`. */
  readonly functionsOpenSections: boolean;
  readonly lost: boolean;
  /** Already before it. */
  readonly wasLost: boolean;
}

/** What the text before a chunk left behind. */
export interface Before {
  readonly variables: Variables;
  isSet(name: string): boolean;
  /** Some function opens sections: after a call that may reach it, one is lost. */
  readonly functionsOpenSections: boolean;
  /** One does not know in which section one is, until the next directive. */
  readonly lost: boolean;
}

/** Stands for the section that was open where a chunk begins. */
export const INHERITED: Section = { kind: "global", header: { start: -1, end: -1 }, certain: true };
/** Stands for the global section of the file. */
export const GLOBAL: Section = { kind: "global", header: { start: 0, end: 0 }, certain: true };
