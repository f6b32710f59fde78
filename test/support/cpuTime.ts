// How long something keeps the processor busy: unlike a clock, that does not depend on what else the machine is doing.

/** In milliseconds. */
export function cpuTime(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
