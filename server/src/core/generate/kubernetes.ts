// The answers as a Kubernetes manifest: a claim for the data, a deployment of one pod, and a service for its ports. Configuration,
// certificates and variables come from secrets that the user makes from the files; their values never stand in the manifest.

import { extraValues } from "./answers.ts";
import type { ContainerAnswers, HealthCheck, PublishedPort, Written } from "./answers.ts";
import { durationSeconds } from "./durations.ts";
import { IMAGE_PATHS } from "../schema/imagePaths.ts";
import { withRegistry } from "./image.ts";
import { KubernetesMounts } from "./kubernetesMounts.ts";
import type { Note } from "./note.ts";
import { distinctPorts, servicePorts } from "./ports.ts";
import { yamlText } from "./yamlText.ts";

type Section = Record<string, unknown>;

export function kubernetes(answers: ContainerAnswers): Written {
  const name = objectName(answers.name ?? "prosody");
  const labels = { "app.kubernetes.io/name": "prosody", "app.kubernetes.io/instance": name };
  const mounts = new KubernetesMounts(name);
  for (const mount of answers.mounts) mounts.add(mount);
  const documents = [
    ...mounts.claims.map((claim) => ({
      apiVersion: "v1",
      kind: "PersistentVolumeClaim",
      metadata: { name: claim, labels },
      spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "5Gi" } } },
    })),
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name, labels },
      spec: {
        replicas: 1,
        // Two of them must never write the same data.
        strategy: { type: "Recreate" },
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: podSpec(answers, name, mounts) },
      },
    },
    ...service(answers.ports, name, labels),
  ];
  const notes = [...secretNotes(answers, name, mounts), ...otherNotes(answers, mounts)];
  return { text: documents.map((document) => yamlText(document)).join("---\n"), notes };
}

/** A name that Kubernetes takes. */
function objectName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/^-+|(?<!-)-+$/g, "")
    .slice(0, 50);
  return plain === "" ? "prosody" : /^\d/.test(plain) ? `p${plain}` : plain.replace(/(?<!-)-+$/, "");
}

function podSpec(answers: ContainerAnswers, name: string, mounts: KubernetesMounts): Section {
  const { image, hostname, networks, ports } = answers;
  const data = mounts.mounts.find(({ mountPath }) => mountPath === IMAGE_PATHS.data);
  const grace = extraValues(answers, "--stop-timeout")?.[0];
  return {
    // Variables that Kubernetes makes for services begin with their names, and one of them is probably called prosody.
    enableServiceLinks: false,
    automountServiceAccountToken: false,
    ...(hostname === undefined ? {} : { hostname: objectName(hostname.split(".")[0] ?? "") }),
    ...(networks.includes("host") ? { hostNetwork: true } : {}),
    ...(grace !== undefined && /^\d+$/.test(grace) ? { terminationGracePeriodSeconds: Number(grace) } : {}),
    // A new volume belongs to root, and the image stops when its data does.
    ...(data === undefined
      ? {}
      : {
          initContainers: [
            {
              name: "owner-of-data",
              image: withRegistry(image),
              command: ["chown", "prosody:", IMAGE_PATHS.data],
              volumeMounts: [data],
            },
          ],
        }),
    containers: [container(answers, name, mounts, ports)],
    volumes: mounts.volumes,
  };
}

function container(answers: ContainerAnswers, name: string, mounts: KubernetesMounts, ports: readonly PublishedPort[]): Section {
  const { entrypoint, command, variables, envFiles, memory } = answers;
  const given = variables.flatMap((one) => (one.value === undefined ? [] : [{ name: one.name, value: one.value }]));
  const security = extraValues(answers, "--security-opt")?.some((option) => option.startsWith("no-new-privileges")) === true;
  const amount = memory === undefined ? undefined : quantity(memory);
  return {
    name: "prosody",
    image: withRegistry(answers.image),
    ...(entrypoint === undefined ? {} : { command: entrypoint }),
    ...(command.length === 0 ? {} : { args: command.map(dollars) }),
    ...(envFiles.length === 0 ? {} : { envFrom: envFiles.map((_, i) => ({ secretRef: { name: secretName(name, i) } })) }),
    ...(given.length === 0 ? {} : { env: given.map((one) => ({ ...one, value: dollars(one.value) })) }),
    ...(ports.length === 0
      ? {}
      : {
          // However many ports of a service lead to it.
          ports: distinctPorts(ports.map(({ container: port, protocol = "tcp" }) => ({ container: port, protocol }))).map(
            ({ container: port, protocol = "tcp" }) => ({ containerPort: port, protocol: protocol.toUpperCase() }),
          ),
        }),
    ...(amount === undefined ? {} : { resources: { requests: { memory: amount }, limits: { memory: amount } } }),
    ...probes(answers.healthCheck),
    ...(security ? { securityContext: { allowPrivilegeEscalation: false } } : {}),
    volumeMounts: mounts.mounts,
  };
}

/** Kubernetes replaces `$(NAME)`. */
function dollars(value: string): string {
  return value.replaceAll("$(", "$$$$(");
}

function secretName(name: string, index: number): string {
  return `${name}-env${index === 0 ? "" : `-${index + 1}`}`;
}

/** `512m` means mebibytes to docker, and thousandths to Kubernetes. */
function quantity(memory: string): string | undefined {
  const [, number, unit = "b"] = /^(\d+)([bkmg])?$/i.exec(memory) ?? [];
  if (number === undefined) return undefined;
  return `${number}${{ b: "", k: "Ki", m: "Mi", g: "Gi" }[unit.toLowerCase()] ?? ""}`;
}

/** Kubernetes opens the port itself; the container is started anew only after it has not answered for some minutes. */
function probes(check: HealthCheck | undefined): Section {
  if (check?.kind !== "check") return {};
  const { test, port, interval, timeout, startPeriod, retries } = check;
  const action =
    port === undefined
      ? { exec: { command: "shell" in test ? ["/bin/sh", "-c", test.shell] : test.words.map(dollars) } }
      : { tcpSocket: { port } };
  const periodSeconds = seconds(interval) ?? 60;
  const timeoutSeconds = seconds(timeout) ?? 5;
  return {
    readinessProbe: { ...action, periodSeconds: Math.min(periodSeconds, 10), timeoutSeconds },
    livenessProbe: {
      ...action,
      ...(startPeriod === undefined ? {} : { initialDelaySeconds: seconds(startPeriod) ?? 0 }),
      periodSeconds,
      timeoutSeconds,
      failureThreshold: Math.max(retries ?? 3, 1),
    },
  };
}

function seconds(duration = ""): number | undefined {
  const exact = durationSeconds(duration);
  return exact === undefined ? undefined : Math.max(1, Math.round(exact));
}

function service(ports: readonly PublishedPort[], name: string, labels: object): readonly Section[] {
  // What is for this machine only, a load balancer must not show to all.
  const [open, closed] = [servicePorts(ports, false), servicePorts(ports, true)];
  const one = (own: string, type: string, list: readonly PublishedPort[]): readonly Section[] =>
    list.length === 0
      ? []
      : [
          {
            apiVersion: "v1",
            kind: "Service",
            metadata: { name: own, labels },
            spec: {
              type,
              selector: labels,
              ports: list.map(({ container: target, host, protocol = "tcp" }) => ({
                name: `port-${host ?? target}${protocol === "tcp" ? "" : `-${protocol}`}`,
                port: host,
                targetPort: target,
                protocol: protocol.toUpperCase(),
              })),
            },
          },
        ];
  return [...one(name, "LoadBalancer", open), ...one(`${name}-internal`, "ClusterIP", closed)];
}

function secretNotes({ envFiles }: ContainerAnswers, name: string, mounts: KubernetesMounts): readonly Note[] {
  const commands = [
    ...envFiles.map(({ path }, i) => `kubectl create secret generic ${secretName(name, i)} --from-env-file=${path}`),
    ...mounts.secrets.map(({ secret, source }) => `kubectl create secret generic ${secret} --from-file=${source}`),
  ];
  if (commands.length === 0) return [];
  const literal = envFiles.some(({ dialect }) => dialect === "compose")
    ? " kubectl takes the lines of the env file literally: write plain NAME=value lines for it."
    : "";
  return [
    {
      id: "secrets-first",
      text: `Make the secrets from your files first: ${commands.map((command) => `\`${command}\``).join(", ")}.${literal}`,
    },
    ...(mounts.secrets.some(({ folder }) => folder)
      ? [{ id: "subfolders-left-out", text: "A secret takes the files of a folder, but not those of its subfolders." } as const]
      : []),
  ];
}

function otherNotes(answers: ContainerAnswers, mounts: KubernetesMounts): readonly Note[] {
  const known = new Set(["--security-opt", "--stop-timeout"]);
  const lost = [
    ...answers.extras.filter(({ flag }) => !known.has(flag)).map(({ flag }) => flag),
    ...(answers.user === undefined ? [] : ["--user"]),
    ...(answers.labels.length === 0 ? [] : ["--label"]),
    ...(answers.variables.some(({ value }) => value === undefined) ? ["--env NAME (without a value)"] : []),
  ];
  const leftOut = [...(lost.length === 0 ? [] : [lost.join(", ")]), ...mounts.lost.map((target) => `the mount at ${target}`)];
  return [
    ...(mounts.claims.length === 0
      ? []
      : [
          {
            id: "storage-size",
            text: "The claim asks for 5Gi of the cluster's default storage: change it to your needs.",
          } as const,
        ]),
    ...leftOut.map((text): Note => ({ id: "left-out", text: `The manifest leaves out ${text}.` })),
  ];
}
