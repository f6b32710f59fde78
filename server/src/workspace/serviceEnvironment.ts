// The environment that a service of a compose file gives to its container: that of its env files, one after the other, then its own.

import { URI, Utils } from "vscode-uri";
import { environmentOf } from "../core/effective/environment.ts";
import { readEnvFile } from "../core/model/envFile.ts";
import type { ServiceParams } from "../protocol.ts";

/** What is missing, or cannot be told, is not set. */
export async function serviceEnvironment(
  { file, name }: ServiceParams,
  read: (uri: string) => Promise<string | undefined>,
): Promise<Readonly<Record<string, string>>> {
  const { readCompose } = await import("../core/analyseContainers.ts");
  const service = readCompose((await read(file)) ?? "").services.find((one) => one.name === name);
  if (service === undefined) return {};
  const variables = new Map<string, string>();
  const take = (name: string, value: string | undefined): void => {
    if (value === undefined) variables.delete(name);
    else variables.set(name, value);
  };
  for (const { path, raw } of service.envFiles) {
    const text = (await read(Utils.resolvePath(Utils.dirname(URI.parse(file)), path).toString())) ?? "";
    const { variables: own, unclear } = environmentOf(readEnvFile(text, raw ? "docker" : "compose"));
    for (const one of unclear) take(one, undefined);
    for (const [one, value] of Object.entries(own)) take(one, value);
  }
  for (const [one, value] of Object.entries(service.environment)) take(one, value);
  return Object.fromEntries(variables);
}
