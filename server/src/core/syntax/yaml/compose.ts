// Services of a compose file, as far as their environment goes.

import { knownText } from "../../text/elsewhere.ts";
import { composeServices } from "../containers/compose.ts";

export interface ComposeFile {
  readonly services: readonly ComposeService[];
}

export interface ComposeService {
  readonly name: string;
  readonly image?: string;
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
    services: composeServices(text).map((service) => {
      const image = knownText(service.image);
      return {
        name: service.name?.text ?? "",
        ...(image === undefined ? {} : { image }),
        environment: Object.fromEntries(service.variables.map(({ name, value }) => [name, value])),
        envFiles: service.envFiles.map(({ path, dialect }) => ({ path, raw: dialect === "docker" })),
      };
    }),
  };
}
