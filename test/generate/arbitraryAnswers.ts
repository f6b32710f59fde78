// Answers of every kind, for properties that must hold for all of them: values are hostile where a value is free, and sound where the
// engines would refuse anything else.

import fc from "fast-check";
import type { ContainerAnswers, MountAnswer } from "../../server/src/core/generate/answers.ts";
import { HOSTILE } from "./hostileValues.ts";

/** No NUL, no half characters; what cannot stand in YAML as it is is escaped there. */
const value = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 12 }));
const oneLine = value.filter((text) => text !== "" && !/[\0-\x1f\x7f]/.test(text));
const name = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{1,12}$/);
const variableName = fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,9}$/);
const duration = fc.constantFrom("5s", "1m", "1m30s", "500ms");

const port = fc.record(
  {
    container: fc.integer({ min: 1, max: 65535 }),
    host: fc.oneof(fc.constant("random" as const), fc.integer({ min: 1, max: 65535 })),
    address: fc.constantFrom("127.0.0.1", "::1", "192.0.2.7"),
    protocol: fc.constantFrom("udp" as const, "sctp" as const),
  },
  { requiredKeys: ["container"] },
).map((one) => (one.host === one.container ? { ...one, host: "random" as const } : one)); // prettier-ignore

const path = fc.constantFrom(
  "./data", "/srv/a b", "/srv/a,b", "/srv/it's", "/srv/$x", '/srv/"q"', "C:\\data", "~/x", "/srv/a:b", "/srv/%h", "./é", "/srv/a\\b",
); // prettier-ignore
const target = fc.constantFrom("/var/lib/prosody", "/etc/prosody/certs", "/etc/prosody", "/x y");

const mount: fc.Arbitrary<MountAnswer> = fc.oneof(
  fc.record({ kind: fc.constant("bind" as const), source: path, target, readOnly: fc.boolean() }),
  fc.record({ kind: fc.constant("volume" as const), source: name, target, readOnly: fc.boolean() }),
  fc.record({ kind: fc.constant("tmpfs" as const), target: fc.constant("/run"), readOnly: fc.constant(false) }),
);

const extra = fc.constantFrom(
  { flag: "--add-host", values: ["db:192.0.2.1"] },
  { flag: "--cap-add", values: ["NET_ADMIN", "CHOWN"] },
  { flag: "--cpu-shares", values: ["512"] },
  { flag: "--dns", values: ["192.0.2.53", "192.0.2.54"] },
  { flag: "--init", values: [] },
  { flag: "--pids-limit", values: ["100"] },
  { flag: "--read-only", values: [] },
  { flag: "--security-opt", values: ["no-new-privileges", "label=disable"] },
  { flag: "--stop-timeout", values: ["30"] },
  { flag: "--sysctl", values: ["net.core.somaxconn=1024"] },
  { flag: "--ulimit", values: ["nofile=1024:2048", "nproc=64"] },
  { flag: "--userns", values: ["host"] },
  { flag: "--workdir", values: ["/a $b"] },
);

export const answers: fc.Arbitrary<ContainerAnswers> = fc.record(
  {
    engine: fc.constantFrom("docker" as const, "podman" as const),
    name,
    image: fc.constantFrom("prosodyim/prosody:13.0", "prosodyim/prosody", "ghcr.io/x/y:z", "localhost:5000/p:1"),
    detach: fc.constant(true),
    remove: fc.constant(false),
    restart: fc.constantFrom("no", "always", "unless-stopped", "on-failure", "on-failure:3"),
    hostname: fc.constantFrom("chat.example", "xmpp"),
    envFiles: fc.array(fc.record({ path: fc.constantFrom(".env", "./a b.env", "x.env"), dialect: fc.constantFrom("literal" as const, "compose" as const) }), { maxLength: 2 }),
    variables: fc.uniqueArray(fc.record({ name: variableName, value }, { requiredKeys: ["name"] }), { maxLength: 4, selector: (one) => one.name }),
    ports: fc.uniqueArray(port, { maxLength: 4, selector: (one) => one.container }),
    mounts: fc.uniqueArray(mount, { maxLength: 4, selector: (one) => one.target }),
    networks: fc.oneof(fc.constant(["host"]), fc.uniqueArray(name, { maxLength: 2 })),
    user: fc.constantFrom("0", "1000:1000", "prosody"),
    memory: fc.constantFrom("512m", "1g", "1073741824"),
    healthCheck: fc.oneof(
      fc.constant({ kind: "none" as const }),
      fc.record(
        { kind: fc.constant("check" as const), test: fc.record({ shell: oneLine }), interval: duration, timeout: duration, startPeriod: duration, retries: fc.integer({ min: 1, max: 9 }) },
        { requiredKeys: ["kind", "test"] },
      ),
    ),
    labels: fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z][a-z.]{0,8}$/), value), { maxLength: 3, selector: ([key]) => key }),
    logDriver: fc.constantFrom("journald", "json-file"),
    logOptions: fc.uniqueArray(fc.tuple(fc.constantFrom("max-size", "tag"), oneLine), { maxLength: 2, selector: ([key]) => key }),
    entrypoint: fc.constantFrom(["bash"], ["/x y"]),
    command: fc.array(value, { maxLength: 3 }),
    extras: fc.uniqueArray(extra, { maxLength: 4, selector: ({ flag }) => flag }),
  },
  { requiredKeys: ["engine", "name", "image", "detach", "remove", "envFiles", "variables", "ports", "mounts", "networks", "labels", "logOptions", "command", "extras"] },
); // prettier-ignore

/** Two descriptions of the same container are equal then: the order of flags in a table does not matter. */
export function normal(of: ContainerAnswers): object {
  return {
    ...of,
    extras: [...of.extras].sort((a, b) => (a.flag < b.flag ? -1 : 1)),
    variables: [...of.variables].sort((a, b) => (a.name < b.name ? -1 : 1)),
    labels: [...of.labels].sort(([a], [b]) => (a < b ? -1 : 1)),
    mounts: of.mounts
      .map((one) => (one.kind === "bind" ? one : { ...one, source: one.source }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    envFiles: of.envFiles,
  };
}
