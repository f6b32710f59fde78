// textDocument/hover: what a symbol is, and, where configurations may be evaluated, what an option amounts to.

import type { Hover, HoverParams } from "vscode-languageserver";
import { effectiveValue } from "../../core/features/effectiveHover.ts";
import { envRefAt, explainSources } from "../../core/features/environmentHover.ts";
import { hover } from "../../core/features/hover.ts";
import type { Hover as Explained } from "../../core/features/hover.ts";
import { luaSymbolAt } from "../../core/features/symbolAt.ts";
import { plainMarkdown } from "../../core/text/markdown.ts";
import { toHover, toOffset } from "../convert.ts";
import { locationsOf, variableAt } from "../environmentPlaces.ts";
import { versionReason } from "../../workspace/versionWords.ts";
import { withTimeout } from "../../workspace/withTimeout.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import type { Session } from "../session.ts";

/** Milliseconds that a hover waits for an evaluation, and says without it what it knows; the first one has to start the evaluator. */
const PATIENCE = 500;

export async function onHover(session: Session, params: HoverParams): Promise<Hover | null> {
  const file = await session.file(params.textDocument.uri);
  if (file === undefined) return null;
  const { lines } = file.analysis;
  const offset = toOffset(lines, params.position);
  const found = await withSources(session, file, params, hover(file.analysis, file.schema, offset));
  if (found === undefined) return null;
  const effective = await withTimeout(valueAt(session, file, offset), PATIENCE);
  const parts = [found.markdown, ...(effective === undefined ? [] : [effective]), versionLine(session, file)];
  return toHover(lines, { ...found, markdown: parts.join("\n\n---\n") });
}

/** What is explained is so in this version. */
function versionLine(session: Session, { settings: { version } }: Snapshot): string {
  const reason = versionReason(version, (address) => session.folders.label(address));
  return `Prosody ${version.version} (${plainMarkdown(reason)})`;
}

/** What is known of a variable of the image comes first. */
async function withSources(
  session: Session,
  file: Snapshot,
  { position }: HoverParams,
  found: Explained | undefined,
): Promise<Explained | undefined> {
  const { analysis, uri } = file;
  const ref = analysis.kind === "lua" ? envRefAt(analysis, toOffset(analysis.lines, position)) : undefined;
  if (ref === undefined) return found;
  const variable = await withTimeout(variableAt(session, uri, position), PATIENCE);
  if (variable === undefined) return found;
  const given = variable.places.filter(({ role }) => role === "definition");
  const sources = locationsOf(variable, given, session, uri).map(({ uri: address, range }) => ({
    label: session.folders.label(address),
    line: range.start.line + 1,
  }));
  const markdown = explainSources(ref.name, sources, ref.hasDefault);
  return found === undefined ? { span: ref.span, markdown } : { ...found, markdown: `${found.markdown}\n\n---\n${markdown}` };
}

async function valueAt(session: Session, file: Snapshot, offset: number): Promise<string | undefined> {
  const { analysis, schema, settings, uri } = file;
  if (analysis.kind !== "lua" || session.effective === undefined) return undefined;
  const symbol = luaSymbolAt(analysis, schema, offset);
  if (symbol?.kind !== "option") return undefined;
  const { result, address } = await session.effective.answer({ uri, version: schema.version, dialect: settings.dialect });
  return effectiveValue(symbol.name, symbol.section, result, schema, (path) => session.folders.label(address(path)));
}
