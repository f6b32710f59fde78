// Modules that one gets from the community for the one version, and that the other brings along.

import { code, prosody } from "../rules/lua/shared/words.ts";
import type { Schema } from "../schema/schema.ts";
import type { UpgradeEntry } from "./upgrade.ts";
import type { Usage } from "./usage.ts";

export function newlyBundled(usage: Usage, to: Schema): readonly UpgradeEntry[] {
  return usage.used.flatMap(({ name, span }): readonly UpgradeEntry[] => {
    const [was, is] = [usage.schema.module(name), to.module(name)];
    if (was?.origin !== "community" || is?.origin !== "bundled" || is.availability !== "now") return [];
    return [
      {
        kind: "replaced",
        severity: "information",
        rule: "newly-bundled",
        message: `${prosody(to.version)} brings ${code(name)} along. Remove the community's copy from the folders of ${code("plugin_paths")}, so that Prosody's own is loaded.`,
        span,
        page: is.page,
      },
    ];
  });
}
