// Which ports a new module opens, in sentences: for everybody or for this machine only. And whether two services would then want the same one.

import type { LuaAnalysis } from "../analyse.ts";
import { listItems } from "../model/value.ts";
import { check } from "../rules/check.ts";
import { portClash } from "../rules/lua/port-clash.ts";
import type { Schema } from "../schema/schema.ts";
import type { ServiceEntry } from "../schema/types.ts";
import { availability, compareVersions } from "../schema/version.ts";
import { configurationsOf } from "../semantics/around.ts";
import type { Configuration } from "../semantics/configuration.ts";
import { withNeeded } from "../semantics/loaded.ts";

export function openedPorts(module: string, { file, text }: LuaAnalysis, schema: Schema): readonly string[] {
  const { own: before } = configurationsOf(file, text, schema, undefined);
  const open = before.surelyLoaded;
  const direct = schema.module(module)?.depends.map(({ name }) => name) ?? [];
  // What it loads in the usual case, too: an upload service without HTTP is a rare thing.
  const loads = withNeeded([module, ...direct], schema);
  return Object.values(schema.services).flatMap((service) => {
    if (!loads.has(service.module) || open.has(service.module) || availability(service, schema.version) !== "now") return [];
    const ports = portsOf(service, before);
    return ports.length === 0 ? [] : [sentence(service, ports, isPrivate(service, before))];
  });
}

function sentence({ title, prefix, encryption }: ServiceEntry, ports: readonly number[], closed: boolean): string {
  const one = ports.length === 1;
  const which = `${one ? "Port" : "Ports"} ${ports.join(", ")} (${title}) ${one ? "is" : "are"}`;
  if (closed) return `${which} open on this machine only; \`${prefix}interfaces\` opens ${one ? "it" : "them"} to others.`;
  const plain = encryption === "none" ? ` Nothing is encrypted there; \`${prefix}interfaces\` keeps others out.` : "";
  return `${which} open to everybody: let ${one ? "it" : "them"} through the firewall.${plain}`;
}

/** Empty where they are computed. */
function portsOf({ prefix, defaultPorts }: ServiceEntry, config: Configuration): readonly number[] {
  if (config.globalSettings(`${prefix}ports`).length === 0) return defaultPorts;
  const setting = config.settingFor(`${prefix}ports`, config.global);
  const items = setting === undefined ? [] : listItems(setting.value);
  return items.flatMap((item) => (item.kind === "number" && item.value > 0 ? [item.value] : []));
}

function isPrivate({ prefix, private: closed, privateSince }: ServiceEntry, config: Configuration): boolean {
  const said = ["interfaces", "interface"].flatMap((name) => config.globalSettings(prefix + name));
  if (said.length > 0) {
    const addresses = said.flatMap(({ value }) => listItems(value));
    return addresses.length > 0 && addresses.every((item) => item.kind === "string" && /^(?:127\.|::1$)/.test(item.value));
  }
  return closed === true && (privateSince === undefined || compareVersions(config.schema.version, privateSince) >= 0);
}

/** Of two services on one port, where it was not so before: what the rule says of it. */
export function newClash(before: LuaAnalysis, after: LuaAnalysis, schema: Schema): string | undefined {
  const clashes = (analysis: LuaAnalysis): readonly string[] =>
    check(analysis, schema, { rules: [portClash] }).flatMap(({ rule, message, span }) =>
      rule === portClash.id ? [`${message} (Line ${analysis.lines.at(span.start).line + 1}.)`] : [],
    );
  const known = clashes(before).length;
  const found = clashes(after);
  return found.length > known ? found[0] : undefined;
}
