// Where a configuration takes a variable of the environment just as it is: as the value of an option, an item, a name of a host.

import type { ConfigPart } from "./config.ts";
import type { EnvValue, Value } from "./value.ts";

export interface EnvTaken {
  readonly value: EnvValue;
  /** Some runs of the program may not get there. */
  readonly certain: boolean;
}

/** In no particular order. */
export function envValues(file: ConfigPart): readonly EnvTaken[] {
  const found: EnvTaken[] = [];
  const take = (value: Value | undefined, certain: boolean): void => {
    if (value?.kind === "env") found.push({ value, certain });
    if (value?.kind === "table") for (const entry of value.entries) take(entry.value, certain);
  };
  for (const { value, certain } of file.settings) take(value, certain);
  for (const { path, certain } of file.includes) take(path, certain);
  for (const { name, module, certain } of file.sections) {
    take(name, certain);
    take(module, certain);
  }
  return found;
}
