// prosody/version and prosody/versionEdits: for which version of Prosody a document is checked, why, and where another choice is written.

import { versionEdits } from "../../core/rules/configVersion.ts";
import { LineIndex } from "../../core/text/lineIndex.ts";
import { normal } from "../../workspace/address.ts";
import { versionReason } from "../../workspace/versionWords.ts";
import type { VersionEditsParams, VersionEditsReply, VersionParams, VersionReply } from "../../protocol.ts";
import { toRange } from "../convert.ts";
import type { Session } from "../session.ts";

export async function onVersion(session: Session, { uri }: VersionParams): Promise<VersionReply> {
  const [{ settings }, project] = await Promise.all([
    session.workspace.surroundings(uri),
    session.workspace.configs.of(normal(uri)),
  ]);
  const { version, because, address } = settings.version;
  return {
    version,
    because,
    reason: versionReason(settings.version, (one) => session.folders.label(one)),
    ...(address === undefined ? {} : { address }),
    ...(project === undefined ? {} : { project: project.address }),
  };
}

export function onVersionEdits(_: Session, { text, version }: VersionEditsParams): VersionEditsReply {
  const edits = versionEdits(text, version);
  if (edits === undefined) return { ok: false, reason: "The file is no valid JSON, so the version cannot be written into it." };
  const lines = new LineIndex(text);
  return { ok: true, edits: edits.map(({ span, newText }) => ({ range: toRange(lines, span), newText })) };
}
