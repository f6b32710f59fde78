// prosody/upgrade: what moving to another version of Prosody means for a file, as a document with links, and the file after all that
// may be changed without asking.

import { upgradeDocument } from "../../core/migrate/markdown.ts";
import { lineEdits } from "../../core/text/lineEdits.ts";
import { LineIndex } from "../../core/text/lineIndex.ts";
import type { UpgradeParams, UpgradeReply } from "../../protocol.ts";
import { toRange } from "../convert.ts";
import { upgradeOf, upgradedText } from "../../workspace/upgrade.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import type { Session } from "../session.ts";

export async function onUpgrade(session: Session, { uri, to, from }: UpgradeParams): Promise<UpgradeReply> {
  const file = await session.file(uri);
  if (file === undefined || file.analysis.kind === "container")
    return { ok: false, reason: "Open a prosody.cfg.lua or an env file first: the versions are compared for it." };
  const { analysis } = file;
  const [before, after] = await Promise.all([session.workspace.surroundings(uri, from), session.workspace.surroundings(uri, to)]);
  const upgrade = upgradeOf(file, before.schema, after.schema);
  const { text, links } = upgradeDocument(upgrade, session.folders.label(uri), analysis.lines);
  const lines = new LineIndex(text);
  const fixed = upgrade.direction === "none" ? undefined : fixedText(file, after.schema);
  return {
    ok: true,
    from: before.schema.version,
    text,
    links: links.map(({ span, target }) => ({ range: toRange(lines, span), uri, line: analysis.lines.at(target.start).line })),
    ...(fixed === undefined ? {} : { fixed }),
  };
}

function fixedText(file: Snapshot, to: Snapshot["schema"]): Extract<UpgradeReply, { ok: true }>["fixed"] {
  const { analysis, version } = file;
  const { text, fixes } = upgradedText(file, to);
  if (text === analysis.text) return undefined;
  const edits = lineEdits(analysis.text, text);
  return {
    count: fixes.length,
    text,
    edits: edits.map(({ span, newText }) => ({ range: toRange(analysis.lines, span), newText })),
    version,
  };
}
