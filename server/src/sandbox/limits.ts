// How much an evaluation may take. Real configurations, also those that are programs, need a small part of each.

export interface Limits {
  /** Instructions of Lua's virtual machine. */
  readonly instructions: number;
  /** Bytes that Lua has in use at one time. */
  readonly memory: number;
  /** Includes within includes. */
  readonly includeDepth: number;
  /** Letters in a path. */
  readonly pathLength: number;
  /** Values in the result, with everything inside tables. */
  readonly values: number;
  /** Tables within tables in the result. */
  readonly tableDepth: number;
}

export const LIMITS: Limits = {
  instructions: 10_000_000,
  memory: 48 * 1024 * 1024,
  includeDepth: 40,
  pathLength: 4_096,
  values: 200_000,
  tableDepth: 60,
};
