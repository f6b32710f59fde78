// textDocument/codeLens: above a file that others include, who does, and that it begins in the global section there.

import type { CodeLens, CodeLensParams } from "vscode-languageserver";
import { OPEN_PLACE_COMMAND } from "../../protocol.ts";
import type { OpenPlaceArguments } from "../../protocol.ts";
import { toRange } from "../convert.ts";
import type { Session } from "../session.ts";

/** More do not fit on a line. */
const MAX_LENSES = 5;

export async function onCodeLens(session: Session, params: CodeLensParams): Promise<CodeLens[]> {
  const file = await session.file(params.textDocument.uri);
  if (file?.analysis.kind !== "lua") return [];
  const { lines } = file.analysis;
  const folder = session.folders.of(file.uri);
  const places = await session.includeGraph.includedBy(file.uri);
  return places.slice(0, MAX_LENSES).map(({ uri, line }) => {
    const place: OpenPlaceArguments = [uri, line];
    return {
      range: toRange(lines, { start: 0, end: 0 }),
      command: {
        // An included file begins in the global section, wherever its Include stands.
        title: `Included from ${session.folders.label(uri, folder)}:${line + 1}, in the global section`,
        command: OPEN_PLACE_COMMAND,
        arguments: [...place],
      },
    };
  });
}
