// Checks of what people answer. Each gives the sentence that says what is wrong, or nothing.

import { dnsName } from "../dns/names.ts";

export function hostProblem(name: string): string | undefined {
  const text = name.trim();
  if (text === "") return "Type the domain name, such as example.org.";
  if (text === "localhost") return undefined;
  if (text.includes("@")) return "That is an address; type the domain alone, the part behind the @.";
  if (/^[a-z]+:\/\//i.test(text) || text.includes("/"))
    return "That is a web address; type the domain alone, without https:// and slashes.";
  if (/:\d+$/.test(text)) return "Type the domain without a port; ports are options of their own.";
  return dnsName(text) === undefined
    ? "That is no domain name: it needs letters, digits, hyphens and at least one dot."
    : undefined;
}

export function jidProblem(address: string): string | undefined {
  const text = address.trim();
  if (text === "") return undefined;
  const at = text.lastIndexOf("@");
  if (at < 1) return "An administrator is an address such as admin@example.org.";
  if (/[\s"&'/:<>@]/.test(text.slice(0, at))) return "The part before the @ cannot have blanks or any of \" & ' / : < > @.";
  return hostProblem(text.slice(at + 1));
}

export function urlProblem(url: string): string | undefined {
  return /^https?:\/\/[^\s/]+/i.test(url.trim()) ? undefined : "Type the whole address, such as https://chat.example.org/.";
}
