// Which ports to publish for a container, from what its settings make Prosody listen on: the effective configuration tells, and where
// there is none, what the settings say as they are written. Services, their ports and what modules need come from the schema.

import { isLoopback } from "../effective/listening.ts";
import type { Listening } from "../effective/listening.ts";
import type { ModuleEntry, ServiceEntry } from "../schema/types.ts";
import type { PublishedPort } from "./answers.ts";
import { isPort } from "./answers.ts";
import type { Note } from "./note.ts";

/** What the container is going to run with. A configuration of one's own takes the place of the image's: then leave `env` out. */
export interface ImageSettings {
  readonly env?: ReadonlyMap<string, string>;
  readonly config?: ConfigFacts;
}

export interface ConfigFacts {
  /** Of modules_enabled everywhere, and the modules of components. */
  readonly modules: readonly string[];
  readonly disabledModules?: readonly string[];
  /** Values of `…_ports` and `…_interfaces` by option name; leave out what is not known. */
  readonly options?: ReadonlyMap<string, readonly (string | number)[]>;
  /** There is a Component without a module. */
  readonly externalComponents?: boolean;
}

export interface ImageKnowledge {
  readonly services: Readonly<Record<string, Pick<ServiceEntry, "title" | "module" | "prefix" | "defaultPorts" | "private">>>;
  readonly modules: Readonly<Record<string, Pick<ModuleEntry, "depends">>>;
}

export interface ImagePorts {
  readonly ports: readonly PublishedPort[];
  readonly notes: readonly Note[];
  /** Where Prosody answers inside the container: clients' port, if it has one. */
  readonly answersAt?: { readonly port: number; readonly address?: string };
}

/** Loaded unless disabled. */
const ALWAYS = ["c2s", "s2s"];

export function portsForImage(settings: ImageSettings, knowledge: ImageKnowledge): ImagePorts {
  const loaded = loadedModules(settings, knowledge);
  const options = settings.config?.options ?? new Map<string, readonly (string | number)[]>();
  const found: Found[] = [];
  for (const [name, service] of Object.entries(knowledge.services)) {
    if (!loaded.has(service.module)) continue;
    const numbers = (options.get(`${service.prefix}ports`) ?? service.defaultPorts).map(Number).filter(isPort);
    const given =
      options.get(`${service.prefix}interfaces`) ??
      options.get(`${service.prefix}interface`) ??
      options.get(service.private === true ? "local_interfaces" : "interfaces");
    const interfaces = given?.map(String) ?? (service.private === true ? ["127.0.0.1"] : ["*"]);
    if (numbers.length > 0) found.push({ name, service, numbers, interfaces });
  }
  return portsOf(found);
}

/** For a configuration that has been evaluated. */
export function portsForListening(services: readonly Listening[], knowledge: Pick<ImageKnowledge, "services">): ImagePorts {
  return portsOf(
    services.flatMap(({ service: name, ports, interfaces }) => {
      const service = Object.hasOwn(knowledge.services, name) ? knowledge.services[name] : undefined;
      const numbers = ports.filter(isPort);
      return service === undefined || numbers.length === 0 ? [] : [{ name, service, numbers, interfaces }];
    }),
  );
}

interface Found {
  readonly name: string;
  readonly service: Service;
  readonly numbers: readonly number[];
  readonly interfaces: readonly string[];
}

function portsOf(found: readonly Found[]): ImagePorts {
  const ports = new Map<number, PublishedPort>();
  const notes: Note[] = [];
  for (const { service, numbers, interfaces } of found) {
    const decision = decide(
      service,
      interfaces.some((address) => !isLoopback(address)),
      numbers,
    );
    if (decision.note !== undefined) notes.push(decision.note);
    for (const port of decision.ports) if (!ports.has(port.container)) ports.set(port.container, port);
  }
  const answering = found.find(({ name }) => name === "c2s") ?? found.find(({ service }) => service.module !== "component");
  const at = answering === undefined ? undefined : answersAt(answering);
  const sorted = [...ports.values()].sort((a, b) => a.container - b.container);
  return { ports: sorted, notes, ...(at === undefined ? {} : { answersAt: at }) };
}

function answersAt({ numbers, interfaces }: Found): ImagePorts["answersAt"] {
  const [port] = numbers;
  const [address] = interfaces;
  if (port === undefined) return undefined;
  if (address === undefined || interfaces.some((one) => one === "*" || one === "0.0.0.0" || one === "127.0.0.1")) return { port };
  return { port, address: address === "::" ? "::1" : address };
}

type Service = ImageKnowledge["services"][string];

interface Decision {
  readonly ports: readonly PublishedPort[];
  readonly note?: Note;
}

function decide(service: Service, reachable: boolean, numbers: readonly number[]): Decision {
  const which = `${numbers.length === 1 ? "Port" : "Ports"} ${numbers.join(", ")} (${service.title})`;
  const open = `set \`${service.prefix}interfaces = { "*" }\` in your configuration`;
  if (service.module === "component") {
    const reach = reachable
      ? "Components in other containers reach it over a common network."
      : `Inside the container it answers on the loopback address only: for components in other containers, ${open}.`;
    const text = `${which}: not published, since a shared secret is all that protects it. ${reach}`;
    return { ports: [], note: { id: "port-of-components", text } };
  }
  if (reachable) return { ports: numbers.map((container) => ({ container })) };
  const inside = `${which}: inside the container Prosody answers on the loopback address only`;
  if (service.module !== "http")
    return { ports: [], note: { id: "port-on-loopback", text: `${inside}, so it is not published. To change that, ${open}.` } };
  // A reverse proxy on this machine is the usual reason for it, and nobody else should come in without encryption.
  const text = `${inside}, so publishing it has no effect yet. For a reverse proxy, ${open}.`;
  return { ports: numbers.map((container) => ({ container, address: "127.0.0.1" })), note: { id: "port-on-loopback", text } };
}

function loadedModules({ env, config }: ImageSettings, { modules }: ImageKnowledge): ReadonlySet<string> {
  const fromEnv = env === undefined ? [] : modulesOfEnv(env);
  const disabled = new Set([...list(env?.get("PROSODY_DISABLE_MODULES")), ...(config?.disabledModules ?? [])]);
  const external = config?.externalComponents === true || list(env?.get("PROSODY_EXTERNAL_COMPONENTS")).length > 0;
  const waiting = [...ALWAYS, ...fromEnv, ...(config?.modules ?? []), ...(external ? ["component"] : [])].filter(
    (name) => !disabled.has(name),
  );
  const loaded = new Set(waiting);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const needed = Object.hasOwn(modules, name) ? (modules[name]?.depends ?? []) : [];
    for (const dependency of needed) {
      if (loaded.has(dependency.name) || disabled.has(dependency.name)) continue;
      loaded.add(dependency.name);
      waiting.push(dependency.name);
    }
  }
  return loaded;
}

/** The image turns an item of PROSODY_COMPONENTS that is external too into an external component. */
function modulesOfEnv(env: ReadonlyMap<string, string>): readonly string[] {
  const external = new Set(list(env.get("PROSODY_EXTERNAL_COMPONENTS")).map((item) => item.split(":")[0]));
  const components = list(env.get("PROSODY_COMPONENTS"))
    .map((item) => item.split(":"))
    .filter(([name]) => !external.has(name))
    .map(([, module]) => module ?? "");
  const rooms = components.includes("muc") ? list(env.get("PROSODY_MUC_MODULES")) : [];
  return [...list(env.get("PROSODY_ENABLE_MODULES")), ...components, ...rooms];
}

/** The image cuts at commas and removes no blanks: ` bosh` is no module. */
function list(value: string | undefined): readonly string[] {
  return (value ?? "").split(",").filter((item) => item !== "");
}
