// Fixes of a report that make one edit. What they change is worked out when somebody asks for it.

import type { TextEdit } from "../../../text/edit.ts";
import type { Span } from "../../../text/span.ts";
import type { Report } from "../../rule.ts";
import { code } from "./words.ts";

export function fixing(title: string, safe: boolean, edit: () => TextEdit): Pick<Report, "fixes"> {
  return { fixes: () => [{ title, edits: [edit()], safe }] };
}

/** None where the value is computed elsewhere. */
export function changing(
  { span, folded }: { readonly span: Span; readonly folded?: boolean },
  newText: string,
  safe: boolean,
  title = `Change to ${code(newText)}`,
): Pick<Report, "fixes"> {
  return folded === true ? {} : fixing(title, safe, () => ({ span, newText }));
}
