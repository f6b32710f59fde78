// A configuration without any host for users: Prosody refuses to start.

import type { LuaRule } from "../rule.ts";
import type { Setting } from "../../model/config.ts";
import type { Configuration } from "../../semantics/configuration.ts";
import { nearest } from "../suggest.ts";
import { removeStatement } from "./shared/removal.ts";
import { code } from "./shared/words.ts";

export const noEnabledHost: LuaRule = {
  kind: "lua",
  scope: "configuration",
  id: "no-enabled-host",
  severity: "warning",
  check(context) {
    const { text, own, config, report, project } = context;
    // Whoever wrote `VirtualHost = "…"` is told what is wrong with that.
    if (!config.isWhole || config.isSetAnywhere("VirtualHost")) return;
    // A pattern that stands for nothing here may well stand for files on the server.
    const isOpen = own.includes.some((include) => project?.matches(include)?.length === 0);
    // Another file may be a part of a configuration that is not known.
    const isEntry = project !== undefined && /(?:^|[/\\])prosody\.cfg\.lua$/.test(project.files[0]?.path ?? "");
    const severity = isOpen ? "information" : isEntry ? "error" : "warning";
    const first = own.firstSection;
    if (!config.hasHosts && first !== undefined) {
      report({
        span: first.header,
        message: `There are components here, but no ${code("VirtualHost")}, and Prosody does not start without one. Add the domain of your users.`,
        severity,
      });
    }
    // A host may be meant by a word that is written wrongly.
    const isMeant = !config.hasSections && config.readNames.some((name) => nearest(name, ["VirtualHost"]) !== undefined);
    if (!isMeant && config.files.length === 1 && !config.hasSections && project?.files[0]?.path === project?.path) {
      report({
        span: own.firstSetting?.nameSpan ?? { start: 0, end: 0 },
        message: `There is no ${code("VirtualHost")} in this configuration, and Prosody does not start without one. Add the domain of your users.`,
        severity,
      });
    }
    for (const setting of config.isSetAnywhere("enabled") ? disablingAll(config) : []) {
      if (!context.isHere(setting)) continue;
      const { span, nameSpan, form } = setting;
      report({
        span: nameSpan,
        message: `Every ${code("VirtualHost")} is switched off, and Prosody does not start without one. Remove the line for at least one of them.`,
        severity,
        ...(form === "assign"
          ? { fixes: () => [{ title: "Switch it on", edits: [removeStatement(text, span)], safe: false, alone: true }] }
          : {}),
      });
    }
  },
};

/** What switches hosts off, where every one is off. */
function disablingAll(config: Configuration): ReadonlySet<Setting> {
  const off = new Set<Setting>();
  const isOneOn = config.someHost((host) => {
    const setting = config.disabling(host);
    if (setting !== undefined) off.add(setting);
    return setting === undefined;
  });
  return isOneOn ? new Set() : off;
}
