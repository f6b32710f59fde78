// `prosody-config explain`: the page of a rule, or the list of all rules.

import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { currentRuleId } from "../../core/rules/aliases.ts";
import { RULE_IDS, RULE_METAS } from "../../core/rules/index.ts";
import { KnownNames } from "../../core/rules/suggest.ts";
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
    .action((name: string | undefined, _options: unknown, command: Command) => {
      const rule = name === undefined ? undefined : currentRuleId(name);
      if (rule === undefined) printOut(list());
      else if (RULE_IDS.has(rule)) printOut(pageOf(rule));
      else command.error(`error: ${noRule(rule)}`);
      done(0);
    });
}

function list(): string {
  const { dim } = outputColours();
  const width = Math.max(...RULE_METAS.map(({ id }) => id.length));
  return [...RULE_METAS]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, severity }) => `${id.padEnd(width)}  ${dim(severity.padEnd("information".length))}  ${summaryOf(id)}\n`)
    .join("");
}

function pageOf(rule: string): string {
  return readFileSync(shippedFile(`rules/${rule}.md`), "utf8");
}

/** The sentence below the heading. */
function summaryOf(rule: string): string {
  return pageOf(rule).split("\n", 3)[2] ?? "";
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
