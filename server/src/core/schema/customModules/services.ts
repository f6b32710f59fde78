// A module that listens on a port of its own (`module:provides("net", { … })`) has options for it, which Prosody reads.

import { keyText } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { OwnOption } from "../extension.ts";

/** `service` is the table that the module provides. */
export function serviceOptionsOf(module: string, service: Value | undefined): readonly (readonly [string, OwnOption])[] {
  if (service?.kind !== "table") return [];
  const field = (name: string): Value | undefined => service.entries.find((entry) => keyText(entry) === name)?.value;
  const name = textOf(field("config_prefix")) ?? textOf(field("name")) ?? module.replace(/^net_/, "");
  if (!/^[A-Za-z0-9_]*$/.test(name)) return [];
  const prefix = name === "" ? "" : `${name}_`;
  const ports = field("default_port") ?? field("default_ports");
  const listed = ports?.kind === "table" ? ports.entries.map((entry) => entry.value) : ports === undefined ? [] : [ports];
  const numbers = listed.flatMap((value) => (value.kind === "number" ? [value.value] : []));
  return [
    [
      `${prefix}ports`,
      {
        summary: `Ports on which \`${module}\` listens.`,
        type: { is: "list", items: "port" },
        ...(numbers.length === 0 ? {} : { default: numbers }),
        scope: "global",
      },
    ],
    [
      `${prefix}interfaces`,
      { summary: `Addresses on which \`${module}\` listens.`, type: { is: "list", items: "address" }, scope: "global" },
    ],
  ];
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === "string" ? value.value : undefined;
}
