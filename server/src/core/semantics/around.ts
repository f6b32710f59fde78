// The two configurations that a check of one file asks: the file by itself, and all files together where they are known.

import type { ConfigFile } from "../model/config.ts";
import type { Project } from "../model/project.ts";
import type { Schema } from "../schema/schema.ts";
import { Configuration } from "./configuration.ts";

export interface Configurations {
  readonly own: Configuration;
  /** `own`, unless more is known for certain. */
  readonly config: Configuration;
}

export function configurationsOf(file: ConfigFile, text: string, schema: Schema, project: Project | undefined): Configurations {
  const path = project?.path ?? "";
  const own = new Configuration(schema, [{ path, name: "", text, file }], false);
  if (project?.complete !== true) return { own, config: own };
  const files = project.files.map((one) => (one.path === path ? { ...one, text, file } : one));
  if (!files.some((one) => one.path === path)) return { own, config: own };
  const config = new Configuration(schema, files, true);
  // Sections of one host are told by their name.
  return { own, config: files.length > 1 && config.hasUnknownNames ? own : config };
}
