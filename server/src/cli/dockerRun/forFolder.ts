// The docker run command for a folder that takes the place of /etc/prosody: as for one file, with the files that its
// prosody.cfg.lua includes, which come along into the container.

import type { Command, CommandRequest } from "../../core/generate/forFile.ts";
import { dockerRun } from "../../core/generate/dockerRun.ts";
import { portsForImage } from "../../core/generate/imagePorts.ts";
import type { ConfigFacts } from "../../core/generate/imagePorts.ts";
import { renderCommand } from "../../core/generate/shell/render.ts";
import type { ConfigFile } from "../../core/model/config.ts";
import { listItems } from "../../core/model/value.ts";
import type { Value } from "../../core/model/value.ts";
import type { Schema } from "../../core/schema/schema.ts";
import type { Problem } from "../input/problem.ts";
import { readConfigFolder } from "./readFolder.ts";

export async function dockerRunForFolder(schema: Schema, request: CommandRequest): Promise<Command | Problem> {
  const files = await readConfigFolder(request.path);
  if ("reason" in files) return files;
  const knowledge = { services: schema.services, modules: schema.bundledModules };
  const { ports, notes } = portsForImage({ config: configFacts(files) }, knowledge);
  const run = dockerRun({
    engine: request.engine,
    version: schema.version === "0.11" ? "0.12" : schema.version,
    ...(request.name === undefined ? {} : { name: request.name }),
    config: { path: request.path, kind: "folder" },
    ports,
    portNotes: notes,
  });
  const rendered = renderCommand(run.groups, request.shell, request.layout);
  return rendered.ok ? { ok: true, text: rendered.text, argv: run.argv, notes: run.notes } : rendered;
}

function configFacts(files: readonly ConfigFile[]): ConfigFacts {
  const settings = files.flatMap((file) => file.settings);
  const components = files.flatMap((file) => file.sections).filter((section) => section.kind === "component");
  const options = new Map<string, readonly (string | number)[]>();
  for (const { name, value, certain } of settings) {
    if (!certain || !/(?:ports|interfaces?)$/.test(name)) continue;
    const items = listItems(value);
    const known = items.flatMap((item) => (item.kind === "string" || item.kind === "number" ? [item.value] : []));
    if (known.length === items.length) options.set(name, known);
  }
  return {
    modules: [
      ...settings.flatMap(({ name, value }) => (name === "modules_enabled" ? texts(value) : [])),
      ...components.flatMap(({ module }) => (module?.kind === "string" ? [module.value] : [])),
    ],
    disabledModules: settings.flatMap(({ name, value, section }) =>
      name === "modules_disabled" && section.kind === "global" ? texts(value) : [],
    ),
    options,
    externalComponents: components.some(({ module }) => module === undefined),
  };
}

function texts(value: Value): readonly string[] {
  return listItems(value).flatMap((item) => (item.kind === "string" ? [item.value] : []));
}
