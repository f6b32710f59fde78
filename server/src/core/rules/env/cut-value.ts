// Values that end earlier than they look, or lose a part: quotes that the tool does not read as meant, and dollar signs in secrets.

import type { EnvVariable } from "../../model/envFile.ts";
import type { EnvIssueId } from "../../syntax/env/syntax.ts";
import { contains } from "../../text/span.ts";
import type { EnvContext, EnvRule } from "../rule.ts";
import { concernsImage } from "./shared/foreign.ts";
import { literalParts } from "./shared/literal.ts";
import { commonTraps, isLiteralOnly, lineAt } from "./shared/traps.ts";

const CUTTING: ReadonlySet<EnvIssueId> = new Set(["outside-variable", "text-after-quote"]);

export const cutValue: EnvRule = {
  kind: "env",
  id: "cut-value",
  severity: "warning",
  check(context) {
    const { file, schema } = context;
    if (file.syntaxes.length === 0 || !concernsImage(file, schema)) return;
    if (isLiteralOnly(file)) literalQuotes(context);
    else composeTraps(context);
  },
};

function literalQuotes({ file, text, schema, report }: EnvContext): void {
  for (const variable of file.variables) {
    const info = schema.variable(variable.name);
    const place = variable.readings[0]?.verbatim;
    if (info === undefined || place === undefined) continue;
    const raw = text.slice(place.start, place.end).trim();
    const quote = raw.charAt(0);
    if ((quote !== '"' && quote !== "'") || literalParts(text, place).quoted !== undefined) continue;
    const tool = variable.readings[0]?.dialect === "podman" ? "podman" : "docker";
    const goesOn = !raw.includes(quote, 1);
    // A password may well begin with a quote.
    if (info.secret === true && !(goesOn && isClosedBelow(variable, text, quote))) continue;
    const message = goesOn
      ? `${tool} reads a single line and keeps the quote: the value begins with it and ends with the line. Write the value in one line, without quotes.`
      : `${tool} keeps these quotes as a part of the value. Write it without them.`;
    report({ span: place, message, page: info.page });
  }
}

/** A line further down, before the next variable, ends with it. */
function isClosedBelow({ span }: EnvVariable, text: string, quote: string): boolean {
  const below = text.slice(span.end).split(/\r?\n/).slice(1, 20);
  const next = below.findIndex((line) => /^\s*(?:#|\w+\s*=)/.test(line));
  return below.slice(0, next < 0 ? undefined : next).some((line) => line.trimEnd().endsWith(quote));
}

function composeTraps({ file, text, schema, report }: EnvContext): void {
  for (const { id, span, message } of commonTraps(file, CUTTING)) {
    const line = lineAt(text, span.start);
    // What Compose takes for the next variable begins there, too.
    const variable = file.variables.findLast(
      (one) => one.span.start < span.start && one.span.end >= line.start && schema.variable(one.name) !== undefined,
    );
    const info = variable === undefined ? undefined : schema.variable(variable.name);
    if (variable === undefined || info === undefined) continue;
    if (id === "text-after-quote") {
      report({ span, message, page: info.page });
      continue;
    }
    // Somebody who writes braces, or nothing else, means a variable.
    const isWhole = /^["']?$/.test(text.slice(variable.valueSpan.start, span.start)) && variable.valueSpan.end - span.end <= 1;
    if (info.secret !== true || isWhole || !contains(variable.valueSpan, span) || text.charAt(span.start + 1) === "{") continue;
    report({
      span,
      message:
        "Compose puts a variable in the place of this, and nothing above sets one: the secret loses a part. Write `$$` for a dollar sign.",
      page: info.page,
      fixes: () => [
        { title: "Write `$$`", edits: [{ span: { start: span.start, end: span.start }, newText: "$" }], safe: false },
      ],
    });
  }
}
