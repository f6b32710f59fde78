// Findings for which one of the client's commands is the cure: it asks for what a fix cannot know, and makes secrets anew.

import type { CodeAction } from "vscode-languageserver";
import { CodeActionKind } from "vscode-languageserver";
import type { LuaAnalysis } from "../../core/analyse.ts";
import { sectionAt } from "../../core/model/config.ts";
import type { Finding } from "../../core/rules/rule.ts";
import type { Schema } from "../../core/schema/schema.ts";
import { toDiagnostic } from "../convert.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import type { Session } from "../session.ts";
import { commandOf } from "./places.ts";
import type { Started } from "./places.ts";

export function commandFixes(session: Session, { analysis, schema, uri }: Snapshot, finding: Finding): readonly CodeAction[] {
  if (session.options.commands !== true || analysis.kind !== "lua") return [];
  return commandsFor(finding, analysis, schema, uri).map((started) => ({
    title: started[0],
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(analysis.lines, uri, finding, session.ruleAddress)],
    command: commandOf(started),
  }));
}

function commandsFor({ rule, span }: Finding, { file, text }: LuaAnalysis, schema: Schema, uri: string): readonly Started[] {
  const word = text.slice(span.start, span.end).replace(/^["']|["']$/g, "");
  const section = sectionAt(file, span.start);
  const host = section.kind === "global" ? "*" : section.host;
  switch (rule) {
    case "missing-requirement":
      if (word === "turn_external" && host === "*") return [["Set Up TURN…", "prosody.setUpTurn", { uri }]];
      return schema.module(word)?.kind === "module" && host !== undefined
        ? [[`Set what \`${word}\` needs…`, "prosody.enableModule", { uri, host, module: word }]]
        : [];
    case "component-module":
      return schema.module(word)?.kind === "component"
        ? [[`Add a Component of \`${word}\`…`, "prosody.addComponent", { uri, module: word }]]
        : [];
    case "no-enabled-host":
      return file.sections.some(({ kind }) => kind === "host") ? [] : [["Add VirtualHost…", "prosody.addHost", { uri }]];
    case "unused-option": {
      if (word === "sql") return [["Set Up SQL Storage…", "prosody.setUpSql", { uri }]];
      // A plain module is enabled by a fix.
      const [module, another] = schema.option(word)?.modules ?? [];
      const known = module === undefined || another !== undefined ? undefined : schema.module(module);
      return known?.kind === "component" || known?.kind === "both"
        ? [[`Add a Component of \`${known.name}\`…`, "prosody.addComponent", { uri, module: known.name }]]
        : [];
    }
    default:
      return [];
  }
}
