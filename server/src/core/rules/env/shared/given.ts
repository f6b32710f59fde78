// Which variables a file gives, and what the lists of components say, for rules that look at several variables at once.

import { colonParts, listItems, trimmed } from "./listItems.ts";
import type { ListItem } from "./listItems.ts";
import type { KnownSubject, Subject } from "./subject.ts";

/** By name, the subjects that count; some variables count as not given when they are empty. */
export function givenIn(subjects: readonly Subject[]): ReadonlyMap<string, Subject> {
  return new Map(subjects.filter(isGiven).map((subject) => [subject.name, subject]));
}

export function isGiven({ info, values }: Subject): boolean {
  return info?.empty !== "unset" || values?.every((value) => value === "") !== true;
}

/** The one value that every tool reads; undefined where it is not known, or not the same for all. */
export function oneValue(subject: Subject | undefined): string | undefined {
  const [value, ...others] = subject?.values ?? [];
  return others.length > 0 ? undefined : value;
}

export interface ComponentItem {
  readonly name: ListItem;
  readonly module: ListItem | undefined;
}

/** The items of `PROSODY_COMPONENTS`. Undefined: given, but not known. */
export function componentsIn(subjects: readonly Subject[]): readonly ComponentItem[] | undefined {
  const subject = givenIn(subjects).get("PROSODY_COMPONENTS");
  if (subject === undefined) return [];
  if (oneValue(subject) === undefined) return undefined;
  return listItems(subject).flatMap((item) => {
    const [name, module] = colonParts(item).map(trimmed);
    return name === undefined ? [] : [{ name, module }];
  });
}

/** The component of this module; true where it is not known whether there is one. */
export function componentOf(module: string, subjects: readonly Subject[]): ComponentItem | boolean {
  const components = componentsIn(subjects);
  return components === undefined || (components.find((one) => one.module?.text === module) ?? false);
}

/** Names of hosts are the same in upper and lower case. */
export function hostsIn(known: readonly KnownSubject[]): readonly ListItem[] | undefined {
  const subject = known.find(({ name }) => name === "PROSODY_VIRTUAL_HOSTS");
  return subject === undefined || oneValue(subject) === undefined ? undefined : listItems(subject).map(trimmed);
}
