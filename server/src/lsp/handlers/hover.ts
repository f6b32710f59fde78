// textDocument/hover

import type { Hover, HoverParams } from "vscode-languageserver";
import { hover } from "../../core/features/hover.ts";
import { toHover, toOffset } from "../convert.ts";
import type { Session } from "../session.ts";

export async function onHover(session: Session, params: HoverParams): Promise<Hover | null> {
  const file = await session.file(params.textDocument.uri);
  if (file === undefined) return null;
  const { lines } = file.analysis;
  const found = hover(file.analysis, file.schema, toOffset(lines, params.position));
  return found === undefined ? null : toHover(lines, found);
}
