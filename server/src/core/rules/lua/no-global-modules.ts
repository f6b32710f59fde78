// A main configuration without a list of modules for the whole server.

import { listItems } from "../../model/value.ts";
import type { LuaRule } from "../rule.ts";
import { destination, move } from "./global-option-in-host.ts";
import { isPlain } from "./shared/literals.ts";
import { equals } from "../../semantics/equals.ts";
import { code } from "./shared/words.ts";

const OPTION = "modules_enabled";

/** What one sets for a server and not in a file for one host. */
const OF_SERVER = ["pidfile", "log", "data_path", "certificates", "daemonize"];

export const noGlobalModules: LuaRule = {
  kind: "lua",
  scope: "configuration",
  id: "no-global-modules",
  severity: "warning",
  check(context) {
    const { own, config, report, project } = context;
    const host = own.firstSection;
    // Without any host for users, that is what is wrong.
    if (!config.isClosed || config.globalSettings(OPTION).length > 0 || !config.hasHosts) return;
    const isMain = config.complete
      ? project?.files[0]?.path === project?.path
      : host?.kind === "host" && OF_SERVER.some((name) => config.globalSettings(name).length > 0);
    const span = host?.header ?? own.firstSetting?.nameSpan ?? own.firstInclude?.path.span;
    if (!isMain || span === undefined) return;
    const lists = own.settingsNamed(OPTION);
    const [list] = lists;
    const to = list === undefined ? undefined : destination(own, list);
    // Where each host has its own list, people can log in all the same.
    const standAlone = !config.someHost(
      (section) =>
        !config.settingsIn(OPTION, section).some(({ value }) => listItems(value).some((item) => equals(item, "saslauth"))),
    );
    report({
      span,
      ...(standAlone ? { severity: "information" as const } : {}),
      message: `No ${code(OPTION)} stands above the first host, so that hosts have only what they list themselves. Without modules such as ${code("saslauth")} and ${code("roster")} nobody can log in. Put the list for all hosts there.`,
      page: "https://prosody.im/doc/modules_enabled",
      // With one list there is no doubt which was meant.
      ...(list === undefined || to === undefined || lists.length > 1 || list.section.kind !== "host" || !isPlain(list.value)
        ? {}
        : { fixes: () => [{ ...move(list, to, context), changes: [OPTION], safe: false }] }),
    });
  },
};
