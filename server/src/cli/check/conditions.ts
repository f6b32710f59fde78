// What a file is checked under: the project's file .prosody-config.json, and before it what the command line says.

import { dirname, resolve } from "node:path";
import type { EnvDialectChoice } from "../../core/model/envFile.ts";
import type { RuleSettings } from "../../core/rules/check.ts";
import { Schema } from "../../core/schema/schema.ts";
import type { Version } from "../../core/schema/types.ts";
import { readKnowledgeFiles } from "../../nodeKnowledge.ts";
import type { Input } from "../input/inputs.ts";
import { withOwnKnowledge } from "../input/ownKnowledge.ts";
import type { Problem } from "../input/problem.ts";
import { ConfigSearch, isIgnoredBy } from "../input/projectConfig.ts";
import { CURRENT_VERSION } from "../options.ts";

export interface Conditions {
  readonly schema: Schema;
  readonly dialect: EnvDialectChoice;
  readonly severities: RuleSettings;
  readonly ignored: boolean;
}

/** What was said on the command line. */
export interface Asked {
  readonly prosodyVersion?: Version | undefined;
  readonly envDialect?: EnvDialectChoice | undefined;
  readonly schema: readonly string[];
  readonly pluginPath: readonly string[];
  /** A file in place of those that are found; `false`: none. */
  readonly config: string | boolean;
}

export class ConditionsByFile {
  private readonly search: ConfigSearch;
  private readonly schemas = new Map<string, Promise<Schema>>();
  private readonly told = new Map<string, Problem>();
  private base: ReturnType<typeof readKnowledgeFiles> | undefined;

  constructor(private readonly asked: Asked) {
    this.search = new ConfigSearch(asked.config);
  }

  async of({ from, path }: Input): Promise<Conditions> {
    // Standard input without a name is where the user is.
    const place = from === "stdin" && path === "-" ? "stdin" : path;
    const found = await this.search.of(place);
    const own = (found?.config.schema ?? []).map((file) => resolve(dirname(found?.path ?? ""), file));
    return {
      schema: await this.schema(this.asked.prosodyVersion ?? found?.config.version ?? CURRENT_VERSION, own),
      dialect: this.asked.envDialect ?? found?.config.dialect ?? "auto",
      severities: found?.config.rules ?? {},
      ignored: found !== undefined && isIgnoredBy(found, place),
    };
  }

  /** Each once. */
  get problems(): readonly Problem[] {
    return [...this.search.problems, ...this.told.values()];
  }

  /** With what the command line adds, which is told of even where nothing is checked. */
  async schema(version: Version, own: readonly string[] = []): Promise<Schema> {
    const key = JSON.stringify([version, own]);
    let schema = this.schemas.get(key);
    if (schema === undefined) {
      schema = this.makeSchema(version, own);
      this.schemas.set(key, schema);
    }
    return schema;
  }

  private async makeSchema(version: Version, own: readonly string[]): Promise<Schema> {
    this.base ??= readKnowledgeFiles();
    const { schema: schemas, pluginPath } = this.asked;
    const { knowledge, problems } = await withOwnKnowledge(this.base, {
      schemas: [...own, ...schemas],
      pluginPaths: pluginPath,
    });
    for (const problem of problems) this.told.set(`${problem.path} ${problem.reason}`, problem);
    return new Schema(knowledge, version);
  }
}
