// One bundled module.

import { VERSIONS } from "../../../server/src/core/schema/types.ts";
import type { ModuleEntry, ModuleKind, Version, VersionRange } from "../../../server/src/core/schema/types.ts";
import { availability, holdsIn } from "../../../server/src/core/schema/version.ts";
import type { Tell } from "./compare.ts";
import { versionsOf } from "./facts.ts";
import type { ModuleFacts } from "./facts.ts";

/** What we call the kinds of the facts. */
export const MODULE_KINDS: Readonly<Record<string, ModuleKind>> = {
  module: "module",
  "auth-provider": "auth",
  "storage-provider": "storage",
  "authz-provider": "authz",
  "component-only": "component",
  // Built for Component, and works in modules_enabled of one.
  "component-usual": "both",
};

export function compareModule(facts: ModuleFacts, entry: ModuleEntry | undefined, tell: Tell): void {
  if (entry === undefined) {
    tell("missing", false, true);
    return;
  }
  const inVersions = (range: VersionRange | true | undefined): readonly Version[] =>
    versionsOf(facts.versions).filter((version) => holdsIn(range, version));
  const present = VERSIONS.filter((version) => availability(entry, version) === "now");
  tell("versions", versionsOf(facts.versions), present);
  tell("kind", MODULE_KINDS[facts.kind], entry.kind);
  tell("autoload", versionsOf(facts.autoload), inVersions(entry.autoload));
  tell("inheritable", versionsOf(facts.inheritable), inVersions(entry.inheritable));
  tell("global", facts.global ?? false, entry.global ?? false);
  tell("shipped", facts.shipped, entry.shipped);
  tell("depends", facts.depends ?? [], entry.depends?.map(({ name }) => name) ?? []);
  tell("xeps", facts.xeps ?? [], entry.xeps ?? []);
  tell("conflicts", facts.conflicts ?? [], entry.conflicts ?? []);
}
