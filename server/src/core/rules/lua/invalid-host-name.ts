// Names of hosts and components that are no domain names.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { hostNameProblem } from "./shared/hostNames.ts";
import { replaceText } from "./shared/literals.ts";
import { code } from "./shared/words.ts";

export const invalidHostName: LuaRule = {
  kind: "lua",
  meta: {
    id: "invalid-host-name",
    severity: "warning",
    fixable: true,
    summary: "The name of a host or component that is no domain name.",
  },
  check({ file, text, report }) {
    for (const section of file.sections) {
      const { name, kind } = section;
      if (name?.kind !== "string" || !section.certain) continue;
      const problem = hostNameProblem(name.value, kind);
      if (problem === undefined) continue;
      const { meant, message } = problem;
      const isMeant = meant !== undefined && hostNameProblem(meant, kind) === undefined;
      report({
        span: name.span,
        message: `${message}${isMeant ? ` Write ${code(meant)}.` : ""}`,
        ...(isMeant && name.folded !== true
          ? { fixes: () => [{ title: `Change to ${code(meant)}`, edits: [replaceText(text, name.span, meant)], safe: false }] }
          : {}),
      });
    }
  },
};

export const docs: RuleDocs = {
  category: "structure",
  description:
    "Hosts and components are named by plain domain names: no address of a web page, no port, no account, no blanks, no underscore. " +
    "International names are written as people read them and not in their `xn--` form. Prosody starts with other names all the same, " +
    "but clients or servers may not be able to connect, and `prosodyctl check config` reports them. A new name does not take the " +
    "accounts along.",
  examples: [
    { title: "a web address", text: 'VirtualHost "https://example.org/"\n', reports: true },
    { title: "with an account", text: 'VirtualHost "admin@example.org"\n', reports: true },
    { title: "encoded", text: 'VirtualHost "xn--bcher-kva.example"\n', reports: true },
    { title: "right", text: 'VirtualHost "bücher.example"\nVirtualHost "localhost"\n', reports: false },
  ],
};
