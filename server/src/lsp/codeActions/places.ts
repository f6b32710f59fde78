// Commands of the client that a place in a file calls for: what may be added to a host, what a file can become. Only for clients that have
// these commands, and only where somebody would look for them.

import type { CodeAction, Command } from "vscode-languageserver";
import { CodeActionKind } from "vscode-languageserver";
import type { ContainerAnalysis, EnvAnalysis, LuaAnalysis } from "../../core/analyse.ts";
import type { Section } from "../../core/model/config.ts";
import { isOfficial } from "../../core/model/container.ts";
import type { AddArguments } from "../../protocol.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import type { Session } from "../session.ts";

/** Adding something changes nothing that is there. */
export const ADD_KIND = `${CodeActionKind.Refactor}.add`;

export type Started = readonly [title: string, command: string, argument?: AddArguments | { readonly service: string }];

/** `line` from 0. */
export function placeActions(session: Session, file: Snapshot, line: number): readonly CodeAction[] {
  if (session.options.commands !== true) return [];
  return startedAt(file, line).map((started) => ({ title: started[0], kind: ADD_KIND, command: commandOf(started) }));
}

export function commandOf([title, command, argument]: Started): Command {
  return { title, command, ...(argument === undefined ? {} : { arguments: [argument] }) };
}

function startedAt({ analysis, uri, schema }: Snapshot, line: number): readonly Started[] {
  switch (analysis.kind) {
    case "lua":
      return inConfig(analysis, uri, line);
    case "env":
      return inEnvFile(analysis, line, (name) => schema.variable(name) !== undefined);
    case "container":
      return inContainers(analysis, line);
  }
}

function inConfig({ file, lines, text }: LuaAnalysis, uri: string, line: number): readonly Started[] {
  if (text.trim() === "") return [["New Server Configuration…", "prosody.newServer", { uri }]];
  const lineOf = (offset: number): number => lines.at(offset).line;
  const at = lines.lineStart(line);
  const end = lines.lineEnd(line);
  const section = [...file.sectionsAround(at), ...file.sectionsAround(end)].find(
    ({ kind, header }) => kind !== "global" && lineOf(header.start) === line,
  );
  if (section !== undefined) return ofSection(section, uri);
  const list = [...file.settingsAround(at), ...file.settingsAround(end)].find(
    ({ name, nameSpan }) => name === "modules_enabled" && lineOf(nameSpan.start) === line,
  );
  if (list === undefined) return [];
  const host = list.section.kind === "global" ? "*" : nameOf(list.section);
  return host === undefined ? [] : [["Enable Module…", "prosody.enableModule", { uri, host }]];
}

/** What can be added to a host or component. */
export function ofSection(section: Section, uri: string): readonly Started[] {
  const host = nameOf(section);
  if (host === undefined) return [];
  const enable: Started = [`Enable Module for ${host}…`, "prosody.enableModule", { uri, host }];
  return section.kind === "host" ? [[`Add Component to ${host}…`, "prosody.addComponent", { uri, host }], enable] : [enable];
}

function nameOf({ name, certain }: Section): string | undefined {
  return name?.kind === "string" && certain ? name.value : undefined;
}

function inEnvFile({ file, lines }: EnvAnalysis, line: number, isOurs: (name: string) => boolean): readonly Started[] {
  const here = file.variables.find(({ nameSpan }) => lines.at(nameSpan.start).line === line);
  if (here === undefined || !isOurs(here.name)) return [];
  return [
    ["Convert Env File to prosody.cfg.lua", "prosody.convertToConfig"],
    ["Generate docker run Command…", "prosody.generateDockerRun"],
    ["Generate compose.yaml…", "prosody.generateCompose"],
  ];
}

function inContainers({ file, lines, source }: ContainerAnalysis, line: number): readonly Started[] {
  const here = file.containers.find(
    (one) => isOfficial(one) && lines.at(one.span.start).line <= line && line <= lines.at(one.span.end).line,
  );
  if (here === undefined) return [];
  if (source === "shellScript" || source === "markdown")
    return [["Convert docker run Line to Compose", "prosody.convertDockerRun"]];
  if (source !== "compose" || here.name === undefined) return [];
  return [["Administer Container…", "prosody.administerContainer", { service: here.name.text }]];
}
