// Compose files, Quadlet units and Kubernetes manifests: how they look, and that hostile values arrive in them unchanged.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import type { ContainerAnswers } from "../../server/src/core/generate/answers.ts";
import { compose } from "../../server/src/core/generate/compose.ts";
import { kubernetes } from "../../server/src/core/generate/kubernetes.ts";
import { containerNotes } from "../../server/src/core/generate/notes.ts";
import { answersFor } from "../../server/src/core/generate/presets.ts";
import { quadlet } from "../../server/src/core/generate/quadlet.ts";
import { PLAIN_FACTS } from "../support/dockerRun.ts";
import { answers } from "./arbitraryAnswers.ts";
import { HOSTILE } from "./hostileValues.ts";
import { readUnit } from "./quadletReader.ts";
import { textsOf } from "../../server/src/core/generate/note.ts";

const seed = 20260424;
const production = answersFor(PLAIN_FACTS, "production", { engine: "podman" });

describe("a compose file", () => {
  test("looks as people write it", () => {
    expect(compose(answersFor(PLAIN_FACTS, "production", { network: "xmpp" })).text).toBe(
      [
        "# Start with: docker compose up --detach",
        "",
        "services:",
        "  prosody:",
        "    image: prosodyim/prosody:13.0",
        "    container_name: prosody",
        "    restart: unless-stopped",
        "    env_file:",
        "      - .env",
        "    ports:",
        '      - "5222:5222"',
        '      - "5269:5269"',
        "    volumes:",
        "      - prosody-data:/var/lib/prosody",
        "      - ./certs:/etc/prosody/certs:ro",
        "    networks:",
        "      - xmpp",
        "    mem_limit: 512m",
        "    healthcheck:",
        "      test:",
        "        - CMD",
        "        - bash",
        "        - -c",
        "        - </dev/tcp/127.0.0.1/5222",
        "      interval: 1m",
        "      timeout: 5s",
        "      start_period: 30s",
        "      retries: 3",
        "    logging:",
        "      options:",
        "        max-size: 10m",
        '        max-file: "3"',
        "    security_opt:",
        "      - no-new-privileges",
        "volumes:",
        "  prosody-data:",
        "    name: prosody-data",
        "networks:",
        "  xmpp:",
        "    name: xmpp",
        "    external: true",
        "",
      ].join("\n"),
    );
  });

  test("keeps what old readers of YAML would take for something else", () => {
    const { text } = compose({ ...production, restart: "no", ports: [{ container: 22, host: 22 }] });
    expect(text).toContain('restart: "no"');
    expect(text).toContain('- "22:22"');
  });

  test("mounts in the long form where the short one would be read as something else", () => {
    const mounted = (options: readonly string[], readOnly: boolean): unknown => {
      const mounts = [{ kind: "bind" as const, source: "/srv/a:b", target: "/a", readOnly, options }];
      const { text, notes } = compose({ ...production, mounts });
      const { services } = parse(text) as { readonly services: Readonly<Record<string, { readonly volumes: unknown }>> };
      return [services["prosody"]?.volumes, textsOf(notes).filter((note) => note.includes("mount"))];
    };
    const plain = { type: "bind", source: "/srv/a:b", target: "/a" };
    expect(mounted([], false)).toEqual([[plain], []]);
    expect(mounted(["Z"], true)).toEqual([[{ ...plain, read_only: true, bind: { selinux: "Z" } }], []]);
    expect(mounted(["z", "U"], false)).toEqual([
      [{ ...plain, bind: { selinux: "z" } }],
      ["The options U of the mount at /a are left out."],
    ]);
  });

  test("escapes what Compose's reader of YAML refuses or takes for the end of a line", () => {
    for (const value of [
      "a\u007fb",
      "\u0080",
      "a\u0085b",
      "\u009f",
      "\u2028",
      "x \u2029",
      "\ufeffx",
      "a\\\u007f",
      "\ufffe",
      "\t\n",
      "a\n\tb",
      "\n x\n".repeat(30),
    ]) {
      const { text } = compose({ ...production, variables: [{ name: "A", value }], labels: [[`l${value}`, ""]] });
      expect(text).toMatch(/^[\t\n\x20-\x7e]*$/);
      expect(parse(text)).toMatchObject({ services: { prosody: { environment: { A: value }, labels: { [`l${value}`]: "" } } } });
    }
  });

  test("has only keys that there are", () => {
    const known =
      "image container_name hostname restart env_file environment ports volumes tmpfs networks network_mode user mem_limit healthcheck logging labels " +
      "entrypoint command extra_hosts cap_add cpu_shares dns init pids_limit read_only security_opt stop_grace_period sysctls ulimits userns_mode working_dir";
    fc.assert(
      fc.property(answers, (given) => {
        const { services } = parse(compose(given).text) as { services: Record<string, object> };
        expect(Object.keys(services)).toEqual([given.name]);
        for (const key of Object.keys(services[given.name ?? ""] ?? {})) expect(known.split(" ")).toContain(key);
      }),
      { seed, numRuns: 100 },
    );
  });
});

describe("a Quadlet unit", () => {
  test("looks as people write it", () => {
    expect(quadlet(production).text).toBe(
      [
        "[Unit]",
        "Description=Prosody XMPP server",
        "",
        "[Container]",
        "Image=docker.io/prosodyim/prosody:13.0",
        "ContainerName=prosody",
        "EnvironmentFile=.env",
        "PublishPort=5222:5222",
        "PublishPort=5269:5269",
        "Volume=prosody-data:/var/lib/prosody",
        "Volume=./certs:/etc/prosody/certs:ro",
        "HealthCmd=bash -c '</dev/tcp/127.0.0.1/5222'",
        "HealthInterval=1m",
        "HealthTimeout=5s",
        "HealthStartPeriod=30s",
        "HealthRetries=3",
        "NoNewPrivileges=true",
        "PodmanArgs=--memory 512m",
        "",
        "[Service]",
        "Restart=always",
        "TimeoutStartSec=900",
        "",
        "[Install]",
        "WantedBy=multi-user.target default.target",
        "",
      ].join("\n"),
    );
  });

  test("carries every value, through podman and systemd", () => {
    for (const value of HOSTILE.filter((one) => !one.includes("\0"))) {
      const given: ContainerAnswers = {
        ...production,
        variables: [{ name: "A", value }],
        command: [value, "x"],
        hostname: value,
        healthCheck: { kind: "none" },
      };
      const { text, notes } = quadlet(given);
      const { container } = readUnit(text);
      expect(container.get("Environment")).toEqual([`A=${value}`]);
      expect(container.get("Exec")).toEqual(value === "" ? [] : [value, "x"]);
      expect(notes.some(({ id }) => id === "empty-word")).toBe(value === "");
      const words = container.get("PodmanArgs") ?? [];
      if (value === "") expect(words).toContain("--hostname=");
      else expect(container.get("HostName") ?? [words[words.indexOf("--hostname") + 1]]).toEqual([value]);
    }
  });

  test("says the same as the answers, whatever they are", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { container, sections } = readUnit(quadlet(given).text);
        expect(sections[0]).toBe("Unit");
        const sets = given.variables.flatMap(({ name, value }) => (value === undefined ? [] : [`${name}=${value}`]));
        expect(container.get("Environment") ?? []).toEqual(sets);
        expect(container.get("PublishPort")?.length ?? 0).toBe(given.ports.length);
        const words = container.get("PodmanArgs") ?? [];
        const count = (flag: string): number => words.filter((word) => word === flag).length;
        const mounts = ["Volume", "Mount", "Tmpfs"].reduce((sum, key) => sum + (container.get(key)?.length ?? 0), 0);
        expect(mounts + count("--volume")).toBe(given.mounts.length);
        expect(container.get("Label") ?? []).toEqual(given.labels.map(([key, value]) => `${key}=${value}`));
      }),
      { seed, numRuns: 200 },
    );
  });
});

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly type?: string;
    readonly ports?: readonly { readonly port: number; readonly targetPort: number }[];
    readonly template?: { readonly spec: Pod };
  };
}

interface Pod {
  readonly containers: readonly {
    readonly env?: readonly { readonly name: string; readonly value: string }[];
    readonly args?: readonly string[];
    readonly volumeMounts: readonly { readonly name: string }[];
    readonly livenessProbe?: object;
    readonly resources?: object;
  }[];
  readonly volumes: readonly { readonly name: string }[];
  readonly initContainers?: readonly { readonly command: readonly string[] }[];
}

function manifest(given: ContainerAnswers): readonly Manifest[] {
  return parseAllDocuments(kubernetes(given).text).map((document) => document.toJS() as Manifest);
}

describe("a Kubernetes manifest", () => {
  test("gives the data an owner that the image takes, and asks the port itself", () => {
    const [claim, deployment, service] = manifest(production);
    expect([claim?.kind, claim?.metadata.name]).toEqual(["PersistentVolumeClaim", "prosody-data"]);
    const pod = deployment?.spec.template?.spec;
    expect(pod?.initContainers?.[0]?.command).toEqual(["chown", "prosody:", "/var/lib/prosody"]);
    expect(pod?.containers[0]?.livenessProbe).toMatchObject({ tcpSocket: { port: 5222 }, periodSeconds: 60 });
    expect(pod?.containers[0]?.resources).toEqual({ requests: { memory: "512Mi" }, limits: { memory: "512Mi" } });
    expect(service?.spec.ports?.map(({ port }) => port)).toEqual([5222, 5269]);
  });

  test("shows a port of this machine only inside the cluster", () => {
    const services = manifest({ ...production, ports: [{ container: 5222 }, { container: 5280, address: "127.0.0.1" }] }).slice(
      2,
    );
    expect(services.map(({ metadata, spec }) => [metadata.name, spec.type])).toEqual([
      ["prosody", "LoadBalancer"],
      ["prosody-internal", "ClusterIP"],
    ]);
  });

  test("has no file's content, but says how to make its secrets", () => {
    const own = answersFor({ ...PLAIN_FACTS, config: { path: "./my.cfg.lua", kind: "file" } }, "simple");
    const { notes } = kubernetes(own);
    expect(textsOf(notes).join("\n")).toContain("--from-file=prosody.cfg.lua=./my.cfg.lua");
  });

  test("is whole, whatever the answers are", () => {
    const names = /^[a-z](?:[a-z0-9-]*[a-z0-9])?$/;
    fc.assert(
      fc.property(answers, (given) => {
        const objects = manifest(given);
        for (const { metadata } of objects) expect(metadata.name).toMatch(names);
        const pod = objects.find(({ kind }) => kind === "Deployment")?.spec.template?.spec;
        const volumes = pod?.volumes.map(({ name }) => name) ?? [];
        expect(new Set(volumes).size).toBe(volumes.length);
        expect(pod?.containers[0]?.volumeMounts.map(({ name }) => name)).toEqual(volumes);
        const sets = given.variables.flatMap(({ name, value }) =>
          value === undefined ? [] : [{ name, value: value.replaceAll("$(", "$$$$(") }],
        );
        expect(pod?.containers[0]?.env ?? []).toEqual(sets);
      }),
      { seed, numRuns: 200 },
    );
  });
});

test("notes are those of the form", () => {
  const given = answersFor({ ...PLAIN_FACTS, notes: [] }, "simple", { data: "./data", network: "x" });
  const notes = (form: Parameters<typeof containerNotes>[1]): string =>
    textsOf(containerNotes(given, form, PLAIN_FACTS)).join("\n");
  expect(notes("command")).toMatch(/network create x/);
  expect(notes("kubernetes")).not.toMatch(/network create|belong to root/);
  expect(textsOf(containerNotes({ ...given, command: ["prosodyctl", "check"] }, "command")).join()).toMatch(/leave the word out/);
});
