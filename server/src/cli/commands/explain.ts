// `prosody-config explain`: the page of a rule, or the list of all rules.

import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { RULE_IDS } from "../../core/rules/index.ts";
import { KnownNames } from "../../core/rules/suggest.ts";
import type { RulePages } from "../../protocol.ts";
import { shippedFile } from "../../shippedFile.ts";
import { outputColours } from "../print/colours.ts";
import { printOut } from "../print/output.ts";
import { printable } from "../print/printable.ts";
import type { Done } from "../program.ts";

export function addExplainCommand(program: Command, done: Done): void {
  program
    .command("explain")
    .description("tell what a rule finds and why, with examples")
    .argument("[RULE]", "the rule, as it stands behind a finding (without it: a list of all rules)")
    .addHelpText("after", EXAMPLES)
    .action((rule: string | undefined, _options: unknown, command: Command) => {
      const pages = JSON.parse(readFileSync(shippedFile("rules.json"), "utf8")) as RulePages;
      if (rule === undefined) printOut(listOf(pages));
      else if (Object.hasOwn(pages, rule)) printOut(pages[rule]?.page ?? "");
      else command.error(`error: ${noRule(rule)}`);
      done(0);
    });
}

function listOf(pages: RulePages): string {
  const { dim } = outputColours();
  const width = Math.max(...Object.keys(pages).map((id) => id.length));
  const line = (id: string, { severity, summary }: RulePages[string]): string =>
    `${id.padEnd(width)}  ${dim(severity.padEnd("information".length))}  ${summary}\n`;
  return Object.entries(pages)
    .map(([id, page]) => line(id, page))
    .join("");
}

function noRule(rule: string): string {
  if (rule.startsWith("syntax/")) return "what a parser says has no page: its message says what is wrong and what to do";
  const near = new KnownNames(RULE_IDS).nearest(rule);
  return `there is no rule '${printable(rule)}'${near === undefined ? "" : `\n(Did you mean ${near}?)`}`;
}

const EXAMPLES = `
Examples:
  prosody-config explain unknown-option
  prosody-config explain`;
