// One item in the value of a list variable: where it stands, and what it stands for. Of an external component nothing but its place is
// taken along, since what looks like a name may be a part of a secret.

import type { ModuleInfo, Schema, VariableInfo } from "../schema/schema.ts";
import { touches } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import { componentsIn, hostsIn, isGivenIn, itemsIn } from "./envFacts.ts";
import type { Variables } from "./envFacts.ts";

export interface EnvItem {
  readonly kind: "jid" | "host" | "component" | "external-component" | "path" | "ip" | "module";
  readonly text: string;
  readonly span: Span;
}

/** `value`: where the value of the variable stands. Undefined where no item is, or none that could be spoken of. */
export function envItemAt(text: string, { type }: VariableInfo, value: Span, offset: number): EnvItem | undefined {
  if (typeof type !== "object" || type.is !== "list" || type.items === "string") return undefined;
  const start = Math.max(value.start, text.lastIndexOf(",", offset - 1) + 1);
  const comma = text.indexOf(",", offset);
  const whole = text.slice(start, comma < 0 || comma > value.end ? value.end : comma);
  const colon = type.items === "component" || type.items === "external-component" ? whole.indexOf(":") : -1;
  const name = itemOf(colon < 0 ? whole : whole.slice(0, colon), start);
  if (name !== undefined && touches(name.span, offset)) {
    if (type.items === "external-component") return { ...name, kind: type.items, text: "" };
    return { ...name, kind: type.items };
  }
  const [module = ""] = type.items === "component" && colon >= 0 ? whole.slice(colon + 1).split(":") : [];
  const found = itemOf(module, start + colon + 1);
  return found !== undefined && touches(found.span, offset) ? { ...found, kind: "module" } : undefined;
}

/** Without the blanks, quotes and comments that stand around it. */
function itemOf(raw: string, at: number): { readonly text: string; readonly span: Span } | undefined {
  const [, before = "", text = ""] = /^([\s"']*)([^\s"'`]+)/.exec(raw) ?? [];
  const start = at + before.length;
  // What comes from another variable is not known.
  if (text === "" || text.includes("$")) return undefined;
  return { text, span: { start, end: start + text.length } };
}

/** Markdown; undefined for what other pages explain. */
export function explainItem({ kind, text }: EnvItem, file: Variables, schema: Schema): string | undefined {
  switch (kind) {
    case "jid":
      return administrator(text, hostsIn(file));
    case "host":
      return `**\`${text}\`** is a host with accounts: addresses here look like \`name@${text}\`.`;
    case "component": {
      const module = componentsIn(file).find(({ name }) => name === text)?.module;
      return component(text, module === undefined ? undefined : schema.module(module));
    }
    case "external-component":
      return (
        "The domain of an external component: a program of its own that connects to Prosody (port 5347), with this name and " +
        `${isGivenIn(file, "PROSODY_COMPONENT_SECRET") ? "the secret behind the colon, or without one that of `PROSODY_COMPONENT_SECRET`" : "the secret behind the colon"}.`
      );
    case "path": {
      const usual = itemsIn(file, "PROSODY_PLUGIN_PATHS").includes(MODULES)
        ? ""
        : ` \`${MODULES}\`, where the image looks otherwise, is not among the folders here.`;
      return `**\`${text}\`** is a folder inside the container in which Prosody looks for modules: mount them there.${usual}`;
    }
    case "ip":
      return `**\`${text}\`** is a DNS server that Prosody asks, in place of those of the container.`;
    case "module":
      return undefined;
  }
}

const MODULES = "/etc/prosody/modules";

function administrator(jid: string, hosts: readonly string[]): string | undefined {
  const domain = /^[^@/]+@([^@/]+)$/.exec(jid)?.[1]?.toLowerCase();
  if (domain === undefined) return undefined;
  const rights = `**\`${jid}\`** gets the rights of an administrator, on all hosts of this server.`;
  if (hosts.some((host) => host.toLowerCase() === domain))
    return `${rights} \`${domain}\` is one of its hosts; the account itself has to be created.`;
  if (hosts.length === 0) return rights;
  return `${rights} \`${domain}\` is none of the hosts set here (${hosts.map((host) => `\`${host}\``).join(", ")}): it would be an account of another server.`;
}

function component(name: string, module: ModuleInfo | undefined): string {
  const what = module === undefined ? "" : `, run by the module \`${module.name}\``;
  const summary = module?.summary === undefined ? "" : `\n\n${module.summary}`;
  return `**\`${name}\`** is a component: a service of Prosody itself with a domain of its own${what}.${summary}`;
}
