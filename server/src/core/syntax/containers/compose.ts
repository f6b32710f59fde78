// Services of a compose file.

import { knownText } from "../../text/elsewhere.ts";
import { known } from "../../text/known.ts";
import { bareValue } from "../yaml/bare.ts";
import { entriesOf, entryOf, isNothing, itemsOf, readYaml, textOf, valueOf, yamlComments } from "../yaml/tree.ts";
import type { YamlEntry, YamlMap, YamlNode } from "../yaml/tree.ts";
import { removeEntry, withDash, writeScalar } from "../yaml/write.ts";
import { composeText, escaped } from "./composeTexts.ts";
import { readAssignment } from "./environment.ts";
import { isTarget, portRange, readPort, readVolume, tidyPath } from "./specs.ts";
import type {
  ContainerSyntax,
  ContainersSyntax,
  EnvironmentPlace,
  Given,
  GivenBase,
  GivenEnvFile,
  GivenMount,
  GivenPort,
  GivenVariable,
} from "./syntax.ts";

export function readComposeFile(text: string): ContainersSyntax {
  return { containers: composeServices(text), comments: yamlComments(text) };
}

export function composeServices(text: string): readonly ContainerSyntax[] {
  // Of several documents, the first.
  const [root] = readYaml(text, 1);
  const services = new Map(entriesOf(valueOf(root, "services")).map((entry) => [entry.key.source, entry]));
  return [...services.values()].map((entry) => service(text, entry, root));
}

function service(text: string, { key, value }: YamlEntry, root: YamlNode | undefined): ContainerSyntax {
  const given = (name: string): Given | undefined => composeText(valueOf(value, name));
  const environment = entryOf(value, "environment");
  const envFiles = itemsOf(valueOf(value, "env_file")).map(envFile);
  const base = baseOf(valueOf(value, "extends"));
  return {
    name: { text: key.source, span: key.span, ...known({ verbatim: key.verbatim }) },
    span: { start: key.span.start, end: value?.shared === false ? value.span.end : key.span.end },
    ...known({ image: given("image"), user: given("user"), hostname: given("hostname") }),
    ...known({ command: words(valueOf(value, "command")), base: base === "unknown" ? undefined : base }),
    built: !isNothing(valueOf(value, "build")),
    variables: variables(text, environment),
    envFiles: envFiles.filter((one) => one !== undefined),
    incomplete:
      base === "unknown" ||
      envFiles.includes(undefined) ||
      ["volumes_from", "provider"].some((name) => !isNothing(valueOf(value, name))) ||
      !isNothing(valueOf(root, "include")),
    ports: itemsOf(valueOf(value, "ports")).flatMap((one) => port(one) ?? []),
    mounts: [
      ...itemsOf(valueOf(value, "volumes")).flatMap((one) => volume(one) ?? []),
      ...files(value, "configs", "config"),
      ...files(value, "secrets", "secret"),
      ...tmpfs(value),
    ],
    network: network(given("network_mode")),
    ownEntrypoint: !isNothing(valueOf(value, "entrypoint")),
    places: value?.kind === "map" ? places(text, environment, value) : [],
  };
}

function variables(text: string, environment: YamlEntry | undefined): readonly GivenVariable[] {
  const block = environment?.value;
  if (block?.kind === "map") {
    // Of a name that stands there twice, the last.
    const last = new Map(block.entries.map((entry) => [entry.key.source, entry]));
    return [...last.values()].map((entry) => mapVariable(text, entry, block, environment));
  }
  if (block?.kind !== "list") return [];
  return block.items.flatMap((item) => {
    const given = composeText(item);
    if (given === undefined || item.kind !== "scalar") return [];
    const span = withDash(text, item.span);
    const found = readAssignment(text, given, {
      span,
      keepsQuotes: true,
      write: (assignment) => writeScalar(item, escaped(assignment)),
      remove: () => removeEntry(text, span, block, environment),
    });
    return found === undefined ? [] : [found];
  });
}

function mapVariable(
  text: string,
  { key, value, shared }: YamlEntry,
  block: YamlMap,
  parent: YamlEntry | undefined,
): GivenVariable {
  const given = composeText(value);
  const sure = knownText(given);
  const bare = value?.kind === "scalar" ? bareValue(value) : undefined;
  const span = { start: key.span.start, end: Math.max(key.span.end, value?.shared === false ? value.span.end : 0) };
  const after = value?.kind === "scalar" && value.value === null ? span.end : key.span.end;
  return {
    name: key.source,
    nameSpan: key.verbatim ?? key.span,
    value: sure,
    valueSpan: value === undefined ? { start: after, end: after } : value.span,
    span,
    keepsQuotes: false,
    ...known({ bare, verbatim: sure === undefined ? undefined : given?.verbatim }),
    write: (wanted) => (value?.kind === "scalar" && value.value !== null ? writeScalar(value, escaped(wanted)) : undefined),
    remove: () => (shared ? undefined : removeEntry(text, span, block, parent)),
  };
}

/** A path, or a map with `path` and `format`; undefined: not known which. Whether it is `required` is nothing to what it says. */
function envFile(node: YamlNode): GivenEnvFile | undefined {
  const path = node.kind === "map" ? valueOf(node, "path") : node;
  const text = knownText(composeText(path));
  if (text === undefined || text === "" || path === undefined) return undefined;
  return { path: text, span: path.span, dialect: textOf(valueOf(node, "format")) === "raw" ? "docker" : "compose" };
}

/** A name, or a map with `service` and `file`. */
function baseOf(node: YamlNode | undefined): GivenBase | "unknown" | undefined {
  if (node === undefined || isNothing(node)) return undefined;
  const service = knownText(composeText(node.kind === "map" ? valueOf(node, "service") : node));
  const file = valueOf(node, "file");
  const path = knownText(composeText(file));
  if (service === undefined || service === "" || (!isNothing(file) && path === undefined)) return "unknown";
  return { service, ...known({ path }) };
}

function port(node: YamlNode): GivenPort | undefined {
  if (node.kind !== "map") {
    const given = composeText(node);
    return given && readPort(given);
  }
  const container = portRange(knownText(composeText(valueOf(node, "target"))) ?? "");
  if (container === undefined) return undefined;
  const host = portRange(knownText(composeText(valueOf(node, "published"))) ?? "")?.from;
  const address = knownText(composeText(valueOf(node, "host_ip")));
  const protocol = textOf(valueOf(node, "protocol")) === "udp" ? "udp" : "tcp";
  return { span: node.span, protocol, container, ...known({ host, address }) };
}

function volume(node: YamlNode): GivenMount | undefined {
  if (node.kind !== "map") {
    const given = composeText(node);
    return given && readVolume(given);
  }
  const target = knownText(composeText(valueOf(node, "target")));
  const kind = textOf(valueOf(node, "type"));
  if (target === undefined || !isTarget(target) || (kind !== "bind" && kind !== "volume" && kind !== "tmpfs")) return undefined;
  const source = knownText(composeText(valueOf(node, "source")));
  const readOnly = textOf(valueOf(node, "read_only")) === "true";
  return { span: node.span, kind, target: tidyPath(target), readOnly, ...known({ source }) };
}

/** `configs` and `secrets`, put where their `target` says. */
function files(service: YamlNode | undefined, key: string, kind: "config" | "secret"): readonly GivenMount[] {
  return itemsOf(valueOf(service, key)).flatMap((node) => {
    const target = knownText(composeText(valueOf(node, "target")));
    return target === undefined || !isTarget(target) ? [] : [{ span: node.span, kind, target: tidyPath(target), readOnly: true }];
  });
}

function tmpfs(service: YamlNode | undefined): readonly GivenMount[] {
  return itemsOf(valueOf(service, "tmpfs")).flatMap((node) => {
    const [target = ""] = (knownText(composeText(node)) ?? "").split(":");
    return isTarget(target) ? [{ span: node.span, kind: "tmpfs" as const, target: tidyPath(target), readOnly: false }] : [];
  });
}

function network(mode: Given | undefined): ContainerSyntax["network"] {
  if (mode === undefined || mode.text === "bridge") return "own";
  return mode.text === "host" ? "host" : "other";
}

/** A list of words, or a line that is cut at blanks. One with quotes or variables is not followed. */
function words(node: YamlNode | undefined): readonly Given[] | undefined {
  if (node === undefined || isNothing(node)) return undefined;
  if (node.kind === "list") return node.items.flatMap((item) => composeText(item) ?? []);
  const line = composeText(node);
  if (line?.verbatim === undefined || /["'\\]/.test(line.text)) return line === undefined ? undefined : [line];
  const { start } = line.verbatim;
  return [...line.text.matchAll(/\S+/g)].map((word) => {
    const span = { start: start + word.index, end: start + word.index + word[0].length };
    return { text: word[0], span, verbatim: span };
  });
}

/** From behind the key to where the next one begins. */
function places(text: string, environment: YamlEntry | undefined, service: YamlMap): readonly EnvironmentPlace[] {
  if (environment === undefined || environment.shared || service.flow) return [];
  const next = service.entries
    .filter(({ shared, key }) => !shared && key.span.start > environment.key.span.start)
    .map(({ key }) => text.lastIndexOf("\n", key.span.start) + 1);
  const end = Math.min(...next, next.length > 0 ? text.length : Math.max(service.span.end, blockEnd(text, environment)));
  const isList = environment.value?.kind === "list" || /^:[^\S\n]*\n\s*-/.test(text.slice(environment.key.span.end, end));
  return [
    {
      span: { start: environment.key.span.end + 1, end: Math.max(end, environment.key.span.end + 1) },
      style: isList ? "list" : "map",
    },
  ];
}

/** The lines below a key that are further in, and blank ones. */
function blockEnd(text: string, { key }: YamlEntry): number {
  const lineStart = text.lastIndexOf("\n", key.span.start - 1) + 1;
  const indent = key.span.start - lineStart;
  let at = text.indexOf("\n", key.span.end);
  while (at >= 0) {
    const feed = text.indexOf("\n", at + 1);
    const line = text.slice(at + 1, feed < 0 ? text.length : feed);
    const depth = /^[ ]*/.exec(line)?.[0].length ?? 0;
    if (line.trim() !== "" && (depth < indent || (depth === indent && !line.startsWith("-", depth)))) return at + 1;
    if (feed < 0) return text.length;
    at = feed;
  }
  return text.length;
}
