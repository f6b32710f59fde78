// Containers in compose files and in Kubernetes manifests: the long forms of ports, mounts and env files, and what is not known of them.

import { describe, expect, test } from "vitest";
import { containersIn } from "../../support/containers.ts";

/** The first container without its places. */
function first(text: string): unknown {
  const placeless = (key: string, value: unknown): unknown => (/^(?:span|.*Span|verbatim)$/.test(key) ? undefined : value);
  return JSON.parse(JSON.stringify(containersIn(text).file.containers[0], placeless));
}

describe("a service of Compose", () => {
  const service = (...lines: readonly string[]): unknown =>
    first(["services:", "  a:", "    image: prosodyim/prosody:13.0", ...lines.map((line) => `    ${line}`), ""].join("\n"));

  test.each<[string, object]>([
    ["ports: [5222]", { ports: [{ protocol: "tcp", container: { from: 5222, to: 5222 } }] }],
    [
      "ports: [{ target: 5222, published: '15222', host_ip: 127.0.0.1, protocol: udp }]",
      { ports: [{ protocol: "udp", host: 15222, address: "127.0.0.1", container: { from: 5222, to: 5222 } }] },
    ],
    [
      "ports: [{ target: 5222, published: $P, host_ip: $A }, { published: 1 }, $P]",
      { ports: [{ protocol: "tcp", container: { from: 5222, to: 5222 } }] },
    ],
    [
      "volumes: [{ type: bind, source: ./a, target: /a/, read_only: true }, { type: volume, source: $V, target: /b }]",
      {
        mounts: [
          { kind: "bind", source: "./a", target: "/a", readOnly: true },
          { kind: "volume", target: "/b", readOnly: false },
        ],
      },
    ],
    ["volumes: [{ type: npipe, target: /a }, { type: bind, target: a }, { type: bind }]", { mounts: [] }],
    ["tmpfs: /run/:size=1m", { mounts: [{ kind: "tmpfs", target: "/run", readOnly: false }] }],
    ["tmpfs: [run, /a]", { mounts: [{ kind: "tmpfs", target: "/a", readOnly: false }] }],
    ["configs: [a, { source: a, target: /a }]", { mounts: [{ kind: "config", target: "/a", readOnly: true }] }],
    ["secrets: [{ source: a, target: a }, { target: /b }]", { mounts: [{ kind: "secret", target: "/b", readOnly: true }] }],
    [
      "env_file: [a.env, { path: b.env, format: raw, required: false }]",
      {
        envFiles: [
          { path: "a.env", dialect: "compose" },
          { path: "b.env", dialect: "docker" },
        ],
        incomplete: false,
      },
    ],
    ["env_file: $E", { envFiles: [], incomplete: true }],
    ["env_file: ''", { envFiles: [], incomplete: true }],
    ["volumes_from: [b]", { incomplete: true }],
    ["provider: { type: x }", { incomplete: true }],
    ["extends: b", { base: { service: "b" }, incomplete: false }],
    ["extends: { service: b, file: c.yaml }", { base: { service: "b", path: "c.yaml" }, incomplete: false }],
    ["extends: { file: c.yaml }", { incomplete: true }],
    ["extends: { service: b, file: $F }", { incomplete: true }],
    ["network_mode: host", { network: "host" }],
    ["network_mode: bridge", { network: "own" }],
    ["network_mode: service:b", { network: "other" }],
    ["command: -c  id", { command: [{ text: "-c" }, { text: "id" }] }],
    ["command: [-c, 'a b']", { command: [{ text: "-c" }, { text: "a b" }] }],
    ["command: sh -c 'a b'", { command: [{ text: "sh -c 'a b'" }] }],
    ["entrypoint: sh", { ownEntrypoint: true }],
    ["build: .", { built: true }],
    ["build:", { built: false }],
  ])("%s", (line, wanted) => {
    expect(service(line)).toMatchObject(wanted);
  });

  test("has nothing that it is not given", () => {
    const nothing = {
      ports: [],
      mounts: [],
      envFiles: [],
      incomplete: false,
      network: "own",
      ownEntrypoint: false,
      built: false,
    };
    expect(service()).toMatchObject(nothing);
    expect(Object.keys(service() as object)).not.toEqual(expect.arrayContaining(["base"]));
    expect(service("extends: { service: b, file: $F }")).not.toHaveProperty("base");
    expect(service("command:")).not.toHaveProperty("command");
  });

  test("may have more where other files are included", () => {
    const text = "services:\n  a:\n    image: prosodyim/prosody:13.0\n";
    expect(first(text)).toMatchObject({ incomplete: false });
    expect(first(`${text}include: [b.yaml]\n`)).toMatchObject({ incomplete: true });
  });
});

describe("a container of Kubernetes", () => {
  const pod = (container: readonly string[], ...lines: readonly string[]): unknown =>
    first(
      ["apiVersion: v1", "kind: Pod", "spec:", ...lines.map((line) => `  ${line}`), "  containers:"]
        .concat(["    - image: prosodyim/prosody:13.0", ...container.map((line) => `      ${line}`), ""])
        .join("\n"),
    );

  test.each<[readonly string[], object]>([
    [["ports: [{ containerPort: 5222 }]"], { ports: [{ protocol: "tcp", container: { from: 5222, to: 5222 } }] }],
    [
      ["ports: [{ containerPort: 5222, hostPort: 1, protocol: UDP }]"],
      { ports: [{ protocol: "udp", host: 1, container: { from: 5222, to: 5222 } }] },
    ],
    [
      ["ports: [{ containerPort: 1 }, { containerPort: 65535 }]"],
      { ports: [{ container: { from: 1 } }, { container: { from: 65535 } }] },
    ],
    [["ports: [{ containerPort: 0 }, { containerPort: 65536 }, { containerPort: x }, {}]"], { ports: [] }],
    [["args: [-c, id]"], { command: [{ text: "-c" }, { text: "id" }], ownEntrypoint: false }],
    [["command: [sh]"], { ownEntrypoint: true }],
    [["envFrom: [{ secretRef: { name: a } }]"], { incomplete: true }],
    [["name: chat"], { name: { text: "chat" }, incomplete: false, network: "own" }],
    [["volumeMounts: [{ name: a, mountPath: a }, { name: a }]"], { mounts: [] }],
  ])("%j", (lines, wanted) => {
    expect(pod(lines)).toMatchObject(wanted);
  });

  test("is on the network of its machine where the pod says so", () => {
    expect(pod([], "hostNetwork: true")).toMatchObject({ network: "host" });
    expect(pod([], "hostNetwork: false")).toMatchObject({ network: "own" });
  });

  test.each([
    ["hostPath: { path: /srv }", { kind: "bind", source: "/srv" }],
    ["configMap: { name: c }", { kind: "config", source: "a" }],
    ["projected: {}", { kind: "config", source: "a" }],
    ["secret: { secretName: s }", { kind: "secret", source: "a" }],
    ["emptyDir: {}", { kind: "tmpfs", source: "a" }],
    ["persistentVolumeClaim: { claimName: c }", { kind: "volume", source: "a" }],
  ])("mounts %s", (volume, wanted) => {
    const mounts = "volumeMounts: [{ name: a, mountPath: /a/, readOnly: true }, { name: a, mountPath: /b }]";
    expect(pod([mounts], `volumes: [{ name: b, emptyDir: {} }, { name: a, ${volume} }]`)).toMatchObject({
      mounts: [
        { ...wanted, target: "/a", readOnly: true },
        { ...wanted, target: "/b", readOnly: false },
      ],
    });
  });
});

describe("values of a chart", () => {
  test.each([
    ["image: prosodyim/prosody:13.0\nenv: { PROSODY_A: x }\n", "13.0", ["PROSODY_A"]],
    ["image: { repository: prosodyim/prosody, tag: '0.12' }\nextraEnv: [{ name: PROSODY_A, value: x }]\n", "0.12", ["PROSODY_A"]],
    ["a: { image: { name: prosodyim/prosody, tag: '' } }\n", undefined, []],
    ["image: prosodyim/prosody\nenv: { A: { valueFrom: x }, B: 1 }\nenvVars: { C: 2 }\n", undefined, ["B", "C"]],
  ])("%j", (text, tag, names) => {
    const [container] = containersIn(text, "kubernetes").file.containers;
    expect(container?.image).toMatchObject({ name: "prosodyim/prosody" });
    expect(container?.image?.tag).toBe(tag);
    expect(container?.incomplete).toBe(true);
    expect(container?.variables.variables.map(({ name }) => name)).toEqual(names);
  });

  test.each(["image: { repository: prosody, tag: prosodyim/prosody }\n", "image: {}\n# prosodyim/prosody\n"])(
    "%j have no image",
    (text) => {
      expect(containersIn(text, "kubernetes").file.containers).toEqual([]);
    },
  );
});
