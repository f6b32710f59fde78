// The pages of rules, with their examples.

import { readRulePage } from "../../scripts/lib/rulePage.mjs";
import type { RulePage } from "../../scripts/lib/rulePage.mjs";
import { ROOT } from "../tidy/sourceFiles.ts";

const pages = new Map<string, RulePage>();

export function pageOf({ id }: { readonly id: string }): RulePage {
  const page = pages.get(id) ?? readRulePage(id, ROOT);
  pages.set(id, page);
  return page;
}
