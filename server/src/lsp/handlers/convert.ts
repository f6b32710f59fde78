// prosody/convert: an env file as a configuration of one's own, or a configuration as an env file.

import { configToEnv, envToConfig } from "../../core/convert/convert.ts";
import { environmentOf } from "../../core/effective/environment.ts";
import type { ConfigurationParams, ConvertReply } from "../../protocol.ts";
import type { Session } from "../session.ts";

export async function onConvert(session: Session, { uri, envFile, service }: ConfigurationParams): Promise<ConvertReply> {
  const file = await session.file(uri);
  if (file === undefined || file.analysis.kind === "container")
    return { ok: false, reason: "Open an env file or a prosody.cfg.lua first: that is what gets converted." };
  const { version } = file.schema;
  if (file.analysis.kind === "env") {
    const { variables } = environmentOf(file.analysis.file);
    return envToConfig({ variables, version, hostname: "localhost" });
  }
  const { effective } = session;
  if (effective === undefined) return { ok: false, reason: "Configurations cannot be evaluated here, so this one is not known." };
  const { result } = await effective.answer({ uri, version, dialect: file.settings.dialect, envFile, service });
  if (result.status === "ok") return configToEnv(result.config, file.schema);
  return { ok: false, reason: `Prosody cannot load the configuration. Line ${result.error.line}: ${result.error.message}` };
}
