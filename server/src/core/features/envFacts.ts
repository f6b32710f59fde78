// What the variables of one env file, or of one container, say together, for features that look at several at once. Where the tools in
// question read different things, nothing is known.

import type { EnvFile } from "../model/envFile.ts";

/** Of an env file or of a container. */
export type Variables = Pick<EnvFile, "variables">;

export function isGivenIn({ variables }: Variables, name: string): boolean {
  return variables.some((variable) => variable.name === name);
}

/** Without blanks and quotes around it. */
export function valueIn({ variables }: Variables, name: string): string | undefined {
  const readings = variables.findLast((variable) => variable.name === name)?.readings ?? [];
  const [value, ...others] = new Set(readings.map((reading) => reading.value?.replace(/^["'\s]+|(?<!["'\s])["'\s]+$/g, "")));
  return others.length > 0 ? undefined : value;
}

export function itemsIn(file: Variables, name: string): readonly string[] {
  const items = (valueIn(file, name) ?? "").split(",").map((item) => item.trim());
  return items.filter((item) => item !== "");
}

/** Names of the hosts with accounts. */
export function hostsIn(file: Variables): readonly string[] {
  return itemsIn(file, "PROSODY_VIRTUAL_HOSTS").filter((host) => /^[\p{L}\p{N}.-]+$/u.test(host));
}

export interface NamedComponent {
  readonly name: string;
  readonly module: string;
}

/** Those that Prosody itself runs. */
export function componentsIn(file: Variables): readonly NamedComponent[] {
  return itemsIn(file, "PROSODY_COMPONENTS").flatMap((item) => {
    const [name = "", module = ""] = item.split(":").map((part) => part.trim());
    return name === "" || module === "" ? [] : [{ name, module }];
  });
}
