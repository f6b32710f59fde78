// Processor time and memory of other processes, from Linux's /proc. On other systems nothing is known, and the answer is undefined.

import { readFileSync, readdirSync } from "node:fs";

/** What /proc counts processor time in: USER_HZ, which is 100 on every Linux that Node runs on. */
const TICK_MS = 10;

export interface Usage {
  /** In milliseconds, with those of its children that have ended. */
  readonly cpu: number;
  /** Of that, what its ended children had. */
  readonly ended: number;
  /** In bytes, what it has in the machine's memory now. */
  readonly memory: number;
}

/** Of one process; undefined where it is gone, or there is no /proc. */
function usage(pid: number): Usage | undefined {
  try {
    // The name in parentheses may contain anything.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = stat.slice(11, 15).map(Number);
    const kib = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0";
    const ended = (endedUser + endedSystem) * TICK_MS;
    return { cpu: (user + system) * TICK_MS + ended, ended, memory: Number(kib) * 1024 };
  } catch {
    return undefined;
  }
}

function childrenOf(pid: number): readonly number[] {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    return tasks.flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").match(/\d+/g) ?? []).map(Number);
  } catch {
    return [];
  }
}

/** Of a process and all that it has started. */
export function familyUsage(pid: number): Pick<Usage, "cpu" | "memory"> | undefined {
  const own = usage(pid);
  if (own === undefined) return undefined;
  return childrenOf(pid)
    .map((child) => familyUsage(child) ?? { cpu: 0, memory: 0 })
    .reduce((sum, { cpu, memory }) => ({ cpu: sum.cpu + cpu, memory: sum.memory + memory }), own);
}

/** What all processes that this one has started have taken so far, those that have ended too. */
function startedCpu(): number | undefined {
  const own = usage(process.pid);
  const living = childrenOf(process.pid).map((child) => familyUsage(child)?.cpu ?? 0);
  return own === undefined ? undefined : living.reduce((sum, cpu) => sum + cpu, own.ended);
}

/** How long processes that this one starts are kept busy by something, in milliseconds; zero where that cannot be known. */
export async function cpuTimeOfChildren<T>(run: () => Promise<T>): Promise<{ readonly busy: number; readonly result: T }> {
  const before = startedCpu();
  const result = await run();
  const after = startedCpu();
  return { busy: before === undefined || after === undefined ? 0 : after - before, result };
}
