// prosody/effective: the effective configuration that a file belongs to, as a document with links.

import { effectiveReport } from "../../core/effective/report.ts";
import { kindOf } from "../../core/source.ts";
import { LineIndex } from "../../core/text/lineIndex.ts";
import type { EffectiveParams, EffectiveReply } from "../../protocol.ts";
import { toRange } from "../convert.ts";
import { isBelow, labelOf } from "../../workspace/address.ts";
import type { Session } from "../session.ts";

export async function onEffective(session: Session, params: EffectiveParams): Promise<EffectiveReply> {
  const { effective } = session;
  if (effective === undefined) return { ok: false, reason: "Configurations cannot be evaluated here." };
  const { settings, schema } = await session.workspace.surroundings(params.uri, params.version);
  const { envFile, service, saved } = params;
  const { entry, result, address } = await effective.answer({
    uri: params.uri,
    version: schema.version,
    dialect: settings.dialect,
    ...{ envFile, service, saved },
  });
  // Short beside the main file; from the workspace folder on elsewhere.
  const home = entry.slice(0, entry.lastIndexOf("/"));
  const label = (file: string): string => {
    const uri = address(file);
    return isBelow(uri, home) ? labelOf(uri, home) : session.folders.label(uri);
  };
  const environment =
    service === undefined
      ? envFile && session.folders.label(envFile)
      : `service ${service.name} in ${session.folders.label(service.file)}`;
  const report = effectiveReport(result, schema, {
    title: session.folders.label(entry),
    environment,
    image: kindOf(entry) === "env",
    plain: params.plain === true,
    label,
  });
  const lines = new LineIndex(report.text);
  const links = report.links.map(({ span, place }) => ({
    range: toRange(lines, span),
    uri: address(place.file),
    line: place.line - 1,
  }));
  return { ok: true, entry, text: report.text, links };
}
