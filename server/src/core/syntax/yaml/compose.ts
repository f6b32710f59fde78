// Services of a compose file, as far as their environment goes.

import { composeServices } from "../containers/compose.ts";

export interface ComposeFile {
  readonly services: readonly ComposeService[];
}

export interface ComposeService {
  readonly name: string;
  /** Undefined: taken from outside, or not to be told from this file. Such a variable hides that of an env file all the same. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** In the order in which they are read; later ones count. */
  readonly envFiles: readonly ComposeEnvFile[];
}

export interface ComposeEnvFile {
  /** As written: from the folder of the compose file on. */
  readonly path: string;
  /** `format: raw`: read as `docker run --env-file` does. */
  readonly raw: boolean;
}

export function readCompose(text: string): ComposeFile {
  return {
    services: composeServices(text).map(({ name, variables, envFiles }) => ({
      name: name?.text ?? "",
      environment: Object.fromEntries(variables.map((one) => [one.name, one.value])),
      envFiles: envFiles.map(({ path, dialect }) => ({ path, raw: dialect === "docker" })),
    })),
  };
}
