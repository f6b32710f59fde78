// Names of hosts and components that are no domain names.

import type { Section } from "../../model/config.ts";
import type { LuaRule, RuleDocs } from "../rule.ts";
import { replaceText } from "./shared/literals.ts";
import { decodeLabel } from "./shared/punycode.ts";
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
      const problem = problemOf(name.value, kind);
      if (problem === undefined) continue;
      const { meant, message } = problem;
      const isMeant = meant !== undefined && problemOf(meant, kind) === undefined;
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

interface Problem {
  readonly message: string;
  readonly meant?: string;
}

function problemOf(name: string, kind: Section["kind"]): Problem | undefined {
  // What a template fills in, and IPv6 addresses, are left alone. A component may be for one account.
  if (/[{}$%<>[\]]|__|[A-Z]_[A-Z]/.test(name)) return undefined;
  if (name.trim() === "") return { message: "The name is empty. Write the domain name of the service." };
  if (name !== name.trim()) return { message: "There are blanks around this name, and they count.", meant: name.trim() };
  const [, plain = ""] = /^(?:[a-z]+:\/\/)?(?:[^@/]*@)?([^/:@]*)/i.exec(name) ?? [];
  if (/^[a-z]+:\/\//i.test(name)) return { message: "This is the address of a web page, not a domain name.", meant: plain };
  if (name.includes("@") && kind === "component") return undefined;
  if (name.includes("@")) return { message: "A host is named by the domain alone; accounts are not part of it.", meant: plain };
  if (name.includes("/")) return { message: "A domain name has no slash.", meant: plain };
  if (/:\d*$/.test(name))
    return { message: "A domain name has no port; ports are set with options such as `c2s_ports`.", meant: plain };
  const labels = name.replace(/\.$/, "").split(".");
  if (labels.some((label) => /^xn--/i.test(label))) {
    const meant = labels.map((label) => (/^xn--/i.test(label) ? (decodeLabel(label.slice(4).toLowerCase()) ?? label) : label));
    return { message: "Prosody wants international names as people read them, not encoded.", meant: meant.join(".") };
  }
  const wrong = /[\0-,/:-@[-`{-\x7f]/.exec(name)?.[0];
  if (wrong !== undefined)
    return {
      message: `A domain name cannot contain ${wrong === " " ? "a blank" : code(wrong)}: clients and servers may not be able to connect. Use letters, digits, hyphens and dots.`,
    };
  return labels.every((label) => /^(?!-)[^]{1,63}$/.test(label) && !label.endsWith("-"))
    ? undefined
    : {
        message:
          "Each part of a domain name between the dots has 1 to 63 letters, digits and hyphens, and no hyphen at its ends.",
      };
}
