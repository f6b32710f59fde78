// A configuration without any host for users: Prosody refuses to start.

import type { LuaRule } from "../rule.ts";
import { everything } from "./shared/everything.ts";
import { removeStatement } from "./shared/removal.ts";
import { disabling, isWhole } from "./shared/wholeFile.ts";
import { code } from "./shared/words.ts";

export const noEnabledHost: LuaRule = {
  kind: "lua",
  meta: {
    id: "no-enabled-host",
    severity: "warning",
    fixable: true,
    summary: "No VirtualHost, or none that is enabled.",
  },
  check(context) {
    const { file, text, report, project } = context;
    const all = everything(context);
    // Whoever wrote `VirtualHost = "…"` is told what is wrong with that.
    if (!isWhole(all) || all.settings.some(({ name }) => name === "VirtualHost")) return;
    // A pattern that stands for nothing here may well stand for files on the server.
    const mild = file.includes.some((include) => project?.matches(include)?.length === 0)
      ? { severity: "information" as const }
      : {};
    const hosts = all.sections.filter(({ kind }) => kind === "host");
    const [first] = file.sections.slice(1);
    if (hosts.length === 0 && first !== undefined) {
      report({
        span: first.header,
        message: `There are components here, but no ${code("VirtualHost")}, and Prosody does not start without one. Add the domain of your users.`,
        ...mild,
      });
    }
    if (all.sections.length === 1 && project?.files[0]?.path === project?.path) {
      report({
        span: file.settings[0]?.nameSpan ?? { start: 0, end: 0 },
        message: `There is no ${code("VirtualHost")} in this configuration, and Prosody does not start without one. Add the domain of your users.`,
        ...mild,
      });
    }
    const off = hosts.flatMap((host) => disabling(all, host) ?? []);
    if (off.length === 0 || off.length < hosts.length) return;
    for (const setting of new Set(off)) {
      if (!file.settings.includes(setting)) continue;
      const { span, nameSpan, form } = setting;
      report({
        span: nameSpan,
        message: `Every ${code("VirtualHost")} is switched off, and Prosody does not start without one. Remove the line for at least one of them.`,
        ...mild,
        ...(form === "assign"
          ? { fixes: () => [{ title: "Switch it on", edits: [removeStatement(text, span)], safe: false }] }
          : {}),
      });
    }
  },
};
