// The language servers that are compared: ours as it is built, one for JSON, one for YAML, and one that does nothing.

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { asJson, asLua, asYaml, jsonSchema } from "./provider.ts";
import type { Provider } from "./provider.ts";

export interface Server {
  readonly title: string;
  /** What Node is to run. */
  readonly words: readonly string[];
  readonly languageId: string;
  /** How files are called. */
  readonly extension: string;
  readonly write: (provider: Provider) => string;
  readonly options?: object;
  /** Answers to workspace/configuration, by section. */
  readonly settings?: Readonly<Record<string, object>>;
  /** What it does not answer. */
  readonly lacks?: readonly string[];
}

/** By the folder with what was bundled for the benchmarks and the folder that the product was built into. */
export function servers(
  folder: string,
  dist: string,
  schemaUri: string,
): Readonly<Record<"ours" | "json" | "yaml" | "empty", Server>> {
  const yamlServer = createRequire(join(folder, "main.mjs")).resolve("yaml-language-server");
  return {
    ours: {
      title: "prosody-config",
      words: [join(dist, "server.cjs"), "--stdio"],
      languageId: "prosody",
      extension: "cfg.lua",
      write: asLua,
    },
    json: {
      title: "vscode-json-languageservice",
      words: [join(folder, "jsonServer.cjs")],
      languageId: "json",
      extension: "json",
      write: asJson,
      options: { schema: jsonSchema() },
      lacks: ["textDocument/codeAction"],
    },
    yaml: {
      title: "yaml-language-server",
      words: [join(dirname(yamlServer), "server.js"), "--stdio"],
      languageId: "yaml",
      extension: "yaml",
      write: asYaml,
      // Nothing is fetched from elsewhere.
      settings: { yaml: { validate: true, schemas: { [schemaUri]: "*.yaml" }, schemaStore: { enable: false, url: "" } } },
    },
    empty: {
      title: "an empty server",
      words: [join(folder, "emptyServer.cjs")],
      languageId: "prosody",
      extension: "cfg.lua",
      write: asLua,
    },
  };
}
