// What the thread that evaluates and the one that asks say to each other. Plain data, in Node and in a browser alike.

import type { EffectiveResult, EvaluationRequest } from "../core/effective/types.ts";
import type { KnownFiles } from "./knownFiles.ts";
import type { Needs } from "./stop.ts";

export interface Question {
  readonly id: number;
  readonly request: EvaluationRequest;
  readonly known: KnownFiles;
  /** Processor time that it may take. A browser has no clock for that. */
  readonly cpuMs: number;
}

export type Answer =
  /** It has loaded what it needs and takes questions. */
  | { readonly kind: "ready" }
  | { readonly kind: "result"; readonly id: number; readonly result: EffectiveResult; readonly cpuMs?: number }
  | { readonly kind: "needs"; readonly id: number; readonly needs: Needs; readonly cpuMs?: number }
  /** It has taken its processor time, and goes on. */
  | { readonly kind: "late"; readonly id: number }
  /** A mistake of ours. Without its message, which could quote the configuration. */
  | { readonly kind: "broken"; readonly id?: number; readonly name: string };
