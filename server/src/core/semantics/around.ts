// The two configurations that a check of one file asks: the file by itself, and all files together where they are known.

import type { LuaFile } from "../model/luaFile.ts";
import type { Project } from "../model/project.ts";
import type { Schema } from "../schema/schema.ts";
import { Configuration } from "./configuration.ts";
import type { ConfigurationFile } from "./configuration.ts";

export interface Configurations {
  readonly own: Configuration;
  /** `own`, unless more is known for certain. */
  readonly config: Configuration;
}

/** What was asked of all files together: the next file of the same configuration asks the same. */
export class SharedConfiguration {
  private last: Configuration | undefined;

  of(schema: Schema, files: readonly ConfigurationFile[], previous?: Configuration): Configuration {
    if (this.last?.isOf(schema, files) !== true) this.last = new Configuration(schema, files, true, previous ?? this.last);
    return this.last;
  }
}

/** `previous`: those of the text before, and of the files around it. */
export function configurationsOf(
  file: LuaFile,
  text: string,
  schema: Schema,
  project: Project | undefined,
  previous?: Configurations,
  shared = new SharedConfiguration(),
): Configurations {
  const path = project?.path ?? "";
  const own = new Configuration(schema, [{ path, name: "", text, file }], false, previous?.own);
  if (project?.complete !== true) return { own, config: own };
  const files = project.files.map((one) => (one.path === path ? { ...one, text, file } : one));
  if (!files.some((one) => one.path === path)) return { own, config: own };
  const config = shared.of(schema, files, previous?.config);
  // Sections of one host are told by their name.
  return { own, config: files.length > 1 && config.hasUnknownNames ? own : config };
}
