// Real programs, and knowledge of others, that what we write is put to: from Debian and the npm registry, in the user's cache; nothing is
// installed. What cannot be had is left out with a line that says so, and the tests that want it are skipped.

import { join } from "node:path";
import { CannotRun } from "../lib/cannotRun.mjs";
import { say } from "../lib/say.mjs";
import { npmPackage } from "./npmPackage.mjs";
import { loader, unpacked } from "./unpacked.mjs";

/** What tests get: programs with their first arguments, and paths of files and folders. */
/** @typedef {{ readonly programs: Readonly<Record<string, readonly string[]>>, readonly files: Readonly<Record<string, string>> }} Tools */

/**
 * @typedef {object} Source
 * @property {string} title
 * @property {string} folder its name in the cache; the number is raised when the way of getting it changes
 * @property {string} release
 * @property {readonly string[]} packages
 * @property {boolean} [alone]
 * @property {Readonly<Record<string, string>>} programs where they lie, by the name that tests call them
 * @property {Readonly<Record<string, string>>} [files]
 * @property {readonly string[]} [libraries]
 */

/** @type {readonly Source[]} */
const sources = [
  {
    title: "shells and tools",
    folder: "tools-bookworm-1",
    release: "bookworm",
    packages: ["dash", "bash", "zsh", "ksh93u+m", "mksh", "busybox", "fish", "bind9-utils"],
    programs: {
      dash: "bin/dash",
      bash: "bin/bash",
      zsh: "bin/zsh",
      ksh: "bin/ksh93",
      mksh: "bin/mksh",
      busybox: "bin/busybox",
      fish: "usr/bin/fish",
      "named-checkzone": "usr/bin/named-checkzone",
    },
    libraries: ["usr/lib/x86_64-linux-gnu/bind9"],
  },
  {
    title: "podman's reader of Quadlet units",
    folder: "quadlet-trixie-1",
    release: "trixie",
    // That program needs a C library and nothing else of what podman does.
    packages: ["podman", "libc6"],
    alone: true,
    programs: { quadlet: "usr/libexec/podman/quadlet" },
  },
  {
    title: "Docker Compose",
    folder: "compose-forky-1",
    // The first release whose Compose knows `format: raw`.
    release: "forky",
    packages: ["docker-compose", "golang-github-compose-spec-compose-go-dev", "libc6"],
    alone: true,
    programs: { "docker-compose": "usr/libexec/docker/cli-plugins/docker-compose" },
    files: { "compose-spec.json": "usr/share/gocode/src/github.com/compose-spec/compose-go/schema/compose-spec.json" },
  },
];

/** @returns {Promise<Tools>} */
export async function realTools() {
  /** @type {Record<string, readonly string[]>} */
  const programs = {};
  /** @type {Record<string, string>} */
  const files = {};
  const sets = sources.map((source) =>
    orSkip(source.title, async () => {
      const root = await unpacked(source);
      const start = loader(root, source.libraries);
      for (const [name, path] of Object.entries(source.programs)) programs[name] = [...start, join(root, path)];
      for (const [name, path] of Object.entries(source.files ?? {})) files[name] = join(root, path);
    }),
  );
  const schemas = orSkip("Kubernetes' schemas", async () => {
    files["kubernetes-models"] = await npmPackage("kubernetes-models", "5.1.0");
  });
  await Promise.all([...sets, schemas]);
  return { programs, files };
}

/**
 * @param {string} title
 * @param {() => Promise<void>} get
 */
async function orSkip(title, get) {
  try {
    await get();
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    say(`Skipped what needs ${title}: ${error.message}.`);
  }
}
