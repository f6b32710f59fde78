// Writes the version of Prosody into the text of a .prosody-config.json, and leaves everything else in it as it is.

import type { VersionChoice } from "../schema/versions.ts";
import { keyEdits, parseJsonText } from "../schema/jsonText.ts";
import { applyEdits } from "../text/edit.ts";
import type { TextEdit } from "../text/edit.ts";
import { parseConfig } from "./configFile.ts";

/** Undefined: the text is broken, and nothing can be written into it. */
export function versionEdits(text: string, choice: VersionChoice): readonly TextEdit[] | undefined {
  const { root, problems } = parseJsonText(text);
  if (problems.length > 0 || (root !== undefined && root.type !== "object")) return undefined;
  const version = choice === "auto" ? undefined : choice;
  const edits = keyEdits(text, "version", version);
  const written = applyEdits(text, edits);
  return written !== undefined && parseConfig(written).config.version === version ? edits : undefined;
}
