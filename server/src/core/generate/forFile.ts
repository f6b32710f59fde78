// The docker run command for a file or folder: an env file is given to the image, a configuration of one's own is
// mounted. Maps the model to what dockerRun wants to know, and writes the argv for a shell.

import type { EnvAnalysis, LuaAnalysis } from "../analyse.ts";
import type { ConfigFile } from "../model/config.ts";
import { listItems } from "../model/value.ts";
import type { Value } from "../model/value.ts";
import type { Schema } from "../schema/schema.ts";
import { imageVersionOf } from "../schema/version.ts";
import { dockerRun } from "./dockerRun.ts";
import { envFileNotes } from "./envFileNotes.ts";
import type { Engine } from "./image.ts";
import { portsForImage } from "./imagePorts.ts";
import type { ConfigFacts, ImageSettings } from "./imagePorts.ts";
import { renderCommand } from "./shell/render.ts";
import type { Layout, Shell } from "./shell/render.ts";

export interface CommandRequest {
  readonly engine: Engine;
  readonly shell: Shell;
  readonly layout: Layout;
  /** As it shall stand on the line. */
  readonly path: string;
  /** Of the container. */
  readonly name?: string;
}

export type Command =
  | { readonly ok: true; readonly text: string; readonly argv: readonly string[]; readonly notes: readonly string[] }
  /** The shell cannot carry it; says what to do instead. */
  | { readonly ok: false; readonly reason: string };

/** What the container starts with. */
type Subject =
  | { readonly kind: "env"; readonly analysis: EnvAnalysis }
  | { readonly kind: "file" | "folder"; readonly files: readonly ConfigFile[] };

/** For one env file, or one configuration file. */
export function dockerRunForFile(analysis: LuaAnalysis | EnvAnalysis, schema: Schema, request: CommandRequest): Command {
  return make(analysis.kind === "env" ? { kind: "env", analysis } : { kind: "file", files: [analysis.file] }, schema, request);
}

/** For a folder that takes the place of /etc/prosody: its main file and what that includes. */
export function dockerRunForFolder(files: readonly ConfigFile[], schema: Schema, request: CommandRequest): Command {
  return make({ kind: "folder", files }, schema, request);
}

function make(subject: Subject, schema: Schema, request: CommandRequest): Command {
  const settings: ImageSettings =
    subject.kind === "env" ? { env: envValues(subject.analysis) } : { config: configFacts(subject.files) };
  const { ports, notes } = portsForImage(settings, { services: schema.services, modules: schema.bundledModules });
  const run = dockerRun({
    engine: request.engine,
    version: imageVersionOf(schema.version),
    ...(request.name === undefined ? {} : { name: request.name }),
    ...(subject.kind === "env"
      ? {
          envFile: {
            path: request.path,
            names: subject.analysis.file.variables.map((variable) => variable.name),
            dialectIssues: envFileNotes(subject.analysis.text, request.engine),
          },
        }
      : { config: { path: request.path, kind: subject.kind } }),
    ports,
    portNotes: notes,
  });
  const rendered = renderCommand(run.groups, request.shell, request.layout);
  return rendered.ok ? { ok: true, text: rendered.text, argv: run.argv, notes: run.notes } : rendered;
}

/** As `docker run --env-file` reads them. */
function envValues(analysis: EnvAnalysis): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const variable of analysis.file.variables) {
    const value = variable.readings[0]?.value;
    if (value !== undefined) values.set(variable.name, value);
  }
  return values;
}

function configFacts(files: readonly ConfigFile[]): ConfigFacts {
  const modules: string[] = [];
  const disabledModules: string[] = [];
  const options = new Map<string, readonly (string | number)[]>();
  for (const setting of files.flatMap((file) => file.settings)) {
    if (setting.name === "modules_enabled") modules.push(...texts(setting.value));
    else if (setting.name === "modules_disabled" && setting.section.kind === "global")
      disabledModules.push(...texts(setting.value));
    else if (/(?:ports|interfaces?)$/.test(setting.name)) {
      const items = listItems(setting.value);
      const known = items.flatMap((item) => (item.kind === "string" || item.kind === "number" ? [item.value] : []));
      if (known.length === items.length && setting.certain) options.set(setting.name, known);
    }
  }
  const components = files.flatMap((file) => file.sections).filter((section) => section.kind === "component");
  for (const { module } of components) if (module?.kind === "string") modules.push(module.value);
  return { modules, disabledModules, options, externalComponents: components.some((section) => section.module === undefined) };
}

function texts(value: Value): readonly string[] {
  return listItems(value).flatMap((item) => (item.kind === "string" ? [item.value] : []));
}
