// From a file to what it says about its container: an env file is for the image, a configuration of one's own takes the place of the
// image's. The effective configuration tells best; where there is none, the text as it is written has to do.

import type { EnvAnalysis } from "../analyse.ts";
import { environmentOf } from "../effective/environment.ts";
import { imageConfig } from "../effective/image.ts";
import { listening } from "../effective/listening.ts";
import { loadedModules } from "../effective/modules.ts";
import { itemsOf, ownOption } from "../effective/read.ts";
import type { HostOptions } from "../effective/types.ts";
import type { ConfigFile } from "../model/config.ts";
import { listItems } from "../model/value.ts";
import type { Value } from "../model/value.ts";
import type { Schema } from "../schema/schema.ts";
import { imageVersionOf } from "../schema/version.ts";
import { parseComposeEnv, parseEnv } from "../syntax/env/index.ts";
import type { EnvFileAnswer } from "./answers.ts";
import { differingNames, envFileNotes, refusalOf } from "./envFileNotes.ts";
import { IMAGE_PATHS } from "../schema/imagePaths.ts";
import type { Engine } from "./engines.ts";
import { portsForImage, portsForListening } from "./imagePorts.ts";
import type { ConfigFacts, ImagePorts, ImageSettings } from "./imagePorts.ts";
import type { Note } from "./note.ts";
import type { ContainerFacts } from "./presets.ts";

/** `path` as it shall stand in the form. */
export function factsOfEnvFile(analysis: EnvAnalysis, schema: Schema, path: string, engine: Engine): ContainerFacts {
  const { variables } = environmentOf(analysis.file);
  const version = imageVersionOf(schema.version);
  const image = imageConfig({ version, variables, hostname: "localhost" });
  const ports =
    image.status === "ok"
      ? portsOfConfig(image.config, schema)
      : portsOfSettings({ env: new Map(Object.entries(variables)) }, schema);
  return {
    version,
    envFile: {
      path,
      dialect: dialectOf(analysis, engine),
      names: [...new Set(analysis.file.variables.map(({ name }) => name))],
      notes: envFileNotes(analysis.text, engine),
      refused: composeRefusal(analysis.text),
    },
    ...ports,
    ...(image.status === "ok" ? places(image.config, schema) : {}),
  };
}

/** What Compose does not read by itself it may read as it stands (`format: raw`). */
function composeRefusal(text: string): string | undefined {
  return refusalOf(text, "docker") === undefined ? undefined : refusalOf(text, "compose");
}

/** Of one file, or of the folder that takes the place of /etc/prosody: its main file and what that includes. */
export interface OwnConfig {
  readonly path: string;
  readonly kind: "file" | "folder";
  readonly files: readonly ConfigFile[];
  /** What came of evaluating it, if somebody did. */
  readonly effective?: HostOptions;
}

export function factsOfConfig({ path, kind, files, ...given }: OwnConfig, schema: Schema): ContainerFacts {
  // Without a host nothing is loaded, so that nothing listens: an unfinished file says more by its text.
  const hosts = Object.keys(given.effective ?? {}).filter((host) => host !== "*");
  const effective = hosts.length === 0 ? undefined : given.effective;
  const ports =
    effective === undefined ? portsOfSettings({ config: configFacts(files) }, schema) : portsOfConfig(effective, schema);
  return {
    version: imageVersionOf(schema.version),
    config: { path, kind },
    ...ports,
    ...(effective === undefined ? {} : places(effective, schema)),
    notes: [...ports.notes, ...(kind === "file" && files.some(({ includes }) => includes.length > 0) ? [INCLUDES] : [])],
  };
}

const INCLUDES: Note = {
  id: "includes-not-mounted",
  text: "The configuration includes other files, which are not mounted with it: mount its whole folder at /etc/prosody instead.",
};

function portsOfConfig(config: HostOptions, schema: Schema): ImagePorts {
  return portsForListening(listening(config, loadedModules(config, schema), schema), { services: schema.services });
}

function portsOfSettings(settings: ImageSettings, schema: Schema): ImagePorts {
  return portsForImage(settings, { services: schema.services, modules: schema.bundledModules });
}

/** Where certificates and modules are looked for, as far as that differs from the usual or is needed at all. */
function places(config: HostOptions, schema: Schema): Pick<ContainerFacts, "modulesAt" | "certificatesAt"> {
  const certificates = ownOption(config, "*", "certificates");
  const [modules] = itemsOf(ownOption(config, "*", "plugin_paths"));
  const names = Object.values(config).flatMap((options) => itemsOf(options["modules_enabled"]));
  const foreign = names.some((name) => !Object.hasOwn(schema.bundledModules, name));
  return {
    ...(foreign && modules !== undefined ? { modulesAt: inImage(modules) } : {}),
    ...(typeof certificates === "string" && inImage(certificates) !== IMAGE_PATHS.certificates
      ? { certificatesAt: inImage(certificates) }
      : {}),
  };
}

function inImage(path: string): string {
  return path.startsWith("/") ? path : `${IMAGE_PATHS.config}/${path}`;
}

/** Which tool a file that tools read in different ways was written for: the one that is chosen, or most likely Compose. */
function dialectOf({ text, file }: EnvAnalysis, engine: Engine): EnvFileAnswer["dialect"] {
  const literal = parseEnv(text, engine);
  const same = !literal.issues.some(({ fatal }) => fatal) && differingNames(literal, parseComposeEnv(text)).length === 0;
  const composeRefuses = parseComposeEnv(text).issues.some(({ fatal }) => fatal);
  if (same && !composeRefuses) return "any";
  const [only, second] = file.dialects;
  return composeRefuses || (second === undefined && only !== "compose") ? "literal" : "compose";
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
