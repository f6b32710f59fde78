// A service of a compose file as answers, from which any other form can be written. Keys that have no counterpart are named.

import type {
  ContainerAnswers,
  EnvFileAnswer,
  Extra,
  HealthCheck,
  MountAnswer,
  PublishedPort,
  VariableAnswer,
} from "../generate/answers.ts";
import { durationSeconds } from "../generate/durations.ts";
import { EXTRAS } from "../generate/extras.ts";
import { withoutRegistry } from "../generate/image.ts";
import type { Engine } from "../generate/engines.ts";
import type { Note } from "../generate/note.ts";
import { readPort } from "../generate/ports.ts";
import type { FromCommand } from "./fromCommand.ts";
import { isPath, readTmpfs, readVolume } from "./fromCommandMounts.ts";
import { readYaml } from "../syntax/yaml/tree.ts";
import { Plain, plainValue } from "./plainYaml.ts";

/** Names of the services that have an image, in the order of the file. */
export function composeServiceNames(text: string): readonly string[] {
  return Object.entries(services(text)).flatMap(([name, service]) =>
    new Plain(service).text("image") === undefined ? [] : [name],
  );
}

export function fromComposeService(text: string, name: string, engine: Engine): FromCommand {
  const all = services(text);
  const service = Object.hasOwn(all, name) ? new Plain(all[name]) : undefined;
  const image = service?.text("image");
  if (service === undefined) return { ok: false, reason: `There is no service ${name} in the compose file.` };
  if (image === undefined) return { ok: false, reason: `The service ${name} names no image.` };
  const answers = answersOf(service, name, image, engine);
  const lost = service.unread();
  const notes: Note[] = [];
  if (lost.length > 0) notes.push({ id: "left-out", text: `Not taken over, since it has no counterpart: ${lost.join(", ")}.` });
  if (service.unresolved) {
    const text = "Compose would put in variables of its own environment; where it would, the text stands as it is written.";
    notes.push({ id: "replaced-by-compose", text });
  }
  return { ok: true, answers, notes };
}

function services(text: string): Readonly<Record<string, unknown>> {
  const [file] = readYaml(text, 1);
  return new Plain(plainValue(file)).map("services");
}

function answersOf(service: Plain, name: string, image: string, engine: Engine): ContainerAnswers {
  const logging = service.inner("logging");
  const logOptions = logging.pairs("options");
  const healthCheck = readHealthCheck(service.inner("healthcheck"));
  const mode = service.text("network_mode");
  const entrypoint = service.words("entrypoint");
  return {
    engine,
    name: service.text("container_name") ?? name,
    image: withoutRegistry(image),
    detach: true,
    remove: false,
    ...given(service, "restart", "restart"),
    ...given(service, "hostname", "hostname"),
    envFiles: service.items("env_file").flatMap(readEnvFile),
    variables: service
      .pairsOrNames("environment")
      .map(([key, value]): VariableAnswer => ({ name: key, ...(value === undefined ? {} : { value }) })),
    ports: service.items("ports").flatMap((port) => readPortEntry(port, service)),
    mounts: [
      ...service.items("volumes").flatMap((volume) => readVolumeEntry(volume, service)),
      ...service.list("tmpfs").map(readTmpfs),
    ],
    networks: mode === undefined ? service.names("networks") : [mode],
    ...given(service, "user", "user"),
    ...given(service, "memory", "mem_limit"),
    ...(healthCheck === undefined ? {} : { healthCheck }),
    labels: service.pairs("labels"),
    ...given(logging, "logDriver", "driver"),
    logOptions,
    ...(entrypoint.length === 0 ? {} : { entrypoint }),
    command: service.words("command"),
    extras: Object.entries(EXTRAS).flatMap(([flag, { kind, compose }]): readonly Extra[] => {
      if (compose === undefined || !service.has(compose)) return [];
      if (kind === "switch") return service.text(compose) === "true" ? [{ flag, values: [] }] : [];
      if (flag === "--ulimit") return [{ flag, values: readUlimits(service.inner(compose)) }];
      if (kind === "pairs") return [{ flag, values: service.pairs(compose).map(([key, value]) => `${key}=${value}`) }];
      if (kind === "list") return [{ flag, values: service.list(compose) }];
      const value = service.text(compose);
      return value === undefined ? [] : [{ flag, values: [flag === "--stop-timeout" ? wholeSeconds(value) : value] }];
    }),
  };
}

/** What a key says, as a part of the answers. */
function given(
  content: Plain,
  key: keyof ContainerAnswers | keyof Extract<HealthCheck, { kind: "check" }>,
  composeKey: string,
): object {
  const value = content.text(composeKey);
  return value === undefined ? {} : { [key]: value };
}

function readEnvFile(entry: unknown): readonly EnvFileAnswer[] {
  const file = new Plain(typeof entry === "string" ? { path: entry } : entry);
  const path = file.text("path");
  return path === undefined ? [] : [{ path, dialect: file.text("format") === "raw" ? "literal" : "compose" }];
}

function readPortEntry(entry: unknown, service: Plain): readonly PublishedPort[] {
  if (typeof entry === "object" && entry !== null) {
    const port = new Plain(entry);
    const [target, published, address, protocol] = ["target", "published", "host_ip", "protocol"].map((key) => port.text(key));
    const at = address === undefined ? "" : `${address.includes(":") ? `[${address}]` : address}:`;
    const found = readPort(
      `${at}${published ?? ""}${published === undefined && at === "" ? "" : ":"}${target ?? ""}/${protocol ?? "tcp"}`,
    );
    return found ?? service.lose("ports");
  }
  return readPort(Plain.scalar(entry) ?? "") ?? service.lose("ports");
}

function readVolumeEntry(entry: unknown, service: Plain): readonly MountAnswer[] {
  if (typeof entry !== "object" || entry === null) return [readVolume(Plain.scalar(entry) ?? "")];
  const mount = new Plain(entry);
  const target = mount.text("target");
  const source = mount.text("source");
  const type = mount.text("type") ?? (source !== undefined && isPath(source) ? "bind" : "volume");
  if (target === undefined || !["bind", "volume", "tmpfs"].includes(type)) return service.lose("volumes");
  const selinux = mount.inner("bind").text("selinux");
  const size = mount.inner("tmpfs").text("size");
  const options = [...(selinux === undefined ? [] : [selinux]), ...(size === undefined ? [] : [`size=${size}`])];
  return [
    {
      kind: type === "bind" ? "bind" : type === "tmpfs" ? "tmpfs" : "volume",
      ...(source === undefined ? {} : { source }),
      target,
      readOnly: mount.text("read_only") === "true",
      ...(options.length === 0 ? {} : { options }),
    },
  ];
}

function readHealthCheck(check: Plain): HealthCheck | undefined {
  const words = check.list("test");
  const [kind, ...test] = words;
  if (check.text("disable") === "true" || kind === "NONE") return { kind: "none" };
  if (kind === undefined) return undefined;
  const retries = Number(check.text("retries") ?? NaN);
  return {
    kind: "check",
    test: kind === "CMD" ? { words: test } : { shell: kind === "CMD-SHELL" ? (test[0] ?? "") : kind },
    ...given(check, "interval", "interval"),
    ...given(check, "timeout", "timeout"),
    ...given(check, "startPeriod", "start_period"),
    ...(Number.isInteger(retries) ? { retries } : {}),
  };
}

function readUlimits(limits: Plain): readonly string[] {
  return limits.keys().map((name) => {
    const both = limits.inner(name);
    const [soft, hard] = [both.text("soft"), both.text("hard")];
    return soft === undefined ? `${name}=${limits.text(name) ?? ""}` : `${name}=${soft}:${hard ?? soft}`;
  });
}

/** In seconds, which is what the flag takes. */
function wholeSeconds(duration: string): string {
  const seconds = durationSeconds(duration);
  return seconds === undefined ? duration : String(Math.ceil(seconds));
}
