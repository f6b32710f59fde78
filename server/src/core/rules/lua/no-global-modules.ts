// A main configuration without a list of modules for the whole server.

import { listItems } from "../../model/value.ts";
import type { LuaRule } from "../rule.ts";
import { destination, move } from "./global-option-in-host.ts";
import { everything } from "./shared/everything.ts";
import { isPlain } from "./shared/literals.ts";
import { equals } from "./shared/lookup.ts";
import { isClosed, settingsFor } from "./shared/wholeFile.ts";
import { code } from "./shared/words.ts";

/** What one sets for a server and not in a file for one host. */
const OF_SERVER = ["pidfile", "log", "data_path", "certificates", "daemonize"];

export const noGlobalModules: LuaRule = {
  kind: "lua",
  meta: {
    id: "no-global-modules",
    severity: "warning",
    fixable: true,
    summary: "A main file without a global modules_enabled.",
  },
  check(context) {
    const { file, report, project } = context;
    const { sections, settings } = file;
    const all = everything(context);
    const host = sections.find(({ kind }) => kind !== "global");
    if (!isClosed(all)) return;
    const global = all.settings.filter(({ section }) => section.kind === "global").map(({ name }) => name);
    // Without any host for users, that is what is wrong.
    if (global.includes("modules_enabled") || !all.sections.some(({ kind }) => kind === "host")) return;
    const isMain =
      all.complete === true ? project?.files[0]?.path === project?.path : OF_SERVER.some((name) => global.includes(name));
    if (!isMain || (all.complete !== true && host?.kind !== "host")) return;
    const span = host?.header ?? settings[0]?.nameSpan;
    if (span === undefined) return;
    const lists = settings.filter(({ name }) => name === "modules_enabled");
    const [list] = lists;
    const to = list === undefined ? undefined : destination(file, list);
    // Where each host has its own list, people can log in all the same.
    const standAlone = all.sections.every(
      (section) =>
        section.kind !== "host" ||
        settingsFor(all, "modules_enabled", section).some(({ value }) =>
          listItems(value).some((item) => equals(item, "saslauth")),
        ),
    );
    report({
      span,
      ...(standAlone ? { severity: "information" as const } : {}),
      message: `No ${code("modules_enabled")} stands above the first host, so that hosts have only what they list themselves. Without modules such as ${code("saslauth")} and ${code("roster")} nobody can log in. Put the list for all hosts there.`,
      page: "https://prosody.im/doc/modules_enabled",
      // With one list there is no doubt which was meant.
      ...(list === undefined || to === undefined || lists.length > 1 || list.section.kind !== "host" || !isPlain(list.value)
        ? {}
        : { fixes: () => [{ ...move(list, to, context), safe: false }] }),
    });
  },
};
