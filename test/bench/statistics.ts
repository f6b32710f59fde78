// Samples of processor time: taken with tinybench on the processor's clock, or given to it where another process was measured. Ratios have
// the spread that resampling both sides shows.

import { Bench } from "tinybench";

/** Of one thing that was measured several times, in the order of the samples' size. */
export interface Measured {
  readonly samples: readonly number[];
  readonly median: number;
  /** Median absolute deviation. */
  readonly deviation: number;
}

export interface Ratio {
  readonly value: number;
  /** Between these lie 95 of 100 ratios of samples drawn anew. */
  readonly low: number;
  readonly high: number;
}

/** Milliseconds that all threads of this process have had. */
export function processorClock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export interface Rounds {
  readonly rounds: number;
  /** First without being counted. */
  readonly warmUp?: number;
}

/** Something that runs in this process. */
export function measure(run: () => unknown, { rounds, warmUp = 0 }: Rounds): Measured {
  const bench = new Bench({
    ...common(rounds),
    now: processorClock,
    warmup: warmUp > 0,
    warmupIterations: warmUp,
    warmupTime: 0,
  });
  bench.add("it", () => void run(), { async: false });
  return resultOf(bench.runSync());
}

/** Something that says itself how long it took, such as another process. */
export async function collect(sample: () => Promise<number>, { rounds }: Rounds): Promise<Measured> {
  const bench = new Bench({ ...common(rounds), warmup: false });
  bench.add("it", async () => ({ overriddenDuration: await sample() }), { async: true });
  return resultOf(await bench.run());
}

const common = (iterations: number): { iterations: number; time: number; retainSamples: boolean; throws: boolean } => ({
  iterations,
  time: 0,
  retainSamples: true,
  throws: true,
});

function resultOf(tasks: Bench["tasks"]): Measured {
  const result = tasks[0]?.result;
  if (result?.state !== "completed") throw new Error("a measurement did not come to its end");
  const { samples = [], p50, mad } = result.latency;
  return { samples: [...samples], median: p50, deviation: mad };
}

/** For samples that were taken elsewhere. */
export function measuredOf(values: readonly number[]): Measured {
  const samples = [...values].sort((a, b) => a - b);
  const median = medianOf(samples);
  const distances = samples.map((one) => Math.abs(one - median)).sort((a, b) => a - b);
  return { samples, median, deviation: medianOf(distances) };
}

const DRAWS = 400;

export function ratio(one: Measured, other: Measured): Ratio {
  const random = seeded(1);
  const drawn = (from: readonly number[]): number =>
    medianOf(from.map(() => from[Math.floor(random() * from.length)] ?? 0).sort((a, b) => a - b));
  const values = Array.from({ length: DRAWS }, () => drawn(one.samples) / drawn(other.samples)).sort((a, b) => a - b);
  return {
    value: one.median / other.median,
    low: values[Math.floor(DRAWS * 0.025)] ?? 0,
    high: values[Math.floor(DRAWS * 0.975)] ?? 0,
  };
}

function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** Numbers from 0 to 1, the same every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
