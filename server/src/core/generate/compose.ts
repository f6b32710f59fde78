// The answers as a service of a compose file. Compose looks for variables in every text of the file, so a dollar sign is doubled.

import { isNetworkName, publishValue } from "./answers.ts";
import type { ContainerAnswers, EnvFileAnswer, Extra, HealthCheck, MountAnswer, Written } from "./answers.ts";
import { extraForm } from "./extras.ts";
import { withRegistry } from "./image.ts";
import { asPath } from "./mounts.ts";
import type { Note } from "./note.ts";
import { yamlText } from "./yamlText.ts";

/** Keys in the order in which people write them. */
type Section = Record<string, unknown>;

export function compose(answers: ContainerAnswers): Written {
  const name = answers.name ?? "prosody";
  const { service, notes } = composeService(answers);
  const volumes = answers.mounts.flatMap(({ kind, source }) => (kind === "volume" && source !== undefined ? [source] : []));
  const networks = answers.networks.filter(isNetworkName);
  const file: Section = { services: { [name]: service } };
  // With a name of their own, else Compose puts the project's in front: `docker run` would use other ones.
  if (volumes.length > 0) file["volumes"] = Object.fromEntries(volumes.map((volume) => [volume, { name: volume }]));
  if (networks.length > 0)
    file["networks"] = Object.fromEntries(networks.map((network) => [network, { name: network, external: true }]));
  const program = answers.engine === "podman" ? "podman compose" : "docker compose";
  return { text: yamlText(file, `Start with: ${program} up --detach`), notes };
}

function composeService(answers: ContainerAnswers): { readonly service: Section; readonly notes: readonly Note[] } {
  const { engine, image, name, hostname, restart, envFiles, variables, ports, mounts, networks } = answers;
  const notes: Note[] = [];
  const service: Section = {};
  const put = (key: string, value: unknown): void => {
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) service[key] = doubled(value);
  };
  put("image", engine === "podman" ? withRegistry(image) : image);
  put("container_name", name);
  put("hostname", hostname);
  put("restart", restart);
  put("env_file", envFiles.map(envFile));
  if (variables.length > 0) put("environment", Object.fromEntries(variables.map((one) => [one.name, one.value ?? null])));
  put("ports", distinct(ports.map(publishValue)));
  put("volumes", distinct(mounts.filter(({ kind }) => kind !== "tmpfs").map((mount) => volume(mount, notes))));
  put("tmpfs", distinct(mounts.filter(({ kind }) => kind === "tmpfs").map(tmpfs)));
  const mode = networks.find((network) => !isNetworkName(network));
  if (mode === undefined) put("networks", networks);
  else put("network_mode", mode);
  put("user", answers.user);
  put("mem_limit", answers.memory);
  put("healthcheck", healthCheck(answers.healthCheck));
  put("logging", logging(answers));
  if (answers.labels.length > 0) put("labels", Object.fromEntries(answers.labels));
  for (const extra of answers.extras) {
    const found = extraEntry(extra);
    if (found === undefined)
      notes.push({ id: "left-out", text: `${extra.flag} has no counterpart in a compose file and is left out.` });
    else put(...found);
  }
  put("entrypoint", answers.entrypoint);
  put("command", answers.command);
  if (envFiles.some(({ dialect }) => dialect === "literal")) {
    notes.push({
      id: "env-file-raw",
      text: "`format: raw`, by which Compose takes the lines of an env file as they are, needs Docker Compose 2.30 or later.",
    });
  }
  if (answers.remove)
    notes.push({ id: "left-out", text: "--rm has no counterpart in a compose file: `down` removes the container." });
  return { service, notes };
}

function doubled(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("$", "$$$$");
  if (Array.isArray(value)) return value.map(doubled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, doubled(inner)]));
}

/** Compose refuses lists that say something twice. */
function distinct(list: readonly unknown[]): readonly unknown[] {
  return [...new Map(list.map((item) => [JSON.stringify(item), item])).values()];
}

function envFile({ path, dialect }: EnvFileAnswer): unknown {
  return dialect === "literal" ? { path, format: "raw" } : path;
}

/** The short form where it is certain to be understood. */
function volume(mount: MountAnswer, notes: Note[]): unknown {
  const { kind, target, readOnly, options = [] } = mount;
  const source = kind === "bind" ? asPath(mount.source ?? "") : mount.source;
  const end = [...(readOnly ? ["ro"] : []), ...options].join(",");
  if (source === undefined) return end === "" ? target : { type: "volume", target, ...(readOnly ? { read_only: true } : {}) };
  const plain = /^[\w./~-][\w./ ~-]*$/;
  if (plain.test(source) && plain.test(target)) return `${source}:${target}${end === "" ? "" : `:${end}`}`;
  const selinux = options.find((option) => option === "z" || option === "Z");
  const others = options.filter((option) => option !== selinux);
  if (others.length > 0)
    notes.push({ id: "left-out", text: `The options ${others.join(", ")} of the mount at ${target} are left out.` });
  return {
    type: kind,
    source,
    target,
    ...(readOnly ? { read_only: true } : {}),
    ...(selinux === undefined ? {} : { bind: { selinux } }),
  };
}

function tmpfs({ target, options = [] }: MountAnswer): string {
  return options.length === 0 ? target : `${target}:${options.join(",")}`;
}

function healthCheck(check: HealthCheck | undefined): Section | undefined {
  if (check === undefined) return undefined;
  if (check.kind === "none") return { disable: true };
  const { test, interval, timeout, startPeriod, retries } = check;
  return {
    test: "shell" in test ? ["CMD-SHELL", test.shell] : ["CMD", ...test.words],
    ...(interval === undefined ? {} : { interval }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(startPeriod === undefined ? {} : { start_period: startPeriod }),
    ...(retries === undefined ? {} : { retries }),
  };
}

function logging({ logDriver, logOptions }: ContainerAnswers): Section | undefined {
  if (logDriver === undefined && logOptions.length === 0) return undefined;
  return {
    ...(logDriver === undefined ? {} : { driver: logDriver }),
    ...(logOptions.length === 0 ? {} : { options: Object.fromEntries(logOptions) }),
  };
}

function extraEntry({ flag, values }: Extra): readonly [key: string, value: unknown] | undefined {
  const form = extraForm(flag);
  if (form?.compose === undefined) return undefined;
  const [first = ""] = values;
  if (flag === "--stop-timeout") return [form.compose, `${first}s`];
  if (flag === "--ulimit") return [form.compose, Object.fromEntries(values.map(ulimit))];
  switch (form.kind) {
    case "switch":
      return [form.compose, true];
    case "number":
      return [form.compose, /^-?\d+$/.test(first) ? Number(first) : first];
    case "text":
      return [form.compose, first];
    case "list":
      return [form.compose, [...new Set(values)]];
    case "pairs":
      return [form.compose, Object.fromEntries(values.map(pair))];
  }
}

function pair(text: string): readonly [string, string] {
  const cut = text.indexOf("=");
  return cut < 0 ? [text, ""] : [text.slice(0, cut), text.slice(cut + 1)];
}

function ulimit(text: string): readonly [string, unknown] {
  const [name, value] = pair(text);
  const [soft = "", hard] = value.split(":");
  const number = (limit: string): number | string => (/^-?\d+$/.test(limit) ? Number(limit) : limit);
  return [name, hard === undefined ? number(soft) : { soft: number(soft), hard: number(hard) }];
}
