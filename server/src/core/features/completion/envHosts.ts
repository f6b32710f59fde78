// Proposals made from the hosts that the same env file gives: addresses of administrators, components with a domain below a host, the
// host of an account.

import type { EnvFile } from "../../model/envFile.ts";
import type { Schema, VariableInfo } from "../../schema/schema.ts";
import { explainModule } from "../explain.ts";
import type { Candidate } from "./values.ts";

/** The services that nearly everybody has, with the usual beginning of their domain. */
const COMPONENTS: readonly (readonly [string, string])[] = [
  ["rooms", "muc"],
  ["upload", "http_file_share"],
];

/** `typed`: the item up to the cursor. Each proposal takes the place of the whole item. */
export function hostCandidates(variable: VariableInfo, file: EnvFile, typed: string, schema: Schema): readonly Candidate[] {
  const hosts = hostsOf(file);
  const { type, name } = variable;
  const plain = (text: string, rank: number, detail: string): Candidate => ({ text, isText: true, kind: "value", rank, detail });
  if (name === "DOMAIN") return hosts.map((host, rank) => plain(host, rank, "one of the virtual hosts"));
  if (typeof type !== "object" || type.is !== "list") return [];
  if (type.items === "jid") {
    const account = /^[^@]*/.exec(typed)?.[0] ?? "";
    return hosts.map((host, rank) => plain(`${account === "" ? "admin" : account}@${host}`, rank, "an account on this server"));
  }
  if (type.items !== "component") return [];
  return hosts.flatMap((host) =>
    COMPONENTS.flatMap(([label, module], rank): readonly Candidate[] => {
      const info = schema.module(module);
      if (info?.availability !== "now") return [];
      return [{ ...plain(`${label}.${host}:${module}`, rank, "a component"), documentation: () => explainModule(info, schema) }];
    }),
  );
}

/** Without blanks and quotes; what depends on the tool is left out. */
function hostsOf({ variables }: EnvFile): readonly string[] {
  const values =
    variables
      .filter(({ name }) => name === "PROSODY_VIRTUAL_HOSTS")
      .at(-1)
      ?.readings.map(({ value }) => value) ?? [];
  const plain = new Set(values.map((value) => value?.replace(/^["' ]+|["' ]+$/g, "")));
  const [value, ...others] = plain;
  if (value === undefined || others.length > 0) return [];
  return value
    .split(",")
    .map((host) => host.trim())
    .filter((host) => /^[\p{L}\p{N}.-]+$/u.test(host));
}
