// Processor time of this process in milliseconds: it stands still while the machine does something else.

export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
