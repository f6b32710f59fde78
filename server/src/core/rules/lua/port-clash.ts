// Two network services on one port: Prosody opens it for the first and logs an error for the second.

import type { Setting } from "../../model/config.ts";
import { listItems } from "../../model/value.ts";
import type { NumberValue, StringValue, Value } from "../../model/value.ts";
import type { ServiceEntry } from "../../schema/types.ts";
import { availability } from "../../schema/version.ts";
import type { Configuration } from "../../semantics/configuration.ts";
import type { Fix, LuaRule } from "../rule.ts";

export const portClash: LuaRule = {
  kind: "lua",
  scope: "configuration",
  id: "port-clash",
  severity: "warning",
  check(context) {
    const { own, schema, report } = context;
    const services = Object.values(schema.services);
    if (!services.some(({ prefix }) => own.globalSettings(`${prefix}ports`).length > 0)) return;
    const modules = own.surelyLoaded;
    const listening = services
      .filter((service) => modules.has(service.module) && availability(service, schema.version) === "now")
      .map((service) => listener(service, own));
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
          ...moving(value, later, listening),
        });
      }
    });
  },
};

/** To the usual port of the service, when that is free; it is another one than somebody chose, so never in passing. */
function moving(value: Value, { usual }: Listener, listening: readonly Listener[]): { readonly fixes?: () => readonly Fix[] } {
  const free = usual.find((port) => listening.every((one) => !one.ports.has(port)));
  if (free === undefined || value.folded === true) return {};
  const edits = [{ span: value.span, newText: String(free) }];
  return { fixes: () => [{ title: `Change to ${free}, the usual port of this service`, edits, safe: false }] };
}

interface Listener {
  readonly title: string;
  readonly usual: readonly number[];
  /** With the value that says so, unless it is a default. */
  readonly ports: ReadonlyMap<number, Value | undefined>;
  readonly setting: Setting | undefined;
  /** Empty: the usual ones, of which there are two kinds. */
  readonly addresses: readonly string[];
  readonly local: boolean;
}

function listener({ title, prefix, defaultPorts, private: local = false }: ServiceEntry, own: Configuration): Listener {
  const said = (name: string): readonly Setting[] => own.globalSettings(prefix + name);
  const setting = own.settingFor(`${prefix}ports`, own.global);
  const usual = said("ports").length > 0 || !own.isWhole ? [] : defaultPorts;
  return {
    title,
    usual: defaultPorts,
    // 0 is no port, and several services may be without.
    ports: new Map<number, Value | undefined>([
      ...usual.map((port) => [port, undefined] as const),
      ...plain(setting).flatMap((value) => (Number(value.value) > 0 ? [[Number(value.value), value] as const] : [])),
    ]),
    setting,
    addresses: [...said("interfaces"), ...said("interface")].flatMap((one) => [
      "",
      ...plain(one).map(({ value }) => String(value)),
    ]),
    local,
  };
}

function plain(setting: Setting | undefined): readonly (StringValue | NumberValue)[] {
  const items = setting === undefined ? [] : listItems(setting.value);
  return items.filter((item) => item.kind === "string" || item.kind === "number");
}

/** The same addresses for sure. */
function overlap(a: Listener, b: Listener): boolean {
  if (a.addresses.length + b.addresses.length === 0) return a.local === b.local;
  return a.addresses.some((address) => address !== "" && b.addresses.includes(address));
}
