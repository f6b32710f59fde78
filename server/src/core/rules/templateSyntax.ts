// Templates of configurations: what fills them in (Ansible, Helm, Puppet, tpl) reads them before Prosody does, so that most of what a
// parser of Lua says of them is no news. One note stands for all of it.

import type { Span } from "../text/span.ts";
import type { Finding } from "./rule.ts";

/** What no Lua has, and each of the engines: `{% if`, `<%= x`, `{{ .x`, `{{- if`, `{{ x }}`, `{{ x | y`. */
const MARK =
  /\{%[-+~]?[ \t]*\w|<%[-=#]?[ \t]|\{\{[-~]?[ \t]*(?:[.$]\w|(?:if|else|end|range|with|define|template|include)\b|\w[\w.]*[ \t]*(?:\||-?\}\}))/;

/** Undefined for what is no template. Only asked for a text that Lua does not accept. */
export function templateFinding(text: string): Finding | undefined {
  const mark = MARK.exec(text);
  if (mark === null) return undefined;
  const sign = mark[0].slice(0, 2);
  const span: Span = { start: mark.index, end: mark.index + sign.length };
  return {
    rule: "syntax/template",
    severity: "information",
    message: `This is a template: what \`${sign}\` begins has to be filled in before Prosody can read the file, so its syntax is not checked.`,
    span,
    fixable: false,
  };
}
