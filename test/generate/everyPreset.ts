// The answers that people get by choosing: each preset, for each kind of configuration, with wishes, for each engine and dialect.

import type { ContainerAnswers } from "../../server/src/core/generate/answers.ts";
import { answersFor } from "../../server/src/core/generate/presets.ts";
import type { ContainerFacts, Preset, Wishes } from "../../server/src/core/generate/presets.ts";
import type { ImageVersion } from "../../server/src/core/schema/version.ts";

const versions: readonly ImageVersion[] = ["0.12", "13.0", "trunk"];
const presets: readonly Preset[] = ["simple", "production"];
const engines = ["docker", "podman"] as const;
const dialects = ["literal", "compose", "any"] as const;

const ports = [{ container: 5222 }, { container: 5269 }, { container: 5280, address: "127.0.0.1" }];
const names = ["PROSODY_VIRTUAL_HOSTS"];
const settings: readonly Omit<ContainerFacts, "version" | "ports">[] = [
  {},
  ...dialects.map((dialect) => ({ envFile: { path: ".env", dialect, names }, answersAt: { port: 5222 } })),
  { envFile: { path: "./my settings.env", dialect: "literal", names }, answersAt: { port: 5222, address: "::1" } },
  { config: { path: "./prosody.cfg.lua", kind: "file" }, answersAt: { port: 5222 }, modulesAt: "/etc/prosody/modules" },
  { config: { path: "./own", kind: "folder" }, answersAt: { port: 5222 }, certificatesAt: "/srv/certs" },
];

const wishes: readonly Wishes[] = [
  {},
  { name: "chat", tag: "latest", restart: "on-failure:3", memory: "1g", hostname: "chat.example" },
  {
    detach: false,
    ports: [
      { container: 5222, host: "random" },
      { container: 443, host: 8443, address: "::1", protocol: "udp" },
    ],
  },
  { network: "xmpp", data: "./data", certificates: "/etc/letsencrypt/live", modules: "./mod ules", extraConfig: "./conf.d" },
  { network: "host", user: "1000:1000", userNamespace: "host", certificates: false, modules: false, healthCheck: true },
  { network: "none", restart: "no", readOnlyConfig: false, healthCheck: false, data: "C:\\prosody" },
];

export const EVERY_PRESET: readonly ContainerAnswers[] = versions.flatMap((version) =>
  settings.flatMap((facts) =>
    presets.flatMap((preset) =>
      engines.flatMap((engine) => wishes.map((wish) => answersFor({ version, ports, ...facts }, preset, { ...wish, engine }))),
    ),
  ),
);
