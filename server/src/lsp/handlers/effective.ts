// prosody/effective: the effective configuration that a file belongs to, as a document with links.

import { effectiveReport } from "../../core/effective/report.ts";
import { LineIndex } from "../../core/text/lineIndex.ts";
import type { EffectiveParams, EffectiveReply } from "../../protocol.ts";
import { toRange } from "../convert.ts";
import type { Session } from "../session.ts";

export async function onEffective(session: Session, params: EffectiveParams): Promise<EffectiveReply> {
  const { effective } = session;
  if (effective === undefined) return { ok: false, reason: "Configurations cannot be evaluated here." };
  const { settings, schema } = await session.surroundings(params.uri);
  const { envFile } = params;
  const { entry, result, address } = await effective.answer({
    uri: params.uri,
    version: settings.version,
    dialect: settings.env.dialect,
    ...(envFile === undefined ? {} : { envFile }),
  });
  const folder = session.folders.of(entry);
  const label = (file: string): string => session.folders.label(address(file), folder);
  const report = effectiveReport(result, schema, {
    title: session.folders.label(entry, folder),
    ...(envFile === undefined ? {} : { environment: session.folders.label(envFile, folder) }),
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
