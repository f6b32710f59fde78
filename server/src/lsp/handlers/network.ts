// prosody/network: what the configuration that a file belongs to wants of DNS, certificates and the firewall, as Markdown.

import { networkPlan, networkReport } from "../../core/dns/plan.ts";
import { zoneFile } from "../../core/dns/zoneFile.ts";
import type { ConfigurationParams, NetworkReply } from "../../protocol.ts";
import type { Session } from "../session.ts";

export async function onNetwork(session: Session, { uri, envFile, service }: ConfigurationParams): Promise<NetworkReply> {
  const { effective } = session;
  if (effective === undefined) return { ok: false, reason: "Configurations cannot be evaluated here." };
  const { settings, schema } = await session.workspace.surroundings(uri);
  const { version } = schema;
  const { entry, result } = await effective.answer({ uri, version, dialect: settings.dialect, envFile, service });
  if (result.status === "error") {
    const { line, message } = result.error;
    return { ok: false, reason: `Prosody cannot load the configuration, so its hosts are not known. Line ${line}: ${message}` };
  }
  const title = session.folders.label(entry);
  const plan = networkPlan(result.config, schema);
  return { ok: true, text: networkReport(plan, title), zone: zoneFile(plan.zones) };
}
