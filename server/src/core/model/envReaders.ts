// Which tools read an env file, as far as the files around it tell: a compose file that names it, a command line that gives it to a
// tool, a Quadlet unit. Everything comes as text; what nothing tells is left open.

import type { EnvDialect } from "../syntax/env/syntax.ts";
import type { ComposeFile } from "../syntax/yaml/compose.ts";
import { folderOf, nameOf, resolve } from "./environment/files.ts";

export interface EnvReader {
  readonly dialect: EnvDialect;
  /** A sentence: how that is known. */
  readonly evidence: string;
}

export interface Neighbour {
  /** With `/` between its parts, beginning where the env file's path begins. */
  readonly path: string;
  readonly text: string;
}

/** Names of files in which a reader may be found, for a search in the folder of the env file and those above it. */
export const READER_PATTERNS: readonly string[] = [
  "compose*.yaml",
  "compose*.yml",
  "docker-compose*.yaml",
  "docker-compose*.yml",
  "*.sh",
  "README*",
  "Makefile",
  "makefile",
  "justfile",
  "*.container",
];

const READER_NAMES = READER_PATTERNS.map((pattern) => new RegExp(`^${pattern.replace(/\./g, "\\.").replace(/\*/g, ".*")}$`));

/** Whether a file of such a name may tell who reads an env file. */
export function mayTellReader(name: string): boolean {
  return READER_NAMES.some((expression) => expression.test(name));
}

/** One reader for each tool, the plainest evidence first. None: nothing tells. */
export function envReaders(
  path: string,
  neighbours: readonly Neighbour[],
  readCompose: (text: string) => ComposeFile,
): readonly EnvReader[] {
  const found = neighbours.flatMap((neighbour) => readersIn(path, neighbour, readCompose));
  const plain = found.length > 0 ? found : besideCompose(path, neighbours, readCompose);
  const byDialect = new Map<EnvDialect, EnvReader>();
  for (const reader of plain) if (!byDialect.has(reader.dialect)) byDialect.set(reader.dialect, reader);
  return [...byDialect.values()];
}

function readersIn(path: string, { path: other, text }: Neighbour, read: (text: string) => ComposeFile): readonly EnvReader[] {
  // Reading YAML takes its time.
  if (isCompose(other)) return text.includes("env_file") ? fromCompose(path, other, read(text)) : [];
  return other.endsWith(".container") ? fromQuadlet(path, other, text) : fromCommands(path, other, text);
}

function fromCompose(path: string, other: string, { services }: ComposeFile): readonly EnvReader[] {
  return services.flatMap(({ name, envFiles }) =>
    envFiles
      .filter((file) => isNamed(path, other, file.path))
      .map(({ raw }): EnvReader => {
        const how = raw ? ", as it stands (`format: raw`)" : "";
        return {
          dialect: raw ? "docker" : "compose",
          evidence: `\`${nameOf(other)}\` reads it for the service \`${name}\`${how}.`,
        };
      }),
  );
}

/** Quadlet hands these files to `podman run --env-file`. Those of the section `[Service]` are systemd's own. */
function fromQuadlet(path: string, other: string, text: string): readonly EnvReader[] {
  const section = /^\[Container\][^\S\n]*\n((?:(?!\[).*\n?)*)/m.exec(text)?.[1] ?? "";
  const files = [...section.matchAll(/^EnvironmentFile[ \t]*=[ \t]*(.+)$/gm)].flatMap(([, value = ""]) =>
    value.trim().split(/\s+/),
  );
  // `%h` and the like stand for folders that are not known.
  const named = files.some((file) => !file.includes("%") && isNamed(path, other, file));
  return named ? [{ dialect: "podman", evidence: `\`${nameOf(other)}\` gives it to podman.` }] : [];
}

const COMMAND = /\b(docker[ -]compose|docker|podman)\b((?:[^\n;|&\\]|\\(?:\r?\n)?)*)/g;

function fromCommands(path: string, other: string, text: string): readonly EnvReader[] {
  if (!text.includes("--env-file")) return [];
  return [...text.matchAll(COMMAND)].flatMap(([, tool = "", rest = ""]): readonly EnvReader[] => {
    const files = [...rest.matchAll(/--env-file[= \t]+["']?([^\s"'`\\]+)/g)].map(([, file = ""]) => file);
    const own = files.some((file) => isNamed(path, other, file.replace(/^\$(?:PWD|\{PWD\}|\(pwd\))\//, "")));
    if (!own) return [];
    if (tool.includes("compose"))
      return [
        { dialect: "compose", evidence: `\`${nameOf(other)}\` gives it to Compose, for the variables in the compose file.` },
      ];
    if (!/^\s+(?:container\s+)?(?:run|create|exec)\b/.test(rest)) return [];
    return [{ dialect: tool === "podman" ? "podman" : "docker", evidence: `\`${nameOf(other)}\` gives it to \`${tool} run\`.` }];
  });
}

/** Compose reads the `.env` of its own folder for the variables in the compose file. */
function besideCompose(
  path: string,
  neighbours: readonly Neighbour[],
  read: (text: string) => ComposeFile,
): readonly EnvReader[] {
  if (nameOf(path) !== ".env") return [];
  const beside = neighbours.find(({ path: other }) => isCompose(other) && folderOf(other) === folderOf(path));
  if (beside === undefined || read(beside.text).services.length === 0) return [];
  return [
    {
      dialect: "compose",
      evidence: `It stands beside \`${nameOf(beside.path)}\`, and Compose reads it for the variables in there.`,
    },
  ];
}

function isCompose(path: string): boolean {
  return /^(?:docker-)?compose(?:[.-].*)?\.ya?ml$/.test(nameOf(path));
}

/** A file names the one at a path. */
function isNamed(path: string, other: string, written: string): boolean {
  return resolve(folderOf(other), written) === resolve("/", path);
}
