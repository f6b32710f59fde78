// Two network services on one port: Prosody opens it for the first and logs an error for the second.

import type { ConfigFile, Section, Setting } from "../../model/config.ts";
import { listItems } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { isAutoloaded } from "../../schema/schema.ts";
import type { ServiceEntry } from "../../schema/types.ts";
import { availability } from "../../schema/version.ts";
import type { LuaContext, LuaRule, RuleDocs } from "../rule.ts";
import { enabledModules } from "./shared/hostModules.ts";
import { isWhole, settingFor, settingsFor } from "./shared/wholeFile.ts";

export const portClash: LuaRule = {
  kind: "lua",
  meta: {
    id: "port-clash",
    severity: "warning",
    fixable: false,
    summary: "Two services of Prosody on one port.",
  },
  check(context) {
    const { file, schema, report } = context;
    const [global] = file.sections;
    if (global === undefined || !file.settings.some(({ name }) => name.endsWith("ports"))) return;
    const modules = loaded(context);
    const listening = Object.values(schema.services)
      .filter((service) => modules.has(service.module) && availability(service, schema.version) === "now")
      .map((service) => listener(service, file, global));
    // Those whose ports are written here come last, so that one of them is to blame.
    listening.sort((a, b) => (a.setting?.span.start ?? -1) - (b.setting?.span.start ?? -1));
    listening.forEach((later, i) => {
      for (const [port, value] of later.ports) {
        const earlier = listening.slice(0, i).find((one) => one.ports.has(port) && overlap(one, later));
        if (earlier === undefined || value === undefined) continue;
        report({
          span: value.span,
          message: `Port ${port} is already for ${earlier.title}. Prosody opens it once, so that ${later.title} are not heard. Choose another port for one of them.`,
          ...(earlier.setting === undefined ? {} : { related: [{ span: earlier.setting.nameSpan, message: "The other one" }] }),
          page: "https://prosody.im/doc/ports",
        });
      }
    });
  },
};

export const docs: RuleDocs = {
  description:
    "A port of the machine belongs to one service. When two are set to the same one, the second is not opened, and Prosody goes on " +
    "with an error in its log. To offer several protocols on one port there is `net_multiplex`. Only services are compared that this " +
    "file surely loads.",
  examples: [
    { title: "same port", text: "c2s_ports = { 5222 }\nc2s_direct_tls_ports = { 5222 }\n", reports: true },
    { title: "right", text: `c2s_ports = { 5222 }\nc2s_direct_tls_ports = { 5223 }\n`, reports: false },
    {
      title: "two addresses",
      text: 'c2s_ports = { 443 }\nc2s_interfaces = { "192.0.2.1" }\ns2s_ports = { 443 }\ns2s_interfaces = { "192.0.2.2" }\n',
      reports: false,
    },
  ],
};

interface Listener {
  readonly title: string;
  /** With the value that says so, unless it is a default. */
  readonly ports: ReadonlyMap<number, Value | undefined>;
  readonly setting?: Setting;
  /** Undefined: the usual ones, of which there are two kinds. */
  readonly addresses?: readonly string[];
  readonly local: boolean;
}

function listener(
  { title, prefix, defaultPorts, private: local = false }: ServiceEntry,
  file: ConfigFile,
  global: Section,
): Listener {
  const setting = settingFor(file, `${prefix}ports`, global);
  const isSet = settingsFor(file, `${prefix}ports`, global).length > 0;
  const values = setting === undefined ? [] : listItems(setting.value);
  const written = values.map(
    (value) => [value.kind === "number" || value.kind === "string" ? Number(value.value) : NaN, value] as const,
  );
  const usual = isSet || !isWhole(file) ? [] : defaultPorts.map((port) => [port, undefined] as const);
  const said = ["interfaces", "interface"].flatMap((name) => settingsFor(file, prefix + name, global));
  return {
    title,
    ports: new Map(setting === undefined ? usual : written),
    ...(setting === undefined ? {} : { setting }),
    ...(said.length === 0
      ? {}
      : { addresses: said.flatMap(({ value }) => listItems(value).map((item) => (item.kind === "string" ? item.value : ""))) }),
    local,
  };
}

/** The same addresses for sure. */
function overlap(a: Listener, b: Listener): boolean {
  if (a.addresses === undefined && b.addresses === undefined) return a.local === b.local;
  return a.addresses?.some((address) => address !== "" && b.addresses?.includes(address) === true) === true;
}

/** Modules that this file surely loads somewhere, and what they load. */
function loaded({ file, schema }: LuaContext): ReadonlySet<string> {
  const always = [...schema.modules.values()].filter((module) => isAutoloaded(module, schema.version));
  const names = new Set([
    ...always.map(({ name }) => name),
    ...enabledModules(file, schema).map(({ name }) => name),
    ...file.sections.flatMap(({ kind, module }) =>
      kind !== "component" ? [] : module === undefined ? ["component"] : module.kind === "string" ? [module.value] : [],
    ),
  ]);
  // What is added meanwhile is visited, too.
  for (const name of names) {
    for (const other of schema.module(name)?.depends ?? []) if (other.optional !== true) names.add(other.name);
  }
  return names;
}
