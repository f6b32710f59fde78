// A main configuration without a list of modules for the whole server.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { isClosed } from "./shared/wholeFile.ts";
import { code } from "./shared/words.ts";

/** What one sets for a server and not in a file for one host. */
const OF_SERVER = ["pidfile", "log", "data_path", "certificates", "daemonize"];

export const noGlobalModules: LuaRule = {
  kind: "lua",
  meta: {
    id: "no-global-modules",
    severity: "warning",
    fixable: false,
    summary: "A main file without a global modules_enabled.",
  },
  check({ file, report }) {
    const { sections, settings } = file;
    const host = sections.find(({ kind }) => kind === "host");
    if (host === undefined || !isClosed(file)) return;
    const global = settings.filter(({ section }) => section.kind === "global").map(({ name }) => name);
    if (global.includes("modules_enabled") || !OF_SERVER.some((name) => global.includes(name))) return;
    report({
      span: host.header,
      message: `No ${code("modules_enabled")} stands above the first host, so that hosts have only what they list themselves. Without modules such as ${code("saslauth")} and ${code("roster")} nobody can log in.`,
      page: "https://prosody.im/doc/modules_enabled",
    });
  },
};

export const docs: RuleDocs = {
  category: "places",
  description:
    "The global `modules_enabled` holds for every `VirtualHost`. Without it each host needs the full list, and a host without one " +
    "can hardly do anything. Often the list is there but stands below a host. Only a main file is looked at, that is, one that sets " +
    "something for the server as a whole, such as `log`, and has no `Include`.",
  examples: [
    {
      title: "missing",
      text: 'log = "prosody.log"\nVirtualHost "example.org"\n\tmodules_enabled = { "roster" }\n',
      reports: true,
    },
    {
      title: "right",
      text: 'log = "prosody.log"\nmodules_enabled = { "roster" }\nVirtualHost "example.org"\n',
      reports: false,
    },
    { title: "a part", text: 'VirtualHost "example.org"\n\tmodules_enabled = { "roster" }\n', reports: false },
  ],
};
