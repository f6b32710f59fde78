// What keeps a text from being the name of a host or component, for configurations and for lists in variables.

import type { Section } from "../../../model/config.ts";
import { isIp } from "../../../schema/kinds/addresses.ts";
import { decodeLabel } from "./punycode.ts";
import { code } from "./words.ts";

export interface HostNameProblem {
  readonly message: string;
  /** `mild`: it works for some. `fatal`: Prosody does not start. */
  readonly weight?: "mild" | "fatal";
  readonly meant?: string;
}

/** Of the name of a host or component. */
export function hostNameProblem(name: string, kind: Section["kind"]): HostNameProblem | undefined {
  if (name.includes("\uFFFD")) {
    const message = "This name is not UTF-8, so Prosody does not start. Save the file as UTF-8.";
    return { message, weight: "fatal" };
  }
  if (isIp(name.replace(/^\[(.*)\]$/, "$1"))) {
    const message = "This is an IP address, not a domain name. Other servers and certificates need the name of a domain.";
    return { message, weight: "mild" };
  }
  // What a template fills in, or somebody was to fill in, is left alone. A component may be for one account.
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
