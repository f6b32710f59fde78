// Which ports to publish for a container, from what its settings make Prosody listen on. Services, their ports and what modules
// need come from the schema; callers map their model to the plain data here.

import type { ModuleEntry, ServiceEntry } from "../schema/types.ts";

export interface PublishedPort {
  readonly container: number;
  /** On this machine; the same number when absent. */
  readonly host?: number;
  /** Address of this machine to listen on; all when absent. */
  readonly address?: string;
  readonly protocol?: "tcp" | "udp";
}

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
  readonly notes: readonly string[];
}

/** Loaded unless disabled. */
const ALWAYS = ["c2s", "s2s"];

export function portsForImage(settings: ImageSettings, knowledge: ImageKnowledge): ImagePorts {
  const loaded = loadedModules(settings, knowledge);
  const options = settings.config?.options ?? new Map<string, readonly (string | number)[]>();
  const ports = new Map<number, PublishedPort>();
  const notes: string[] = [];
  for (const service of Object.values(knowledge.services)) {
    if (!loaded.has(service.module)) continue;
    const numbers = (options.get(`${service.prefix}ports`) ?? service.defaultPorts).map(Number).filter(isPort);
    if (numbers.length === 0) continue;
    const reachable = listensOutside(service, options);
    const decision = decide(service, reachable, numbers);
    if (decision.note !== undefined) notes.push(decision.note);
    for (const port of decision.ports) if (!ports.has(port.container)) ports.set(port.container, port);
  }
  return { ports: [...ports.values()].sort((a, b) => a.container - b.container), notes };
}

type Service = ImageKnowledge["services"][string];

interface Decision {
  readonly ports: readonly PublishedPort[];
  readonly note?: string;
}

function decide(service: Service, reachable: boolean, numbers: readonly number[]): Decision {
  const which = `${numbers.length === 1 ? "Port" : "Ports"} ${numbers.join(", ")} (${service.title})`;
  const open = `set \`${service.prefix}interfaces = { "*" }\` in your configuration`;
  if (service.module === "component") {
    const reach = reachable
      ? "Components in other containers reach it over a common network."
      : `Inside the container it answers on the loopback address only: for components in other containers, ${open}.`;
    return { ports: [], note: `${which}: not published, since a shared secret is all that protects it. ${reach}` };
  }
  if (reachable) return { ports: numbers.map((container) => ({ container })) };
  const inside = `${which}: inside the container Prosody answers on the loopback address only`;
  if (service.module !== "http") return { ports: [], note: `${inside}, so it is not published. To change that, ${open}.` };
  // A reverse proxy on this machine is the usual reason for it, and nobody else should come in without encryption.
  const note = `${inside}, so publishing it has no effect yet. For a reverse proxy, ${open}.`;
  return { ports: numbers.map((container) => ({ container, address: "127.0.0.1" })), note };
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

function listensOutside(service: Service, options: ReadonlyMap<string, readonly (string | number)[]>): boolean {
  const own = options.get(`${service.prefix}interfaces`) ?? options.get(`${service.prefix}interface`);
  const given = own ?? options.get(service.private === true ? "local_interfaces" : "interfaces");
  if (given === undefined) return service.private !== true;
  return given.some((address) => !/^(?:127\.|::1$|localhost$)/.test(String(address)));
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65535;
}
