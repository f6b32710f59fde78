// The schema as the tests use it: the real knowledge, read once, one schema per version.

import { readKnowledge } from "../../scripts/knowledge.mjs";
import type { Knowledge } from "../../server/src/core/schema/knowledge.ts";
import { Schema } from "../../server/src/core/schema/schema.ts";
import type { Version } from "../../server/src/core/schema/types.ts";

export const CURRENT: Version = "13.0";

let knowledge: Knowledge | undefined;
const schemas = new Map<Version, Schema>();

export function schemaFor(version: Version = CURRENT): Schema {
  knowledge ??= readKnowledge();
  const schema = schemas.get(version) ?? new Schema(knowledge, version);
  schemas.set(version, schema);
  return schema;
}
