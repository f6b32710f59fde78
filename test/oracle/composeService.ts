// A service as Docker Compose understood it, and as the answers mean it, in one form that can be compared.

import { resolve } from "node:path";
import type { ContainerAnswers, HealthCheck, MountAnswer } from "../../server/src/core/generate/answers.ts";
import { isNetworkName } from "../../server/src/core/generate/answers.ts";
import { extraForm } from "../../server/src/core/generate/extras.ts";
import { withRegistry } from "../../server/src/core/generate/image.ts";

/** What every env file of these tests holds: each dialect reads it otherwise. */
export const ENV_LINE = "FROM_FILE='x # y'\n";

/** As `docker compose config --format json` prints it; `$` is doubled, so that it can be read again. */
export interface RealService {
  readonly [key: string]: unknown;
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly ports?: readonly {
    readonly target: number;
    readonly published?: string;
    readonly host_ip?: string;
    readonly protocol: string;
  }[];
  readonly volumes?: readonly {
    readonly type: string;
    readonly source?: string;
    readonly target: string;
    readonly read_only?: boolean;
  }[];
  readonly networks?: Readonly<Record<string, unknown>>;
  readonly healthcheck?: Readonly<Record<string, unknown>>;
}

const SAME = ["image", "container_name", "hostname", "restart", "network_mode", "user", "mem_limit", "labels", "logging", "tmpfs", "command", "entrypoint"] as const; // prettier-ignore

/** Keys of extras that Compose prints as they are written. */
const EXTRAS = ["cap_add", "dns", "init", "pids_limit", "read_only", "security_opt", "ulimits", "userns_mode", "working_dir", "cpu_shares", "sysctls", "stop_grace_period", "extra_hosts"] as const; // prettier-ignore

type Plain = Readonly<Record<string, unknown>>;

export function seenService(real: RealService, folder: string): Plain {
  const { ports = [], volumes = [], networks, environment = {}, healthcheck, ...rest } = single(real) as RealService;
  return {
    ...pick(rest, [...SAME, ...EXTRAS]),
    environment,
    ports: ports.map(({ target, published, host_ip, protocol }) => [host_ip ?? "", published ?? "", target, protocol].join("|")).sort(),
    mounts: volumes.map(({ type, source, target, read_only }) => [type, source?.replace(folder, ".") ?? "", target, read_only === true].join("|")).sort(),
    networks: Object.keys(networks ?? {}).filter((name) => name !== "default").sort(),
    health: healthcheck ?? null,
  }; // prettier-ignore
}

export function expectedService(given: ContainerAnswers): Plain {
  const { engine, image, ports, mounts, networks, variables, envFiles } = given;
  const mode = networks.find((network) => !isNetworkName(network));
  const tmpfs = mounts.filter(({ kind }) => kind === "tmpfs").map(({ target }) => target);
  const last = envFiles.at(-1);
  const logging = {
    ...(given.logDriver === undefined ? {} : { driver: given.logDriver }),
    ...(given.logOptions.length === 0 ? {} : { options: Object.fromEntries(given.logOptions) }),
  };
  return {
    image: engine === "podman" ? withRegistry(image) : image,
    container_name: given.name,
    ...(given.hostname === undefined ? {} : { hostname: given.hostname }),
    ...(given.restart === undefined ? {} : { restart: given.restart }),
    ...(mode === undefined ? {} : { network_mode: mode }),
    ...(given.user === undefined ? {} : { user: given.user }),
    ...(given.memory === undefined ? {} : { mem_limit: bytes(given.memory) }),
    ...(given.labels.length === 0 ? {} : { labels: Object.fromEntries(given.labels) }),
    ...(Object.keys(logging).length === 0 ? {} : { logging }),
    ...(tmpfs.length === 0 ? {} : { tmpfs }),
    ...(given.command.length === 0 ? {} : { command: given.command }),
    ...(given.entrypoint === undefined ? {} : { entrypoint: given.entrypoint }),
    ...Object.fromEntries(given.extras.map(({ flag, values }) => extra(flag, values))),
    environment: {
      ...(last === undefined ? {} : { FROM_FILE: last.dialect === "literal" ? "'x # y'" : "x # y" }),
      ...Object.fromEntries(variables.map(({ name, value }) => [name, value ?? null])),
    },
    ports: ports
      .map(({ container, host, address, protocol }) => [address ?? "", host === "random" ? "" : (host ?? container), container, protocol ?? "tcp"].join("|"))
      .sort(),
    mounts: mounts.filter(({ kind }) => kind !== "tmpfs").map(mount).sort(),
    networks: mode === undefined ? [...networks].sort() : [],
    health: health(given.healthCheck),
  }; // prettier-ignore
}

function mount({ kind, source = "", target, readOnly }: MountAnswer): string {
  return [kind, kind === "bind" ? path(source) : source, target, readOnly].join("|");
}

/** Compose makes relative paths whole; here its folder is `.`. */
function path(source: string): string {
  if (source.startsWith("~/")) return source.replace("~", ".");
  return /^(?:\/|[A-Za-z]:)/.test(source) ? source : `.${resolve("/", source)}`;
}

function bytes(memory: string): string {
  const factor = { m: 1024 ** 2, g: 1024 ** 3 }[memory.slice(-1)] ?? 1;
  return String(parseInt(memory, 10) * factor);
}

function health(check: HealthCheck | undefined): Plain | null {
  if (check === undefined) return null;
  if (check.kind === "none") return { disable: true };
  const { test, interval, timeout, startPeriod, retries } = check;
  return {
    test: "shell" in test ? ["CMD-SHELL", test.shell] : ["CMD", ...test.words],
    ...(interval === undefined ? {} : { interval: goDuration(interval) }),
    ...(timeout === undefined ? {} : { timeout: goDuration(timeout) }),
    ...(startPeriod === undefined ? {} : { start_period: goDuration(startPeriod) }),
    ...(retries === undefined ? {} : { retries }),
  };
}

function goDuration(text: string): string {
  return text.endsWith("m") ? `${text}0s` : text;
}

function extra(flag: string, values: readonly string[]): readonly [string, unknown] {
  const key = extraForm(flag)?.compose ?? flag;
  const [first = ""] = values;
  switch (flag) {
    case "--stop-timeout":
      return [key, `${first}s`];
    case "--cpu-shares":
    case "--pids-limit":
      return [key, Number(first)];
    case "--init":
    case "--read-only":
      return [key, true];
    case "--workdir":
    case "--userns":
      return [key, first];
    case "--add-host":
      return [key, values.map((value) => value.replace(":", "="))];
    case "--sysctl":
      return [key, Object.fromEntries(values.map((value) => value.split("=")))];
    case "--ulimit":
      return [key, { nofile: { soft: 1024, hard: 2048 }, nproc: 64 }];
    default:
      return [key, values];
  }
}

function single(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("$$", "$");
  if (Array.isArray(value)) return value.map(single);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, single(inner)]));
}

function pick(from: Plain, keys: readonly string[]): Plain {
  return Object.fromEntries(keys.flatMap((key) => (from[key] === undefined || from[key] === null ? [] : [[key, from[key]]])));
}
