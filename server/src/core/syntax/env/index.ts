// Reads an env file by the rules of the tool that will read it.

import { parseComposeEnv } from "./compose.ts";
import { parseDockerEnv } from "./docker.ts";
import { parsePodmanEnv } from "./podman.ts";
import type { EnvDialect, EnvSyntax } from "./syntax.ts";

export type { EnvAssignment, EnvDialect, EnvSyntax } from "./syntax.ts";
export { parseComposeEnv, parseDockerEnv, parsePodmanEnv };

export function parseEnv(text: string, dialect: EnvDialect): EnvSyntax {
  switch (dialect) {
    case "docker":
      return parseDockerEnv(text);
    case "compose":
      return parseComposeEnv(text);
    case "podman":
      return parsePodmanEnv(text);
  }
}
