// textDocument/codeLens: above an included file, who includes it, as an editor shows a file on its own and its place decides what its
// lines mean; above a host, what can be added to it; above a service that runs Prosody, what can be done with its container.

import type { CodeLens, CodeLensParams } from "vscode-languageserver";
import { isOfficial } from "../../core/model/container.ts";
import { OPEN_PLACE_COMMAND } from "../../protocol.ts";
import type { OpenPlaceArguments } from "../../protocol.ts";
import { commandOf, ofSection } from "../codeActions/places.ts";
import { toRange } from "../convert.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import type { Session } from "../session.ts";

/** More do not fit on a line. */
const MAX_LENSES = 5;

/** In a file with more, they would be in the way. */
const MAX_PLACES = 20;

export async function onCodeLens(session: Session, params: CodeLensParams): Promise<CodeLens[]> {
  const file = await session.file(params.textDocument.uri);
  if (file === undefined || !(await session.settings.of(file.uri)).codeLens) return [];
  const added = session.options.commands === true ? addingLenses(file) : [];
  return file.analysis.kind === "lua" ? [...(await includingLenses(session, file)), ...added] : [...added];
}

async function includingLenses(session: Session, file: Snapshot): Promise<readonly CodeLens[]> {
  const { lines } = file.analysis;
  const places = await session.workspace.includedBy(file.uri);
  return places.slice(0, MAX_LENSES).map(({ address, line }) => {
    const place: OpenPlaceArguments = [address, line];
    return {
      range: toRange(lines, { start: 0, end: 0 }),
      command: {
        // An included file begins in the global section, wherever its Include stands.
        title: `Included from ${session.folders.label(address)}:${line + 1}, in the global section`,
        command: OPEN_PLACE_COMMAND,
        arguments: [...place],
      },
    };
  });
}

/** The name of the host stands right below, so it need not be in the title. */
function addingLenses({ analysis, uri, settings }: Snapshot): readonly CodeLens[] {
  if (settings.ignored || analysis.kind === "env") return [];
  const { lines } = analysis;
  if (analysis.kind === "lua") {
    const hosts = analysis.file.sections.filter(({ kind }) => kind === "host");
    if (hosts.length > MAX_PLACES) return [];
    return hosts.flatMap((host) =>
      ofSection(host, uri).map((started) => {
        const command = commandOf(started);
        return {
          range: toRange(lines, host.header),
          command: { ...command, title: command.title.replace(/ (?:to|for) .*…$/, "…") },
        };
      }),
    );
  }
  if (analysis.source !== "compose") return [];
  return analysis.file.containers.flatMap((container) =>
    isOfficial(container) && container.name !== undefined
      ? [
          {
            range: toRange(lines, { start: container.span.start, end: container.span.start }),
            command: commandOf(["Administer Container…", "prosody.administerContainer", { service: container.name.text }]),
          },
        ]
      : [],
  );
}
