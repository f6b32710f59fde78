// Where Prosody may listen in a container that runs a configuration of one's own, by the text of all its files: rather too many ports than
// one too few, as what is not among them is called closed.

import type { ConfigFile, Setting } from "../../../model/config.ts";
import { listItems } from "../../../model/value.ts";
import type { Value } from "../../../model/value.ts";
import type { Schema } from "../../../schema/schema.ts";
import { ALWAYS, serviceOf, withDependencies } from "./services.ts";
import type { ListeningPort } from "./services.ts";

/** Undefined where something that is not known may open a port. */
export function portsOfOwn(files: readonly ConfigFile[], schema: Schema): readonly ListeningPort[] | undefined {
  const settings = files.flatMap((file) => file.settings);
  const sections = files.flatMap((file) => file.sections);
  if (files.some(({ readNames }) => readNames.size > 0) || settings.some((setting) => isUnclear(setting))) return undefined;
  const lists = settings.filter(({ name }) => name === "modules_enabled").flatMap(({ value }) => listItems(value));
  const components = sections.flatMap(({ kind, module }) => (kind === "component" ? [module] : []));
  const names = [...lists, ...components].map((value) =>
    value === undefined ? "component" : value.kind === "string" ? value.value : undefined,
  );
  if (names.includes(undefined)) return undefined;
  const loaded = withDependencies([...ALWAYS, ...names.filter((name) => name !== undefined)], schema);
  if (loaded === undefined) return undefined;
  const written = settings.flatMap(({ value }) => numbersIn(value));
  const chosen = written.map((port): ListeningPort => ({ port, title: "", prefix: "", loopback: false }));
  const usual = Object.values(schema.services).flatMap((service) => serviceOf(service, loaded, schema));
  // Interfaces of one's own may be set anywhere, so nothing is said of who gets there.
  return [...chosen, ...usual.map((port) => ({ ...port, loopback: false }))];
}

/** Ports, or code that is loaded, from where nobody looks. */
function isUnclear({ name, value, form }: Setting): boolean {
  if (/^(?:plugin|installer_plugin)_/.test(name)) return true;
  const counts = /(?:^|_)ports?$|^modules_enabled$/.test(name);
  return counts && (form === "member" || hasUnknown(value));
}

function hasUnknown(value: Value): boolean {
  if (value.kind === "table") return value.entries.some((entry) => hasUnknown(entry.value));
  return value.kind === "dynamic" || value.kind === "env" || value.kind === "broken" || value.kind === "nil";
}

function numbersIn(value: Value): readonly number[] {
  if (value.kind === "table") return value.entries.flatMap((entry) => numbersIn(entry.value));
  if (value.kind === "number") return [value.value];
  return value.kind === "string" && /^\d{1,5}$/.test(value.value) ? [Number(value.value)] : [];
}
