// textDocument/hover: what a thing is, and, where configurations may be evaluated, what an option amounts to.

import type { Hover, HoverParams } from "vscode-languageserver";
import { effectiveValue } from "../../core/features/effectiveHover.ts";
import { hover } from "../../core/features/hover.ts";
import { luaThingAt } from "../../core/features/things.ts";
import { toHover, toOffset } from "../convert.ts";
import type { OpenFile, Session } from "../session.ts";

/** Milliseconds that a hover waits for an evaluation; the first one has to start the evaluator. */
const PATIENCE = 500;

export async function onHover(session: Session, params: HoverParams): Promise<Hover | null> {
  const file = await session.file(params.textDocument.uri);
  if (file === undefined) return null;
  const { lines } = file.analysis;
  const offset = toOffset(lines, params.position);
  const found = hover(file.analysis, file.schema, offset);
  if (found === undefined) return null;
  const effective = await withinPatience(valueAt(session, file, offset));
  return toHover(lines, effective === undefined ? found : { ...found, markdown: `${found.markdown}\n\n---\n${effective}` });
}

async function valueAt(session: Session, file: OpenFile, offset: number): Promise<string | undefined> {
  const { analysis, schema, settings, uri } = file;
  if (analysis.kind !== "lua" || session.effective === undefined) return undefined;
  const thing = luaThingAt(analysis, schema, offset);
  if (thing?.kind !== "option") return undefined;
  const { result, address } = await session.effective.answer({ uri, version: settings.version, dialect: settings.env.dialect });
  const folder = session.folders.of(uri);
  return effectiveValue(thing.name, thing.section, result, schema, (path) => session.folders.label(address(path), folder));
}

/** Undefined when it takes too long or fails: the hover has enough to say without it. */
function withinPatience<T>(wanted: Promise<T | undefined>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(undefined);
    }, PATIENCE);
    wanted
      .then(resolve, () => {
        resolve(undefined);
      })
      .finally(() => {
        clearTimeout(timer);
      });
  });
}
