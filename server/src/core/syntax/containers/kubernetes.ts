// Containers of Kubernetes manifests (whatever kind has a list of containers in it) and of Helm values with an image of their own.

import { known } from "../../text/known.ts";
import { bareInManifest } from "../yaml/bare.ts";
import { entriesOf, entryOf, isNothing, itemsOf, readYaml, textOf, valueOf, yamlComments } from "../yaml/tree.ts";
import type { YamlEntry, YamlMap, YamlNode } from "../yaml/tree.ts";
import { removeEntry, withDash, writeScalar } from "../yaml/write.ts";
import { isTarget, tidyPath } from "./specs.ts";
import type {
  ContainerSyntax,
  ContainersSyntax,
  EnvironmentPlace,
  Given,
  GivenMount,
  GivenPort,
  GivenVariable,
} from "./syntax.ts";

/** Maps that are looked through for containers. */
const MOST_MAPS = 20_000;

export function readKubernetes(text: string): ContainersSyntax {
  const found: ContainerSyntax[] = [];
  const walk = { left: MOST_MAPS };
  for (const document of readYaml(text)) {
    const isManifest = textOf(valueOf(document, "apiVersion")) !== undefined && textOf(valueOf(document, "kind")) !== undefined;
    if (isManifest) manifestContainers(text, document, found, walk);
    else valuesContainers(text, document, found, walk);
  }
  return { containers: found, comments: yamlComments(text) };
}

interface Walk {
  left: number;
}

function manifestContainers(text: string, node: YamlNode, found: ContainerSyntax[], walk: Walk): void {
  if (--walk.left < 0 || node.shared) return;
  if (node.kind === "list") for (const item of node.items) manifestContainers(text, item, found, walk);
  for (const { key, value } of entriesOf(node)) {
    if (value === undefined) continue;
    if ((key.source === "containers" || key.source === "initContainers") && value.kind === "list") {
      for (const item of value.items) if (item.kind === "map") found.push(container(text, item, node));
    } else manifestContainers(text, value, found, walk);
  }
}

function container(text: string, node: YamlMap, pod: YamlNode): ContainerSyntax {
  const args = itemsOf(valueOf(node, "args")).flatMap((item) => given(item) ?? []);
  const environment = entryOf(node, "env");
  return {
    ...known({ name: given(valueOf(node, "name")), image: given(valueOf(node, "image")) }),
    span: node.span,
    built: false,
    variables: itemsOf(environment?.value).flatMap((item) => listVariable(text, item, environment, false) ?? []),
    envFiles: [],
    incomplete: !isNothing(valueOf(node, "envFrom")),
    ports: itemsOf(valueOf(node, "ports")).flatMap((one) => port(one) ?? []),
    mounts: itemsOf(valueOf(node, "volumeMounts")).flatMap((item) => mount(item, pod) ?? []),
    network: textOf(valueOf(pod, "hostNetwork")) === "true" ? "host" : "own",
    ...(args.length === 0 ? {} : { command: args }),
    ownEntrypoint: !isNothing(valueOf(node, "command")),
    places: places(environment),
  };
}

/** A map with `image`, as text or as repository and tag, and `env` or the like beside it. */
function valuesContainers(text: string, node: YamlNode, found: ContainerSyntax[], walk: Walk): void {
  if (--walk.left < 0 || node.shared) return;
  if (node.kind === "list") for (const item of node.items) valuesContainers(text, item, found, walk);
  if (node.kind !== "map") return;
  const image = chartImage(valueOf(node, "image"));
  if (image !== undefined) found.push(chartContainer(text, node, image));
  for (const { value } of node.entries)
    if (value !== undefined && value.kind !== "scalar") valuesContainers(text, value, found, walk);
}

const CHART_VARIABLES = ["env", "environment", "extraEnv", "extraEnvs", "extraEnvVars", "envVars"];

function chartContainer(text: string, node: YamlMap, image: Given): ContainerSyntax {
  const environments = CHART_VARIABLES.flatMap((name) => entryOf(node, name) ?? []);
  return {
    span: node.span,
    image,
    built: false,
    variables: environments.flatMap((entry) => chartVariables(text, entry)),
    envFiles: [],
    // What the chart adds is not in its values.
    incomplete: true,
    ports: [],
    mounts: [],
    network: "own",
    ownEntrypoint: false,
    places: environments.flatMap((entry) => places(entry)),
  };
}

function chartVariables(text: string, entry: YamlEntry): readonly GivenVariable[] {
  const block = entry.value;
  if (block?.kind !== "map") return itemsOf(block).flatMap((item) => listVariable(text, item, entry, true) ?? []);
  return block.entries.flatMap(({ key, value, shared }) => {
    // A map is `valueFrom` or the like of the chart's own.
    if (value?.kind !== "scalar") return [];
    const span = { start: key.span.start, end: Math.max(key.span.end, value.shared ? 0 : value.span.end) };
    return [
      {
        ...variable(key.source, key.verbatim ?? key.span, value, true),
        span,
        remove: () => (shared ? undefined : removeEntry(text, span, block, entry)),
      },
    ];
  });
}

/** Repository and tag in one text: its name is what stands in `repository`. */
function chartImage(node: YamlNode | undefined): Given | undefined {
  if (node?.kind === "scalar") return given(node);
  const repository = given(valueOf(node, "repository")) ?? given(valueOf(node, "name"));
  if (!repository?.text.includes("/")) return undefined;
  const tag = textOf(valueOf(node, "tag"));
  return tag === undefined || tag === "" ? repository : { ...repository, text: `${repository.text}:${tag}` };
}

function listVariable(text: string, item: YamlNode, parent: YamlEntry | undefined, isChart: boolean): GivenVariable | undefined {
  const block = parent?.value;
  const name = valueOf(item, "name");
  if (item.kind !== "map" || name?.kind !== "scalar" || typeof name.value !== "string" || block === undefined) return undefined;
  const span = withDash(text, item.span);
  return {
    ...variable(name.value, name.verbatim ?? name.span, valueOf(item, "value"), isChart),
    span,
    remove: () => (item.shared ? undefined : removeEntry(text, span, block, parent)),
  };
}

function variable(
  name: string,
  nameSpan: GivenVariable["nameSpan"],
  value: YamlNode | undefined,
  isChart: boolean,
): Omit<GivenVariable, "span" | "remove"> {
  const scalar = value?.kind === "scalar" ? value : undefined;
  // A chart puts its values into a manifest in its own way.
  const bare = scalar === undefined || isChart ? undefined : bareInManifest(scalar);
  // A manifest with anything but a text there is refused.
  const sure = bare === undefined ? textOf(scalar) : undefined;
  return {
    name,
    nameSpan,
    value: sure,
    valueSpan: scalar?.span ?? { start: nameSpan.end, end: nameSpan.end },
    keepsQuotes: false,
    ...known({ bare, verbatim: sure === undefined ? undefined : scalar?.verbatim }),
    write: (wanted) => (scalar === undefined || scalar.value === null ? undefined : writeScalar(scalar, wanted)),
  };
}

function port(node: YamlNode): GivenPort | undefined {
  const number = Number(textOf(valueOf(node, "containerPort")));
  if (!Number.isInteger(number) || number < 1 || number > 65535) return undefined;
  const host = Number(textOf(valueOf(node, "hostPort")) ?? NaN);
  const protocol = textOf(valueOf(node, "protocol")) === "UDP" ? "udp" : "tcp";
  return { span: node.span, protocol, container: { from: number, to: number }, ...(Number.isInteger(host) ? { host } : {}) };
}

function mount(node: YamlNode, pod: YamlNode): GivenMount | undefined {
  const target = textOf(valueOf(node, "mountPath"));
  const name = textOf(valueOf(node, "name"));
  if (target === undefined || !isTarget(target)) return undefined;
  const volume = itemsOf(valueOf(pod, "volumes")).find((item) => textOf(valueOf(item, "name")) === name);
  const kind = volumeKind(volume);
  const source = kind === "bind" ? textOf(valueOf(valueOf(volume, "hostPath"), "path")) : name;
  const readOnly = textOf(valueOf(node, "readOnly")) === "true";
  return { span: node.span, kind, target: tidyPath(target), readOnly, ...known({ source }) };
}

function volumeKind(volume: YamlNode | undefined): GivenMount["kind"] {
  const has = (name: string): boolean => entryOf(volume, name) !== undefined;
  if (has("hostPath")) return "bind";
  if (has("configMap") || has("projected")) return "config";
  if (has("secret")) return "secret";
  return has("emptyDir") ? "tmpfs" : "volume";
}

function given(node: YamlNode | undefined): Given | undefined {
  const text = textOf(node);
  if (node?.kind !== "scalar" || text === undefined) return undefined;
  return { text, span: node.span, ...known({ verbatim: node.verbatim }) };
}

function places(environment: YamlEntry | undefined): readonly EnvironmentPlace[] {
  if (environment === undefined || environment.shared) return [];
  const span = {
    start: environment.key.span.end + 1,
    end: Math.max(environment.key.span.end + 1, environment.value?.span.end ?? 0),
  };
  return [{ span, style: environment.value?.kind === "map" ? "map" : "nameValue" }];
}
