// prosody/upgrade: what moving to another version of Prosody means for a file, as a document with links, and the file after all that
// may be changed without asking.

import { applyUpgrade } from "../../core/migrate/apply.ts";
import { upgradeDocument } from "../../core/migrate/markdown.ts";
import { upgradeReport } from "../../core/migrate/report.ts";
import { lineEdits } from "../../core/text/lineEdits.ts";
import { LineIndex } from "../../core/text/lineIndex.ts";
import type { UpgradeParams, UpgradeReply } from "../../protocol.ts";
import { reader } from "../codeActions/reader.ts";
import { toRange } from "../convert.ts";
import type { OpenFile, Session } from "../session.ts";

export async function onUpgrade(session: Session, { uri, to, from }: UpgradeParams): Promise<UpgradeReply> {
  const file = await session.file(uri);
  if (file === undefined || file.analysis.kind === "container")
    return { ok: false, reason: "Open a prosody.cfg.lua or an env file first: the versions are compared for it." };
  const { analysis, project, settings } = file;
  const [before, after] = await Promise.all([session.surroundings(uri, from), session.surroundings(uri, to)]);
  const upgrade = upgradeReport(analysis, before.schema, after.schema, {
    severities: settings.rules,
    ...(project === undefined ? {} : { project }),
  });
  const { text, links } = upgradeDocument(upgrade, session.folders.label(uri, session.folders.of(uri)), analysis.lines);
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

function fixedText(file: OpenFile, to: OpenFile["schema"]): Extract<UpgradeReply, { ok: true }>["fixed"] {
  const { analysis, settings, version } = file;
  const { text, applied } = applyUpgrade(analysis, to, { severities: settings.rules, analyse: reader(file) });
  if (text === analysis.text) return undefined;
  const edits = lineEdits(analysis.text, text);
  return {
    count: applied,
    text,
    edits: edits.map(({ span, newText }) => ({ range: toRange(analysis.lines, span), newText })),
    version,
  };
}
